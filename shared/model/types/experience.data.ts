/** 经验: one practice that works, or a lesson that hurt, stated so that it can be reused. */
import type { RecordTypeDefinition } from './definition'
import { polarity, reviewDate } from './shared.data'

export const experienceType: RecordTypeDefinition = {
  code: 'EX', life: 'library',
  sections: [
    { key: 'situation', title: { 'zh-CN': '情境', en: 'Situation' }, required: true },
    { key: 'practice', title: { 'zh-CN': '做法', en: 'Practice' }, required: true },
    { key: 'whyItWorks', title: { 'zh-CN': '为什么有效', en: 'Why it works' }, required: true },
    { key: 'cautions', title: { 'zh-CN': '注意事项', en: 'Cautions' } },
    { key: 'advice', title: { 'zh-CN': '建议', en: 'Advice' } },
  ],
  fields: [
    polarity,
    {
      key: 'priority', kind: 'choice', title: { 'zh-CN': '优先级', en: 'Priority' },
      options: [
        { value: 'red', title: { 'zh-CN': '红', en: 'Red' }, tone: 'rust' },
        { value: 'yellow', title: { 'zh-CN': '黄', en: 'Yellow' }, tone: 'ochre' },
        { value: 'blue', title: { 'zh-CN': '蓝', en: 'Blue' }, tone: 'blue' },
        { value: 'green', title: { 'zh-CN': '绿', en: 'Green' }, tone: 'jade' },
      ],
    },
    { key: 'post', kind: 'text', title: { 'zh-CN': '责任岗位', en: 'Responsible post' } },
    { key: 'clause', kind: 'text', title: { 'zh-CN': '引用条款', en: 'Cited clause' } },
    reviewDate,
    { key: 'conclusion', kind: 'longText', title: { 'zh-CN': '一句话结论', en: 'In one line' } },
  ],
}

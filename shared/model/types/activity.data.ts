/** 交流活动: units learning from one another, with what came of it. */
import type { RecordTypeDefinition } from './definition'
import { outcomes } from './shared.data'

export const activityType: RecordTypeDefinition = {
  code: 'AC', life: 'event',
  sections: [
    { key: 'plan', title: { 'zh-CN': '方案', en: 'Plan' } },
    { key: 'course', title: { 'zh-CN': '过程', en: 'Course' } },
    { key: 'gains', title: { 'zh-CN': '收获', en: 'Gains' } },
  ],
  fields: [
    {
      key: 'kind', kind: 'choice', title: { 'zh-CN': '类别', en: 'Kind' },
      options: [
        { value: 'pairing', title: { 'zh-CN': '结对子', en: 'Pairing' } },
        { value: 'crossUnit', title: { 'zh-CN': '跨单位交流', en: 'Exchange between units' } },
        { value: 'training', title: { 'zh-CN': '外出培训', en: 'Outside training' } },
        { value: 'forum', title: { 'zh-CN': '论坛', en: 'Forum' } },
        { value: 'swap', title: { 'zh-CN': '换位体验', en: 'Changing places' } },
      ],
    },
    { key: 'parties', kind: 'words', title: { 'zh-CN': '参与单位', en: 'Parties' }, suggest: 'units' },
    { key: 'from', kind: 'date', title: { 'zh-CN': '开始', en: 'From' } },
    { key: 'until', kind: 'date', title: { 'zh-CN': '结束', en: 'Until' } },
    outcomes,
  ],
}

/** 评价: how well a unit does, item by item. */
import type { RecordTypeDefinition } from './definition'

export const assessmentType: RecordTypeDefinition = {
  code: 'AS', life: 'award',
  sections: [{ key: 'overview', title: { 'zh-CN': '综述', en: 'Overview' }, required: true }],
  fields: [
    { key: 'criteriaSet', kind: 'text', title: { 'zh-CN': '评价准则', en: 'Criteria set' } },
    {
      key: 'items', kind: 'rows', title: { 'zh-CN': '评分', en: 'Scores' },
      columns: [
        { key: 'item', kind: 'text', title: { 'zh-CN': '条目', en: 'Item' } },
        { key: 'weight', kind: 'number', title: { 'zh-CN': '分值', en: 'Weight' } },
        { key: 'score', kind: 'number', title: { 'zh-CN': '得分', en: 'Score' } },
        { key: 'strengths', kind: 'text', title: { 'zh-CN': '优势', en: 'Strengths' } },
        { key: 'gaps', kind: 'text', title: { 'zh-CN': '改进机会', en: 'Gaps' } },
      ],
    },
  ],
}

/** 标杆: a unit, team or leader that others look to. */
import type { RecordTypeDefinition } from './definition'

export const benchmarkType: RecordTypeDefinition = {
  code: 'BM', life: 'award',
  sections: [
    { key: 'deeds', title: { 'zh-CN': '事迹', en: 'Deeds' }, required: true },
    { key: 'lessons', title: { 'zh-CN': '经验', en: 'Lessons' } },
  ],
  fields: [
    {
      key: 'kind', kind: 'choice', title: { 'zh-CN': '类别', en: 'Kind' },
      options: [
        { value: 'unit', title: { 'zh-CN': '示范单位', en: 'Model unit' } },
        { value: 'team', title: { 'zh-CN': '卓越班组', en: 'Excellent team' } },
        { value: 'leader', title: { 'zh-CN': '优秀班组长', en: 'Outstanding team leader' } },
      ],
    },
    { key: 'period', kind: 'text', title: { 'zh-CN': '评选周期', en: 'Period' } },
    {
      key: 'criteria', kind: 'rows', title: { 'zh-CN': '标准与得分', en: 'Criteria and scores' },
      columns: [
        { key: 'criterion', kind: 'text', title: { 'zh-CN': '标准', en: 'Criterion' } },
        { key: 'weight', kind: 'number', title: { 'zh-CN': '分值', en: 'Weight' } },
        { key: 'score', kind: 'number', title: { 'zh-CN': '得分', en: 'Score' } },
        { key: 'note', kind: 'text', title: { 'zh-CN': '说明', en: 'Remark' } },
      ],
    },
  ],
}

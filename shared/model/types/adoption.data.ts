/** 推广记录: one unit taking up one edition. */
import type { RecordTypeDefinition } from './definition'

export const adoptionType: RecordTypeDefinition = {
  code: 'AD', life: 'adoption', sections: [],
  fields: [
    {
      key: 'verdict', kind: 'choice', title: { 'zh-CN': '结论', en: 'Verdict' },
      options: [
        { value: 'notApplicable', title: { 'zh-CN': '不适用', en: 'Not applicable' }, tone: 'grey' },
        { value: 'noAction', title: { 'zh-CN': '适用不行动', en: 'Applicable, no action' }, tone: 'ochre' },
        { value: 'act', title: { 'zh-CN': '适用并行动', en: 'Applicable, taken up' }, tone: 'jade' },
      ],
    },
    // Given when it is planned: shared/model/product/adoption.
    { key: 'pilot', kind: 'flag', isGiven: true, title: { 'zh-CN': '试点', en: 'Pilot' } },
    { key: 'plannedDate', kind: 'date', title: { 'zh-CN': '计划日期', en: 'Planned' } },
    { key: 'actualDate', kind: 'date', title: { 'zh-CN': '实际日期', en: 'Actual' } },
    {
      key: 'differences', kind: 'rows', ownEditor: true, isPrinted: true, title: { 'zh-CN': '本地差异', en: 'Local differences' },
      columns: [
        { key: 'place', kind: 'text', title: { 'zh-CN': '标准的哪一处', en: 'Place in the standard' } },
        { key: 'standard', kind: 'longText', title: { 'zh-CN': '标准', en: 'Standard' } },
        { key: 'local', kind: 'longText', title: { 'zh-CN': '本单位', en: 'Here' } },
        { key: 'reason', kind: 'longText', title: { 'zh-CN': '为什么', en: 'Why' } },
      ],
    },
    { key: 'localDifferences', kind: 'longText', title: { 'zh-CN': '差异说明', en: 'On the differences' } },
    { key: 'barrier', kind: 'longText', title: { 'zh-CN': '障碍', en: 'Barrier' } },
    { key: 'feedback', kind: 'longText', title: { 'zh-CN': '反馈', en: 'Feedback' } },
    {
      key: 'rating', kind: 'choice', title: { 'zh-CN': '评分', en: 'Rating' },
      options: ['1', '2', '3', '4', '5'].map((value) => ({ value, title: { 'zh-CN': `${value} 分`, en: `${value} of 5` } })),
    },
    {
      key: 'benefits', kind: 'rows', title: { 'zh-CN': '效益', en: 'Benefits' },
      columns: [
        { key: 'what', kind: 'text', title: { 'zh-CN': '内容', en: 'What' } },
        { key: 'amount', kind: 'number', title: { 'zh-CN': '数值', en: 'Amount' } },
        { key: 'unit', kind: 'text', title: { 'zh-CN': '单位', en: 'Unit' } },
        { key: 'year', kind: 'number', title: { 'zh-CN': '年度', en: 'Year' } },
        { key: 'verifiedBy', kind: 'text', title: { 'zh-CN': '核实人', en: 'Verified by' }, suggest: 'people' },
        { key: 'verifiedOn', kind: 'date', title: { 'zh-CN': '核实日期', en: 'Verified on' } },
      ],
    },
  ],
}

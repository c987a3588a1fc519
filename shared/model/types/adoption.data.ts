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
    { key: 'plannedDate', kind: 'date', title: { 'zh-CN': '计划日期', en: 'Planned' } },
    { key: 'actualDate', kind: 'date', title: { 'zh-CN': '实际日期', en: 'Actual' } },
    { key: 'localDifferences', kind: 'longText', title: { 'zh-CN': '本地差异', en: 'Local differences' } },
    { key: 'barrier', kind: 'longText', title: { 'zh-CN': '障碍', en: 'Barrier' } },
    { key: 'feedback', kind: 'longText', title: { 'zh-CN': '反馈', en: 'Feedback' } },
    {
      key: 'benefits', kind: 'rows', title: { 'zh-CN': '效益', en: 'Benefits' },
      columns: [
        { key: 'what', kind: 'text', title: { 'zh-CN': '内容', en: 'What' } },
        { key: 'amount', kind: 'number', title: { 'zh-CN': '数值', en: 'Amount' } },
        { key: 'unit', kind: 'text', title: { 'zh-CN': '单位', en: 'Unit' } },
        { key: 'verifiedBy', kind: 'text', title: { 'zh-CN': '核实人', en: 'Verified by' }, suggest: 'people' },
      ],
    },
  ],
}

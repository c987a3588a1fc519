/** 工具: a rule, method, form, checklist or calculation that is used as it is. */
import type { RecordTypeDefinition } from './definition'

export const toolType: RecordTypeDefinition = {
  code: 'TL', life: 'library',
  sections: [
    { key: 'purpose', title: { 'zh-CN': '用途', en: 'Purpose' }, required: true },
    { key: 'scenarios', title: { 'zh-CN': '适用场景', en: 'Where to use it' }, required: true },
    { key: 'instructions', title: { 'zh-CN': '使用说明', en: 'How to use it' }, required: true },
    { key: 'example', title: { 'zh-CN': '填写示例', en: 'Example' } },
    { key: 'risks', title: { 'zh-CN': '风险提示', en: 'Risks' } },
  ],
  fields: [
    {
      key: 'kind', kind: 'choice', title: { 'zh-CN': '类别', en: 'Kind' },
      options: [
        { value: 'rule', title: { 'zh-CN': '制度', en: 'Rule' }, also: ['制度', '规定', '标准'] },
        { value: 'method', title: { 'zh-CN': '方法', en: 'Method' }, also: ['方法'] },
        { value: 'form', title: { 'zh-CN': '表单', en: 'Form' }, also: ['表单', '表格'] },
        { value: 'checklist', title: { 'zh-CN': '清单', en: 'Checklist' }, also: ['清单', '检查表'] },
        { value: 'calculation', title: { 'zh-CN': '计算', en: 'Calculation' }, also: ['计算'] },
      ],
    },
    { key: 'owner', kind: 'text', title: { 'zh-CN': '归口', en: 'Owner' }, suggest: 'units' },
  ],
}

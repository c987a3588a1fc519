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
    // What is filled in, and what it calculates: shared/model/forms reads these rows, and the record's page has an editor for them.
    {
      key: 'form', kind: 'rows', ownEditor: true, title: { 'zh-CN': '填写项', en: 'Fields to fill in' },
      columns: [
        { key: 'title', kind: 'text', title: { 'zh-CN': '名称', en: 'Name' } },
        {
          key: 'kind', kind: 'choice', title: { 'zh-CN': '填什么', en: 'Takes' },
          options: [
            { value: 'text', title: { 'zh-CN': '一行文字', en: 'A line of text' } }, { value: 'longText', title: { 'zh-CN': '多行文字', en: 'Paragraphs' } },
            { value: 'number', title: { 'zh-CN': '数字', en: 'A number' } }, { value: 'date', title: { 'zh-CN': '日期', en: 'A date' } },
            { value: 'choice', title: { 'zh-CN': '单选', en: 'One option' } }, { value: 'choices', title: { 'zh-CN': '多选', en: 'Several options' } },
            { value: 'flag', title: { 'zh-CN': '打勾', en: 'A tick' } }, { value: 'check', title: { 'zh-CN': '检查项', en: 'A check' } },
            { value: 'rows', title: { 'zh-CN': '表格', en: 'A table' } }, { value: 'heading', title: { 'zh-CN': '分组标题', en: 'A heading' } },
          ],
        },
        { key: 'required', kind: 'flag', title: { 'zh-CN': '必填', en: 'Required' } },
        { key: 'unit', kind: 'text', title: { 'zh-CN': '单位', en: 'Unit' } },
        { key: 'options', kind: 'words', title: { 'zh-CN': '选项', en: 'Options' } },
        { key: 'columns', kind: 'words', title: { 'zh-CN': '表格的列', en: 'Columns of the table' } },
        { key: 'symbol', kind: 'text', title: { 'zh-CN': '公式里的名字', en: 'Name in formulas' } },
        { key: 'min', kind: 'number', title: { 'zh-CN': '最小', en: 'At least' } },
        { key: 'max', kind: 'number', title: { 'zh-CN': '最大', en: 'At most' } },
        { key: 'preset', kind: 'text', title: { 'zh-CN': '预填', en: 'Preset' } },
        { key: 'hint', kind: 'text', title: { 'zh-CN': '提示', en: 'Hint' } },
      ],
    },
    {
      key: 'formulas', kind: 'rows', ownEditor: true, title: { 'zh-CN': '公式', en: 'Formulas' },
      columns: [
        { key: 'title', kind: 'text', title: { 'zh-CN': '得出', en: 'Result' } },
        { key: 'symbol', kind: 'text', title: { 'zh-CN': '公式里的名字', en: 'Name in formulas' } },
        { key: 'expression', kind: 'text', title: { 'zh-CN': '公式', en: 'Formula' } },
        { key: 'unit', kind: 'text', title: { 'zh-CN': '单位', en: 'Unit' } },
        { key: 'digits', kind: 'number', title: { 'zh-CN': '小数位数', en: 'Decimal places' } },
      ],
    },
  ],
}

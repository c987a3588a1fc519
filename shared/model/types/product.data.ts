/** 产品: a standardized work package made from records. What only an edition has is not edited as a field. */
import type { RecordTypeDefinition } from './definition'
import { reviewDate } from './shared.data'

export const productType: RecordTypeDefinition = {
  code: 'PD', life: 'product',
  // What a standard cannot do without; references, terms and appendix may have nothing to say.
  sections: [
    { key: 'aim', title: { 'zh-CN': '目的', en: 'Purpose' }, required: true },
    { key: 'scope', title: { 'zh-CN': '范围', en: 'Scope' }, required: true },
    { key: 'references', title: { 'zh-CN': '引用文件', en: 'References' } },
    { key: 'terms', title: { 'zh-CN': '术语', en: 'Terms' } },
    { key: 'responsibilities', title: { 'zh-CN': '职责', en: 'Responsibilities' }, required: true },
    { key: 'process', title: { 'zh-CN': '流程', en: 'Process' }, required: true },
    { key: 'checks', title: { 'zh-CN': '检查与评价', en: 'Checks and evaluation' }, required: true },
    { key: 'appendix', title: { 'zh-CN': '附录', en: 'Appendix' } },
  ],
  fields: [
    {
      key: 'policy', kind: 'choice', title: { 'zh-CN': '推广方式', en: 'Promotion policy' },
      options: [{ value: 'mandatory', title: { 'zh-CN': '强制', en: 'Mandatory' } }, { value: 'voluntary', title: { 'zh-CN': '自愿', en: 'Voluntary' } }],
    },
    { key: 'preparedBy', kind: 'text', title: { 'zh-CN': '编制人', en: 'Prepared by' }, suggest: 'people' },
    { key: 'reviewedBy', kind: 'text', title: { 'zh-CN': '审核人', en: 'Reviewed by' }, suggest: 'people' },
    { key: 'approvedBy', kind: 'text', title: { 'zh-CN': '批准人', en: 'Approved by' }, suggest: 'people' },
    reviewDate,
  ],
}

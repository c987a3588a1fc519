/** Fields that several types have alike. */
import type { FieldDefinition, RowsField } from '../fields'

export const polarity: FieldDefinition = {
  key: 'polarity', kind: 'choice', title: { 'zh-CN': '性质', en: 'Polarity' },
  options: [
    { value: 'positive', title: { 'zh-CN': '正面', en: 'Positive' }, tone: 'jade' },
    { value: 'negative', title: { 'zh-CN': '反面', en: 'Negative' }, tone: 'rust' },
  ],
}

export const reviewDate: FieldDefinition = { key: 'reviewDate', kind: 'date', title: { 'zh-CN': '复审日期', en: 'Review date' } }

/** What came of something, and what is still to be done: by whom and by when. */
export const outcomes: RowsField = {
  key: 'outcomes', kind: 'rows', title: { 'zh-CN': '成果与跟进', en: 'Outcomes and follow-ups' },
  columns: [
    { key: 'what', kind: 'text', title: { 'zh-CN': '事项', en: 'What' } },
    { key: 'who', kind: 'text', title: { 'zh-CN': '责任人', en: 'Who' }, suggest: 'people' },
    { key: 'due', kind: 'date', title: { 'zh-CN': '期限', en: 'By when' } },
    { key: 'isDone', kind: 'flag', title: { 'zh-CN': '完成', en: 'Done' } },
  ],
}

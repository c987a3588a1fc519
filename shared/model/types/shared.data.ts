/** Fields that several types have alike. */
import type { FieldDefinition } from '../fields'

export const polarity: FieldDefinition = {
  key: 'polarity', kind: 'choice', title: { 'zh-CN': '性质', en: 'Polarity' },
  options: [
    { value: 'positive', title: { 'zh-CN': '正面', en: 'Positive' }, tone: 'jade' },
    { value: 'negative', title: { 'zh-CN': '反面', en: 'Negative' }, tone: 'rust' },
  ],
}

export const reviewDate: FieldDefinition = { key: 'reviewDate', kind: 'date', title: { 'zh-CN': '复审日期', en: 'Review date' } }

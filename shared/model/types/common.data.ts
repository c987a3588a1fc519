/** The fields that every record has, beside its title and what a life, a link or a file gives it. Their values stand in the content itself. */
import type { PlainField } from '../fields'
import type { RecordContent } from '../record'

/** Keys of the content whose values are text or lists of text. */
export type CommonKey = keyof Pick<RecordContent, 'unit' | 'team' | 'authors' | 'contact' | 'field' | 'date' | 'place' | 'confidentiality' | 'tags' | 'summary'>

export const commonFields: readonly (PlainField & { key: CommonKey })[] = [
  { key: 'unit', kind: 'text', suggest: 'units', title: { 'zh-CN': '单位', en: 'Unit' } },
  { key: 'team', kind: 'text', suggest: 'units', title: { 'zh-CN': '班组', en: 'Team' } },
  { key: 'authors', kind: 'words', suggest: 'people', title: { 'zh-CN': '作者', en: 'Authors' } },
  { key: 'contact', kind: 'text', title: { 'zh-CN': '联系', en: 'Contact' } },
  { key: 'field', kind: 'text', suggest: 'fields', title: { 'zh-CN': '专业', en: 'Field' } },
  { key: 'date', kind: 'date', title: { 'zh-CN': '日期', en: 'Date' } },
  { key: 'place', kind: 'text', title: { 'zh-CN': '地点', en: 'Place' } },
  {
    key: 'confidentiality', kind: 'choice', isAlwaysGiven: true, title: { 'zh-CN': '密级', en: 'Confidentiality' },
    options: [
      { value: 'public', title: { 'zh-CN': '公开', en: 'Public' } },
      { value: 'internal', title: { 'zh-CN': '内部', en: 'Internal' } },
      { value: 'restricted', title: { 'zh-CN': '受控', en: 'Restricted' } },
    ],
  },
  { key: 'tags', kind: 'words', suggest: 'tags', title: { 'zh-CN': '标签', en: 'Tags' } },
  { key: 'summary', kind: 'longText', title: { 'zh-CN': '摘要', en: 'Summary' } },
]

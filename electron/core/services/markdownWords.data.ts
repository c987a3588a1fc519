/** What the fields of every record are called in the report of an import. */
import type { Language } from '#shared/model/language'

interface FittingWords { title: string; number: string; date: string; stage: string; untitled: string }

export const fittingWords: Readonly<Record<Language, FittingWords>> = {
  'zh-CN': { title: '标题', number: '编号', date: '日期', stage: '状态', untitled: '未命名' },
  en: { title: 'Title', number: 'Number', date: 'Date', stage: 'Stage', untitled: 'Untitled' },
}

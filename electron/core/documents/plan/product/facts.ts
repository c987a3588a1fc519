/** What the documents of a product are made of: an edition as it was sealed, or what is written now. */
import type { Language } from '#shared/model/language'
import type { RecordContent, RevisionFile } from '#shared/model/record'
import { chineseNumber } from '../headingNumbers'
import { filled, wordsOf } from '../words.data'

/** One line of the change record. */
export interface EditionLine { number: number; releasedAt: string; by: string; changeLog: string }

/** `number` of the edition, null of a draft. `editions` the earliest first; `tools` those of the steps, each at the revision that is meant. */
export interface ProductFacts {
  id: string
  content: RecordContent
  number: number | null
  releasedAt: string
  editions: readonly EditionLine[]
  tools: readonly RevisionFile[]
  sources: readonly { number: string; title: string; at: string }[]
}

/** 第二版 */
export const editionName = (number: number, language: Language): string =>
  filled(wordsOf(language).editionNumber, { number: language === 'zh-CN' ? chineseNumber(number) : number })

/** The edition, or that it is a draft. */
export const editionText = ({ number }: Pick<ProductFacts, 'number'>, language: Language): string => (number === null ? wordsOf(language).draft : editionName(number, language))

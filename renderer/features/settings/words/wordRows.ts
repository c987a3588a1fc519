/** Which words a table shows, in which order. */
import type { Word } from '#shared/contract/vocabularies'

export const rowHeight = 36

export type Shown = 'all' | 'unused' | 'unknown'
export interface WordOrder { by: 'name' | 'count' | 'unit' | 'role'; descending: boolean }

const collator = new Intl.Collator('zh-CN', { numeric: true })

const isShown = ({ known, count }: Word, shown: Shown): boolean => shown === 'all' || (shown === 'unused' ? count === 0 : !known)

const compare = (a: Word, b: Word, { by }: WordOrder): number => (by === 'count' ? a.count - b.count : collator.compare(a[by], b[by]))

/** `order` undefined: as the library has them. */
export const wordRows = (words: readonly Word[], typed: string, shown: Shown, order: WordOrder | undefined): Word[] => {
  const sought = typed.trim().toLowerCase()
  const found = words.filter((word) => isShown(word, shown) && (sought === '' || [word.name, word.unit, word.role].some((text) => text.toLowerCase().includes(sought))))
  if (!order) return found
  return found.sort((a, b) => compare(a, b, order) * (order.descending ? -1 : 1) || collator.compare(a.name, b.name))
}

/** Names as they are typed one after another. */
export const namesIn = (typed: string): string[] => [...new Set(typed.split(/[,，、;；\n]/).map((name) => name.trim()).filter((name) => name !== ''))]

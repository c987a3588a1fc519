/** Which items of the slash menu a query leaves. */
import { slashWords, type SlashItem } from './slashWords.data'

export const isSlashItem = (id: string): id is SlashItem => Object.hasOwn(slashWords, id)

const items = Object.keys(slashWords).filter(isSlashItem)

/** Letters are the beginning of a word, its pinyin or initials; Chinese stands anywhere in a name. */
const fits = (word: string, query: string): boolean => {
  if (/[^\x20-\x7e]/.test(query)) return word.includes(query)
  return word.startsWith(query) || word.split(' ').some((part) => part.startsWith(query)) || word.replaceAll(' ', '').startsWith(query)
}

/** Those with a name that begins with the query stand first. */
export const matchingItems = (query: string): SlashItem[] => {
  const asked = query.trim().toLowerCase()
  if (asked === '') return items
  const begins = (item: SlashItem): boolean => slashWords[item].some((word) => word.startsWith(asked))
  const found = items.filter((item) => slashWords[item].some((word) => fits(word, asked)))
  return [...found.filter(begins), ...found.filter((item) => !begins(item))]
}

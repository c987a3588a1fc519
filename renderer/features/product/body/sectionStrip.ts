/** The sections of a product as its strip shows them, and where a section that is missing belongs. */
import { rowsOf } from '#shared/model/fields'
import { isFilled } from '#shared/model/gates'
import type { Language } from '#shared/model/language'
import type { RecordContent } from '#shared/model/record'
import { recordTypes, requiredSectionsOf, sectionKeysOf, sectionTitle } from '#shared/model/recordTypes'

const order = sectionKeysOf('product')
const required = requiredSectionsOf('product')

/** `missing` is what a release waits for; `empty` may stay so. */
export interface StripItem { key: string | null; sectionId: string | undefined; title: string; state: 'filled' | 'empty' | 'missing' }

const filledBy = (key: string | null): string | undefined => recordTypes.product.sections.find((section) => section.key === key)?.filledBy

/** Those of the body in its order, and the required ones that it has not where they belong. What a table says for a section counts. */
export const stripItems = ({ body, fields }: Pick<RecordContent, 'body' | 'fields'>, language: Language): StripItem[] => {
  const hasRows = (key: string | null): boolean => { const field = filledBy(key); return field !== undefined && rowsOf(fields[field]).length > 0 }
  const items = body.sections.map((section): StripItem => ({
    key: section.key, sectionId: section.id, title: section.title,
    state: isFilled(section) || hasRows(section.key) ? 'filled' : section.key !== null && required.includes(section.key) ? 'missing' : 'empty',
  }))
  for (const key of required) {
    if (items.some((item) => item.key === key)) continue
    const after = items.findIndex((item) => item.key !== null && order.indexOf(item.key) > order.indexOf(key))
    items.splice(after === -1 ? items.length : after, 0, { key, sectionId: undefined, title: sectionTitle(key, language), state: hasRows(key) ? 'filled' : 'missing' })
  }
  return items
}

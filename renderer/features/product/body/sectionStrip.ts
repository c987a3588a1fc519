/** The sections of a product as its strip shows them, and where a section that is missing belongs. */
import type { Body } from '#shared/model/body/body'
import { isFilled } from '#shared/model/gates'
import type { Language } from '#shared/model/language'
import { requiredSectionsOf, sectionKeysOf, sectionTitle } from '#shared/model/recordTypes'

const order = sectionKeysOf('product')
const required = requiredSectionsOf('product')

/** `missing` is what a release waits for; `empty` may stay so. */
export interface StripItem { key: string | null; sectionId: string | undefined; title: string; state: 'filled' | 'empty' | 'missing' }

/** Those of the body in its order, and the required ones that it has not where they belong. */
export const stripItems = (body: Body, language: Language): StripItem[] => {
  const items = body.sections.map((section): StripItem => ({
    key: section.key, sectionId: section.id, title: section.title,
    state: isFilled(section) ? 'filled' : section.key !== null && required.includes(section.key) ? 'missing' : 'empty',
  }))
  for (const key of required) {
    if (items.some((item) => item.key === key)) continue
    const after = items.findIndex((item) => item.key !== null && order.indexOf(item.key) > order.indexOf(key))
    items.splice(after === -1 ? items.length : after, 0, { key, sectionId: undefined, title: sectionTitle(key, language), state: 'missing' })
  }
  return items
}

/** The sections of a product as its strip shows them, and where a section that is missing belongs. */
import type { Block } from '#shared/model/body/blocks'
import type { Body } from '#shared/model/body/body'
import { isFilled } from '#shared/model/gates'
import type { Language } from '#shared/model/language'
import { requiredSectionsOf, sectionKeysOf, sectionTitle } from '#shared/model/recordTypes'

const order = sectionKeysOf('product')
const required = requiredSectionsOf('product')

/** `missing` is what a release waits for; `empty` may stay so. */
export interface StripItem { key: string | null; sectionId: string | undefined; title: string; state: 'filled' | 'empty' | 'missing' }

/** The section before which one of this key belongs; undefined for the end. */
export const sectionAfter = ({ sections }: Body, key: string): string | undefined =>
  sections.find((section) => section.key !== null && order.indexOf(section.key) > order.indexOf(key))?.id

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

/** The body with a block at the end of a section; without one, at the end of what stands before the first. */
export const withBlockAtEnd = (body: Body, sectionId: string | undefined, block: Block): Body => {
  if (!body.sections.some(({ id }) => id === sectionId)) return { ...body, preamble: [...body.preamble, block] }
  return { ...body, sections: body.sections.map((section) => (section.id === sectionId ? { ...section, blocks: [...section.blocks, block] } : section)) }
}

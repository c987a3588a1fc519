/** Where in a body a section belongs that it does not have yet, and a block put at the end of one. */
import type { Block } from '#shared/model/body/blocks'
import type { Body } from '#shared/model/body/body'
import { sectionKeysOf, type RecordType } from '#shared/model/recordTypes'

/** The section before which one of this key belongs; undefined for the end. */
export const sectionAfter = ({ sections }: Body, key: string, type: RecordType): string | undefined => {
  const order = sectionKeysOf(type)
  return sections.find((section) => section.key !== null && order.indexOf(section.key) > order.indexOf(key))?.id
}

/** The body with a block at the end of a section; without one, at the end of what stands before the first. */
export const withBlockAtEnd = (body: Body, sectionId: string | undefined, block: Block): Body => {
  if (!body.sections.some(({ id }) => id === sectionId)) return { ...body, preamble: [...body.preamble, block] }
  return { ...body, sections: body.sections.map((section) => (section.id === sectionId ? { ...section, blocks: [...section.blocks, block] } : section)) }
}

/** The body of a record: a preamble, then sections. Versioned apart from the record, so that an old body always loads. */
import { z } from 'zod'
import { BlockId, newBlockId } from '../ids'
import { Block } from './blocks'

/** A named part of a body. `key` is one of its type's sections (see recordTypes) or null for a section of the author's own. */
export const Section = z.looseObject({ id: BlockId, key: z.string().nullable(), title: z.string(), blocks: z.array(Block) })
export type Section = z.infer<typeof Section>

/** `preamble` holds what stands before the first section heading. */
export const Body = z.looseObject({ version: z.literal(1), preamble: z.array(Block), sections: z.array(Section) })
export type Body = z.infer<typeof Body>

export const emptyBody = (): Body => ({ version: 1, preamble: [], sections: [] })

export const newSection = (key: string | null, title: string, blocks: Block[] = []): Section => ({ id: newBlockId(), key, title, blocks })

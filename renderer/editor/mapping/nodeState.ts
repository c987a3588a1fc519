/**
 * What a Lexical node carries of the body beyond what Lexical itself knows: block ids, keys of newer versions, unknown marks.
 * Everything here is JSON, survives `editorState.toJSON()` and is never mutated.
 */
import { createState, type LexicalNode, $getState, $setState } from 'lexical'
import { z } from 'zod'
import { KnownBlock, UnknownBlock } from '#shared/model/body/blocks'
import { Inline } from '#shared/model/body/inlines'

export type Kept = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

export const sameJson = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => sameJson(item, b[index]))
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
}

const JsonObject = z.record(z.string(), z.unknown())
const nothing: Kept = Object.freeze({})

const parseKept = (value: unknown): Kept => {
  const parsed = JsonObject.safeParse(value)
  return parsed.success ? parsed.data : nothing
}

const parseText = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The id of a block or section; empty until the block-id transform gives one. A copied node starts without. */
export const idState = createState('bodyId', { parse: parseText, resetOnCopyNode: true })

/** Keys of a block that the node does not show, verbatim. */
export const keptState = createState('kept', { parse: parseKept, isEqual: sameJson, resetOnCopyNode: true })

/** Keys of a text that the node does not show; both halves of a split text keep them. */
export const textKeptState = createState('textKept', { parse: parseKept, isEqual: sameJson })

/** Marks that Lexical has no format for. */
export const unknownMarksState = createState('marks', {
  parse: (value): readonly string[] => (Array.isArray(value) ? value.filter((mark) => typeof mark === 'string') : []),
  isEqual: sameJson,
})

/** A paragraph that is there only to hold the caret in a part of the body that is empty. It is not read back until it has content. */
export const fillerState = createState('filler', { parse: (value): boolean => value === true, resetOnCopyNode: true })

/** The number at which a list item begins a new list within its Lexical list; -1 for none. */
export const listStartState = createState('listStart', {
  parse: (value): number => (typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : -1),
  resetOnCopyNode: true,
})

/** How the number of a list item is written; empty for the usual way. The item that Enter makes of one is written the same. */
export const listSchemeState = createState('listScheme', { parse: (value): '' | 'chinese' => (value === 'chinese' ? value : '') })

/** The key of a section (see sectionsByType), null for one of the author's own. */
export const sectionKeyState = createState('sectionKey', {
  parse: (value): string | null => (typeof value === 'string' ? value : null),
  resetOnCopyNode: true,
})

/** An inline that Lexical does not edit as text: the whole of it, verbatim. */
export const inlineAtomState = createState('inline', {
  parse: (value): Inline => { const parsed = Inline.safeParse(value); return parsed.success ? parsed.data : { type: '' } },
  isEqual: sameJson,
})

const BlockAtom = z.looseObject({ type: z.string() })
export type BlockAtom = z.infer<typeof BlockAtom>

/** A block without children of its own, verbatim but for its id. */
export const blockAtomState = createState('block', {
  parse: (value): BlockAtom => {
    const parsed = BlockAtom.safeParse(value)
    return parsed.success && z.union([KnownBlock, UnknownBlock]).safeParse({ ...parsed.data, id: 'new' }).success ? parsed.data : { type: '' }
  },
  isEqual: sameJson,
})

export const tones = ['note', 'tip', 'warning', 'danger'] as const
export type Tone = (typeof tones)[number]

const Container = z.union([
  z.looseObject({ type: z.literal('quote') }),
  z.looseObject({ type: z.literal('callout'), tone: z.enum(tones) }),
])
export type Container = z.infer<typeof Container>

/** A quote or a callout without its id and its blocks. */
export const containerState = createState('container', {
  parse: (value): Container => { const parsed = Container.safeParse(value); return parsed.success ? parsed.data : { type: 'quote' } },
  isEqual: sameJson,
})

export const $bodyId = (node: LexicalNode): string => $getState(node, idState)

/** Marks a new node with the id and the other keys of the block that it shows. */
export const $carry = <T extends LexicalNode>(node: T, id: string, kept: Kept): T => {
  if (id !== '') $setState(node, idState, id)
  if (Object.keys(kept).length > 0) $setState(node, keptState, kept)
  return node
}

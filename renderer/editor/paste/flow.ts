/** Gathers what is read, piece by piece, into blocks: lines of text, items of lists, and blocks that come whole. */
import type { z } from 'zod'
import { newBlockId } from '#shared/model/ids'
import type { Align, Block, ListItemBlock } from '#shared/model/body/blocks'
import { isKnownInline, type Inline, type LinkInline as LinkSchema, type TextInline } from '#shared/model/body/inlines'
import { normaliseInlines } from '#shared/model/body/normalise'
import { limits, PasteTooLarge } from './pasted'
import type { Marks } from './styles'

type LinkInline = z.infer<typeof LinkSchema>

/** How much has been read so far, over all that is nested. */
export interface Extent { text: number, parts: number }

export type LineKind =
  | { type: 'paragraph' }
  /** As it was written: 1 is the highest. */
  | { type: 'heading', level: number }
  /** `value` is the number that the item shows, where it shows one. */
  | { type: 'item', list: ListItemBlock['list'], level: number, value?: number | undefined, checked?: boolean | undefined }

export interface Flow {
  /** Ends the line before and says what the next one is; a line without content never comes to be. */
  beginLine: (kind: LineKind, align?: Align) => void
  endLine: () => void
  /** Whether anything stands in the line yet. */
  isLineOpen: () => boolean
  text: (text: string, marks: Marks, link: string | undefined) => void
  inline: (inline: Inline) => void
  block: (block: Block) => void
  blocks: () => Block[]
}

const maxItemLevel = 8

const textOf = (inline: Inline | undefined): TextInline | undefined => (inline && isKnownInline(inline) && inline.type === 'text' ? inline : undefined)

const linkOf = (inline: Inline | undefined): LinkInline | undefined => (inline && isKnownInline(inline) && inline.type === 'link' ? inline : undefined)

const isSpace = (inline: Inline): boolean => inline.type === 'break' || /^[\s\u00a0]*$/.test(textOf(inline)?.text ?? 'x')

const withoutEndSpaces = (text: string): string => {
  let end = text.length
  while (end > 0 && /[ \u00a0]/.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** Without breaks and spaces at its ends. */
const trimmed = (inlines: readonly Inline[]): Inline[] => {
  const from = inlines.findIndex((inline) => !isSpace(inline))
  if (from === -1) return []
  const kept = inlines.slice(from, inlines.findLastIndex((inline) => !isSpace(inline)) + 1)
  return kept.map((inline, index) => {
    const piece = textOf(inline)
    if (!piece) return inline
    let { text } = piece
    if (index === 0) text = text.replace(/^[ \u00a0]+/, '')
    if (index === kept.length - 1) text = withoutEndSpaces(text)
    return { ...piece, text }
  })
}

export const createFlow = (extent: Extent): Flow => {
  const out: Block[] = []
  let kind: LineKind = { type: 'paragraph' }
  let align: Align | undefined
  let line: Inline[] = []
  /** The lists that are open at each level and how far they have counted; none after anything that is no item. */
  let counted: { list: ListItemBlock['list'], count: number }[] = []

  const count = (parts: number, text: number): void => {
    extent.parts += parts
    extent.text += text
    if (extent.parts > limits.parts || extent.text > limits.text) throw new PasteTooLarge()
  }

  const add = (block: Block): void => {
    count(1, 0)
    if (block.type !== 'listItem') counted = []
    out.push(block)
  }

  const addItem = (item: Extract<LineKind, { type: 'item' }>, inlines: Inline[]): void => {
    const level = Math.min(item.level, maxItemLevel)
    counted.length = Math.min(counted.length, level + 1)
    if (counted[level]?.list !== item.list) counted.length = Math.min(counted.length, level)
    while (counted.length <= level) counted.push({ list: item.list, count: 0 })
    const run = counted[level]
    if (!run) return
    const starts = item.list === 'number' && item.value !== undefined && item.value !== run.count + 1
    run.count = starts && item.value !== undefined ? item.value : run.count + 1
    add({
      type: 'listItem', id: newBlockId(), list: item.list, level, ...(align ? { align } : {}), ...(starts ? { start: item.value } : {}),
      ...(item.checked ? { checked: true } : {}), inlines,
    })
  }

  const endLine = (): void => {
    const inlines = normaliseInlines(trimmed(line))
    line = []
    if (inlines.length > 0) {
      if (kind.type === 'item') addItem(kind, inlines)
      else if (kind.type === 'heading') add({ type: 'heading', id: newBlockId(), level: kind.level, ...(align ? { align } : {}), inlines })
      else add({ type: 'paragraph', id: newBlockId(), ...(align ? { align } : {}), inlines })
    }
    kind = { type: 'paragraph' }
    align = undefined
  }

  const endsInSpace = (): boolean => {
    const last = line.at(-1)
    if (!last || last.type === 'break') return true
    return (linkOf(last)?.inlines.at(-1) ?? textOf(last))?.text.endsWith(' ') ?? false
  }

  return {
    beginLine: (next, at) => { endLine(); kind = next; align = at },
    endLine,
    isLineOpen: () => line.some((inline) => !isSpace(inline)),
    text: (text, marks, link) => {
      const shown = text.startsWith(' ') && endsInSpace() ? text.slice(1) : text
      if (shown === '') return
      count(1, shown.length)
      const piece: TextInline = { type: 'text', text: shown, ...(marks.size > 0 ? { marks: [...marks] } : {}) }
      const open = linkOf(line.at(-1))
      if (link === undefined) line.push(piece)
      else if (open?.href === link) open.inlines.push(piece)
      else line.push({ type: 'link', href: link, inlines: [piece] })
    },
    inline: (inline) => { count(1, 0); line.push(inline) },
    block: (block) => { endLine(); add(block) },
    blocks: () => { endLine(); return out },
  }
}

/**
 * The normal form of a body, in which it is hashed, compared and written: neighbouring texts with the same marks are one, marks stand
 * in order and once, and what says nothing (an empty text, no indent, the left edge, no check, an empty caption) is left out.
 * Normalising twice changes nothing.
 */
import { isKnownBlock, type Block } from './blocks'
import type { Body } from './body'
import { isKnownInline, markOrder, type Inline, type TextInline } from './inlines'

const rank = (mark: string): number => {
  const index = (markOrder as readonly string[]).indexOf(mark)
  return index === -1 ? markOrder.length : index
}

export const sortMarks = (marks: readonly string[]): string[] =>
  [...new Set(marks)].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))

const normaliseText = ({ marks, ...rest }: TextInline): TextInline => {
  const sorted = sortMarks(marks ?? [])
  return sorted.length > 0 ? { ...rest, marks: sorted } : rest
}

const looks = ({ text: _text, ...rest }: TextInline): string => JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)))

const isText = (inline: Inline | undefined): inline is TextInline => inline?.type === 'text'

export const normaliseInlines = <T extends Inline>(inlines: readonly T[]): T[] => {
  const out: T[] = []
  for (const inline of inlines) {
    const next = normaliseInline(inline)
    const last = out.at(-1)
    if (isText(next)) {
      if (next.text === '') continue
      if (isText(last) && looks(last) === looks(next)) { out[out.length - 1] = { ...last, text: last.text + next.text }; continue }
    }
    out.push(next)
  }
  return out
}

const normaliseInline = <T extends Inline>(inline: T): T => {
  if (isText(inline)) return normaliseText(inline) as T
  if (isKnownInline(inline) && (inline.type === 'link' || inline.type === 'footnote')) return { ...inline, inlines: normaliseInlines(inline.inlines) }
  return inline
}

/** What a key says when it is not there. */
const unsaid: Readonly<Record<string, unknown>> = { indent: 0, align: 'left', checked: false, caption: '' }

const withoutUnsaid = <T extends object>(value: T): T => {
  const said = Object.entries(value).filter(([key, each]) => each !== undefined && !(key in unsaid && unsaid[key] === each))
  return said.length === Object.keys(value).length ? value : Object.fromEntries(said) as T
}

export const normaliseBlock = (block: Block): Block => {
  if (!isKnownBlock(block)) return block
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'listItem': return withoutUnsaid({ ...block, inlines: normaliseInlines(block.inlines) })
    case 'quote':
    case 'callout': return { ...block, blocks: block.blocks.map(normaliseBlock) }
    case 'table': return withoutUnsaid({
      ...block,
      rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(normaliseBlock) })) })),
    })
    case 'image': return withoutUnsaid(block)
    case 'divider': return block
  }
}

export const normaliseBody = (body: Body): Body => ({
  ...body,
  preamble: body.preamble.map(normaliseBlock),
  sections: body.sections.map((section) => ({ ...section, blocks: section.blocks.map(normaliseBlock) })),
})

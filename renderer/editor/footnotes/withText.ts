/** A note's inlines with another text: what stays of the old text keeps its marks and links, what is new takes the looks of where it was typed. */
import type { BreakInline, LinkInline, TextInline } from '#shared/model/body/inlines'
import { normaliseInlines } from '#shared/model/body/normalise'
import { inlineText } from '#shared/model/body/walk'
import type { z } from 'zod'

type NoteInline = TextInline | z.infer<typeof BreakInline> | z.infer<typeof LinkInline>

/** The first `length` code units of the inlines' text, or those from there on. */
const cut = (inlines: readonly NoteInline[], length: number, side: 'before' | 'after'): NoteInline[] => {
  let at = 0
  return inlines.flatMap((inline): NoteInline[] => {
    const start = at
    const size = inlineText([inline]).length
    at += size
    const split = Math.min(Math.max(length - start, 0), size)
    if (side === 'before' ? split === 0 : split === size) return []
    if (split === (side === 'before' ? size : 0)) return [inline]
    if (inline.type === 'text') return [{ ...inline, text: side === 'before' ? inline.text.slice(0, split) : inline.text.slice(split) }]
    if (inline.type === 'link') return [{ ...inline, inlines: cut(inline.inlines, split, side).filter((inner): inner is TextInline => inner.type === 'text') }]
    return []
  })
}

const marksOf = (inline: NoteInline | undefined): string[] | undefined => (inline?.type === 'text' ? inline.marks : undefined)

const written = (text: string, marks: string[] | undefined): NoteInline[] => text.split('\n').flatMap((line, index): NoteInline[] =>
  [...(index > 0 ? [{ type: 'break' as const }] : []), { type: 'text' as const, text: line, ...(marks ? { marks } : {}) }])

const commonStart = (a: string, b: string): number => {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return at
}

const commonEnd = (a: string, b: string, most: number): number => {
  let count = 0
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1
  return count
}

export const withText = (inlines: readonly NoteInline[], text: string): NoteInline[] => {
  const old = inlineText(inlines)
  if (old === text) return [...inlines]
  const start = commonStart(old, text)
  const end = commonEnd(old, text, Math.min(old.length, text.length) - start)
  const before = cut(inlines, start, 'before')
  const after = cut(inlines, old.length - end, 'after')
  return normaliseInlines([...before, ...written(text.slice(start, text.length - end), marksOf(before.at(-1) ?? after[0])), ...after])
}

/** A document's parts as what a page lists: each record, or each chapter, is read by itself. */
import type { DocumentPart } from '../../../documents/plan/plan'

export type ReadPart = Exclude<DocumentPart, { kind: 'cover' | 'contents' }>

/** `id` of a record is its own, so that links find it. `recordId` is undefined for a chapter. */
export interface WebEntry { id: string; recordId: string | undefined; title: string; parts: ReadPart[] }

const titleOf = (part: ReadPart): string => (part.kind === 'head' || part.kind === 'section' ? part.title : '')

/** Heads and sections of level 1 begin an entry, with what stands below them. */
const begins = (part: ReadPart): boolean => (part.kind === 'head' || part.kind === 'section') && part.level <= 1 && part.title !== ''

export const entriesOf = (parts: readonly ReadPart[]): WebEntry[] => {
  const entries: WebEntry[] = []
  for (const part of parts) {
    const last = entries.at(-1)
    if (last && !begins(part)) last.parts.push(part)
    else entries.push({ id: part.kind === 'head' ? part.id : `part-${entries.length + 1}`, recordId: part.kind === 'head' ? part.id : undefined, title: titleOf(part), parts: [part] })
  }
  return entries
}

export const readParts = (parts: readonly DocumentPart[]): ReadPart[] => parts.flatMap((part) => (part.kind === 'cover' || part.kind === 'contents' ? [] : [part]))

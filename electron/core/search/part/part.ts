/**
 * A part of the index: some documents with their terms, facts, names by sound and texts. Nothing of it ever changes; what was removed is
 * kept beside it, and parts are merged to leave it out.
 */
import { foldedUnits } from '#shared/text/fold'
import { mergeSegments, renumber } from '../postings/mergeSegments'
import type { Segment } from '../postings/segment'
import { createSegmentBuilder } from '../postings/segmentBuilder'
import { makeSoundNames, type SoundName, type SoundNames } from '../sound/soundNames'
import { mergeSoundNames } from '../sound/soundNamesColumns'
import { factsOf, makeTable, type DocumentFacts, type DocumentTable } from './documentTable'
import type { SearchDocument } from './searchDocument'
import { memoryTexts, writeText, type PartTexts } from './texts'

export interface Part { segment: Segment; table: DocumentTable; names: SoundNames; texts: PartTexts }

/** Lets the files of a part go. */
export const closePart = ({ segment, texts }: Part): void => {
  segment.lists.close()
  texts.close()
}

/** A part that is being made: its texts go where `keepText` puts them, so that they need not all be held. */
export interface PartBuilder {
  add: (document: SearchDocument) => void
  /** How many documents it has. */
  count: () => number
  /** How many terms of documents it has: what its memory grows with, 16 bytes each. */
  size: () => number
  finish: () => Omit<Part, 'texts'>
}

export const createPartBuilder = (keepText: (bytes: Uint8Array) => void): PartBuilder => {
  const segment = createSegmentBuilder()
  const facts: DocumentFacts[] = []
  const named: SoundName[] = []
  return {
    add: ({ pieces, ...document }) => {
      const { bytes, units, spans } = writeText(pieces)
      keepText(bytes)
      segment.add(foldedUnits(units), spans)
      for (const { field, text } of pieces) if (field === 'title' || field === 'tags') named.push({ document: facts.length, field, text })
      facts.push(document)
    },
    count: () => facts.length,
    size: segment.size,
    finish: () => ({ segment: segment.finish(), table: makeTable(facts), names: makeSoundNames(named) }),
  }
}

/** A part of a few documents, in memory. */
export const makePart = (documents: readonly SearchDocument[]): Part => {
  const texts: Uint8Array[] = []
  const builder = createPartBuilder((bytes) => { texts.push(bytes) })
  documents.forEach(builder.add)
  return { ...builder.finish(), texts: memoryTexts(texts) }
}

/** One part of several, without what was removed: the documents of the first come first. `keepText` is given the texts in order. */
export const mergeParts = (
  parts: readonly Part[], isRemoved: (part: number, document: number) => boolean, keepText: (bytes: Uint8Array) => void,
): Omit<Part, 'texts'> => {
  const sources = renumber(parts.map(({ segment }) => segment), isRemoved)
  const facts: DocumentFacts[] = []
  parts.forEach(({ table, texts }, position) => {
    sources[position]?.renumbered.forEach((number, document) => {
      if (number < 0) return
      facts.push(factsOf(table, document))
      keepText(texts.bytes(document))
    })
  })
  return {
    segment: mergeSegments(sources), table: makeTable(facts),
    names: mergeSoundNames(parts.map(({ names }, position) => ({ names, renumbered: sources[position]?.renumbered ?? new Int32Array(0) }))),
  }
}

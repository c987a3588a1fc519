/** A segment as columns, and back; its lists are kept apart. */
import type { Lists, Segment } from '../postings/segment'
import { packStrings, readStrings, type Column, type Columns } from './columns'

export const segmentColumns = ({ pairs, words, counts, starts }: Segment): [string, Column][] =>
  [['pairs', pairs], ['words', packStrings(words)], ['counts', counts], ['starts', starts]]

export const readSegment = (columns: Columns, documentCount: number, lists: Lists): Segment => ({
  documentCount, pairs: columns.u32('pairs'), words: readStrings(columns.u8('words')), counts: columns.u32('counts'), starts: columns.u32('starts'), lists,
})

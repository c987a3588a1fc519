/** A segment as columns, and back. */
import type { Segment } from '../postings/segment'
import { packStrings, readStrings, type Column, type Columns } from './columns'

export const segmentColumns = ({ pairs, words, starts, lists }: Segment): [string, Column][] =>
  [['pairs', pairs], ['words', packStrings(words)], ['starts', starts], ['lists', lists]]

export const readSegment = (columns: Columns, documentCount: number): Segment => ({
  documentCount, pairs: columns.u32('pairs'), words: readStrings(columns.u8('words')), starts: columns.u32('starts'), lists: columns.u8('lists'),
})

/** An open record for what shows nothing of its text: the same object while only its body and its revision change, as they do with each save. */
import { useState } from 'react'
import type { RecordFile } from '#shared/model/record'
import type { OpenRecord } from './useRecordSession'

const others: ReadonlySet<string> = new Set(['body', 'revision', 'content'])

const areAlike = (a: object, b: object): boolean => {
  const there = new Map(Object.entries(b))
  return Object.keys(a).length === there.size && Object.entries(a).every(([key, value]) => others.has(key) || Object.is(value, there.get(key)))
}

const isShownAlike = (before: RecordFile, after: RecordFile): boolean => areAlike(before, after) && areAlike(before.content, after.content)

export const useBesideBody = (open: OpenRecord): OpenRecord => {
  const [kept, setKept] = useState(open)
  const { session, view: { record, bodyVersion } } = open
  if (kept === open || (kept.session === session && kept.view.bodyVersion === bodyVersion && isShownAlike(kept.view.record, record))) return kept
  setKept(open)
  return open
}

/** What stands in which row of a list: records, and above each group its head. Only heads of folded groups take a row. */
import type { RecordGroup } from '#shared/contract/records'

/** `offset` is the place in the whole list, all groups open: of a head, that of the first record below it. */
export type Place = { kind: 'row'; offset: number; level: number } | { kind: 'group'; offset: number; group: RecordGroup; isFolded: boolean; name: string }

export interface Layout {
  /** How many rows. */
  total: number
  placeAt: (index: number) => Place | undefined
  /** Where the head stands to which a row belongs; undefined where there are no groups. */
  headOf: (index: number) => number | undefined
}

export const plainLayout = (total: number): Layout => ({
  total, headOf: () => undefined,
  placeAt: (index) => (index >= 0 && index < total ? { kind: 'row', offset: index, level: 0 } : undefined),
})

interface Segment { start: number; offset: number; group: RecordGroup; isFolded: boolean; rows: number }

const segmentsOf = (groups: readonly RecordGroup[], folded: ReadonlySet<string>): Segment[] => {
  const segments: Segment[] = []
  let [start, offset] = [0, 0]
  let hiddenBelow = Number.POSITIVE_INFINITY
  for (const group of groups) {
    if (group.level <= hiddenBelow) {
      hiddenBelow = Number.POSITIVE_INFINITY
      const isFolded = folded.has(group.value)
      const rows = isFolded ? 0 : group.count
      segments.push({ start, offset, group, isFolded, rows })
      start += 1 + rows
      if (isFolded) hiddenBelow = group.level
    }
    offset += group.count
  }
  return segments
}

/** The last segment that begins at a row or before it. */
const segmentAt = (segments: readonly Segment[], index: number): Segment | undefined => {
  let [low, high] = [0, segments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((segments[middle]?.start ?? 0) <= index) low = middle + 1
    else high = middle
  }
  return segments[low - 1]
}

/** The groups as they were listed, each after the ones above it; `nameOf` says what one is called. */
export const groupedLayout = (groups: readonly RecordGroup[], folded: ReadonlySet<string>, nameOf: (value: string) => string): Layout => {
  const segments = segmentsOf(groups, folded)
  const last = segments.at(-1)
  const total = last ? last.start + 1 + last.rows : 0
  return {
    total,
    placeAt: (index) => {
      const segment = index < 0 || index >= total ? undefined : segmentAt(segments, index)
      if (!segment) return undefined
      const { start, offset, group, isFolded } = segment
      if (index === start) return { kind: 'group', offset, group, isFolded, name: nameOf(group.value) }
      return { kind: 'row', offset: offset + index - start - 1, level: group.level + 1 }
    },
    headOf: (index) => segmentAt(segments, index)?.start,
  }
}

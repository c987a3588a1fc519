/** Which rows of a difference are shown: what changed and what stands around it; long stretches that are the same are folded. */
import type { DifferenceRow } from '#shared/model/difference/bodies'

/** Rows from `start` up to `end`; a folded stretch says only how many it holds. `isChange` of one change: a row that became another, or neighbours that came, went or moved. */
export interface Stretch { start: number; end: number; isChange: boolean; isFolded: boolean }

/** Rows shown on either side of a change. */
const context = 1

/** Rows that are drawn at once where all are asked for: more come on demand. */
export const drawnAtOnce = 200

const isChange = ({ kind }: DifferenceRow): boolean => kind !== 'same'

/** Whether a row goes on what the one before it is part of. */
const goesOn = (row: DifferenceRow, before: DifferenceRow | undefined): boolean =>
  before !== undefined && isChange(row) === isChange(before) && row.kind !== 'changed' && before.kind !== 'changed'

/** The changes, and the runs of what is the same, in order. */
const runs = (rows: readonly DifferenceRow[]): Omit<Stretch, 'isFolded'>[] => {
  const found: Omit<Stretch, 'isFolded'>[] = []
  for (const [at, row] of rows.entries()) {
    const last = found.at(-1)
    if (last && goesOn(row, rows[at - 1])) last.end = at + 1
    else found.push({ start: at, end: at + 1, isChange: isChange(row) })
  }
  return found
}

/** A run of the same between changes, its ends shown, the middle folded if that saves more than one row. */
const fold = (run: Omit<Stretch, 'isFolded'>, isFirst: boolean, isLast: boolean): Stretch[] => {
  const from = run.start + (isFirst ? 0 : context)
  const to = run.end - (isLast ? 0 : context)
  if (to - from < 2) return [{ ...run, isFolded: false }]
  const piece = (start: number, end: number, isFolded: boolean): Stretch[] => (start < end ? [{ start, end, isChange: false, isFolded }] : [])
  return [...piece(run.start, from, false), ...piece(from, to, true), ...piece(to, run.end, false)]
}

/** The stretches of the rows in order, with what is the same folded unless `all` is asked for. */
export const stretchesOf = (rows: readonly DifferenceRow[], all: boolean): Stretch[] => {
  const found = runs(rows)
  return found.flatMap((run, index) => (run.isChange || all ? [{ ...run, isFolded: false }] : fold(run, index === 0, index === found.length - 1)))
}

/** The first `limit` rows of the stretches that are not folded, and how many are left. */
export const firstStretches = (stretches: readonly Stretch[], limit: number): { shown: Stretch[]; left: number } => {
  let room = limit
  let left = 0
  const shown: Stretch[] = []
  for (const stretch of stretches) {
    const size = stretch.isFolded ? 1 : stretch.end - stretch.start
    if (room <= 0) { left += stretch.end - stretch.start; continue }
    const end = stretch.isFolded ? stretch.end : Math.min(stretch.end, stretch.start + room)
    left += stretch.end - end
    shown.push({ ...stretch, end })
    room -= size
  }
  return { shown, left }
}

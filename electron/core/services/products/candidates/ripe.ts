/** Records that a product could be made from: proven ones that none comes of yet, ranked by what is known of them without reading them. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RecordRow } from '#shared/contract/records'
import type { UsageFile } from '#shared/model/usage'
import type { Session } from '../../session'
import { knownEditions } from '../knownEditions'
import { cheapScore, type Known } from './weights'

export type Uses = UsageFile['records']

export interface Ripe extends Known { score: number }

const ripeTypes: ReadonlySet<string> = new Set(['case', 'experience', 'tool'])
const ripeStages: ReadonlySet<string> = new Set(['validated', 'published'])

/** So many rows are looked at in one turn of the loop: some milliseconds. */
const looksAtOnce = 500

/** A case of what went wrong proves no practice. */
const isProven = ({ type, stage, polarity }: RecordRow): boolean => ripeTypes.has(type) && ripeStages.has(stage) && !(type === 'case' && polarity === 'negative')

const isMadeOf = ({ catalog }: Session, id: string): boolean =>
  catalog.backlinks(id).some(({ row, relation }) => row.type === 'product' && (relation === 'derivedFrom' || relation === 'cites'))

/** The records that an edition came of, also where its product goes without them now. */
const releasedSources = async (session: Session): Promise<ReadonlySet<string>> => {
  const sources = new Set<string>()
  for (const id of [...session.catalog.ids()]) {
    const row = session.catalog.get(id)
    if (row?.type !== 'product' || row.edition === null) continue
    for (const edition of await knownEditions(session, id)) for (const recordId of edition.sources) sources.add(recordId)
  }
  return sources
}

const ripeOf = ({ catalog }: Session, row: RecordRow, uses: Uses): Ripe => {
  const use = uses[row.id]
  const ripe = { row, used: (use?.opened ?? 0) + (use?.exported ?? 0) + (use?.filledIn ?? 0), cited: catalog.backlinkCount(row.id), stars: use?.rating ?? 0 }
  return { ...ripe, score: cheapScore(ripe) }
}

const byScore = (a: Ripe, b: Ripe): number => b.score - a.score || (a.row.updatedAt < b.row.updatedAt ? 1 : -1)

/** `all` by id, in no order; `ripest` the first so many of them, the ripest first. */
export interface RipeRecords { all: ReadonlyMap<string, Ripe>; ripest: readonly Ripe[] }

/** Sorting all of them would hold up everybody else. */
export const findRipe = async (session: Session, uses: Uses, mostRipest: number): Promise<RipeRecords> => {
  const sources = await releasedSources(session)
  const all = new Map<string, Ripe>()
  let ripest: Ripe[] = []
  let looked = 0
  for (const id of [...session.catalog.ids()]) {
    if ((looked += 1) % looksAtOnce === 0) await nextTurn()
    const row = session.catalog.get(id)
    if (!row || !isProven(row) || sources.has(id) || isMadeOf(session, id)) continue
    const ripe = ripeOf(session, row, uses)
    all.set(id, ripe)
    ripest.push(ripe)
    if (ripest.length >= mostRipest * 4) ripest = ripest.sort(byScore).slice(0, mostRipest)
  }
  return { all, ripest: ripest.sort(byScore).slice(0, mostRipest) }
}

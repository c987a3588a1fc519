/** Records that are perhaps the same, written down twice: which, how much alike, and why; and what somebody said is not. */
import { setImmediate as turn } from 'node:timers/promises'
import { isAppError } from '#shared/contract/errors'
import type { RecordRow } from '#shared/contract/records'
import type { DuplicateAnswer, DuplicateRecord, LikeTitle } from '#shared/contract/duplicates'
import { areEnough, comparedWith, DistinctPair, distinctPair, mayBeDuplicate, mostDistinct, originalOf, saysAnything } from '#shared/model/duplicates'
import type { LibraryFile } from '#shared/model/library'
import type { RecordContent, RecordFile } from '#shared/model/record'
import { isNearDuplicate } from '#shared/model/search'
import type { Changes } from './changes'
import type { Session, SessionHolder } from './session'

export interface DuplicateService {
  /** Those of one record, the most alike first. Throws what reading it throws. */
  of: (id: string) => Promise<DuplicateAnswer>
  /** Records that bear a title, or nearly; but one. */
  titles: (title: string, except: string | undefined, limit: number) => Promise<LikeTitle[]>
  /** Says that two records are not the same. Throws why the library can't be written. */
  keepApart: (id: string, other: string) => Promise<null>
}

const mostAsked = 8

/** What a newer version wrote, and this one can't read, is left alone. */
const pairsOf = (distinct: LibraryFile['distinct'] = []): DistinctPair[] => distinct.flatMap((each) => DistinctPair.safeParse(each).data ?? [])

const keyOf = ({ records }: DistinctPair): string => records.join(' ')

/** What can't be read is told elsewhere; here it is like nothing. */
const readIfWhole = async ({ folder }: Session, id: string): Promise<RecordContent | undefined> => folder.records.read(id).then(({ content }) => content, (error: unknown) => {
  if (isAppError(error)) return undefined
  throw error
})

/** How much of the text is the same, by record: near-duplicates, and those that bear the same title or came from the same file. */
const candidates = async ({ indexing, catalog }: Session, { id, content }: RecordFile): Promise<Map<string, number>> => {
  const similar = await indexing.ask('similar', { id, limit: mostAsked })
  const titles = await indexing.ask('titles', { title: content.title, limit: mostAsked })
  const file = originalOf(content)
  const sameFile = file && catalog.byOriginal(file.sha256)
  const resemblances = new Map(similar.map((each) => [each.id, each.resemblance]))
  const found = [
    ...similar.filter(({ resemblance }) => isNearDuplicate(resemblance)).map((each) => each.id),
    ...titles.filter(({ likeness }) => likeness === 1).map((each) => each.id), ...sameFile ? [sameFile.id] : [],
  ]
  return new Map(found.filter((each) => each !== id).map((each) => [each, resemblances.get(each) ?? 0]))
}

/** Tells whether somebody said that two records are not the same, as the library has it now. */
export const keptApart = ({ folder }: Session): ((id: string, other: string) => boolean) => {
  const apart = new Set(pairsOf(folder.library.current().distinct).map(keyOf))
  return (id, other) => apart.has(keyOf(distinctPair(id, other)))
}

export const findDuplicates = async (session: Session, id: string): Promise<DuplicateRecord[]> => {
  const record = await session.folder.records.read(id)
  if (!mayBeDuplicate(record.content) || !saysAnything(record.content)) return []
  const isApart = keptApart(session)
  const reasonsFor = comparedWith(record.content)
  const found: DuplicateRecord[] = []
  for (const [other, resemblance] of await candidates(session, record)) {
    const row = session.catalog.get(other)
    if (!row || !mayBeDuplicate(row) || isApart(id, other)) continue
    // Long texts take a while: whoever else asks is answered in between.
    await turn()
    const content = await readIfWhole(session, other)
    const reasons = content ? reasonsFor(content) : []
    const isNear = isNearDuplicate(resemblance) && reasons.some(({ kind }) => kind === 'sentences')
    if (isNear || areEnough(reasons)) found.push({ row, resemblance, reasons })
  }
  return found.sort((a, b) => b.resemblance - a.resemblance)
}

export const createDuplicateService = ({ sessions, changes }: { sessions: SessionHolder; changes: Changes }): DuplicateService => ({
  of: async (id) => {
    const session = sessions.required()
    return { records: await findDuplicates(session, id), complete: session.indexing.isComplete() }
  },
  titles: async (title, except, limit) => {
    const { indexing, catalog } = sessions.required()
    const found = await indexing.ask('titles', { title, limit: limit + 1 })
    return found.flatMap(({ id, likeness }) => {
      const row: RecordRow | undefined = id === except ? undefined : catalog.get(id)
      return row ? [{ row, same: likeness === 1 }] : []
    }).slice(0, limit)
  },
  keepApart: async (id, other) => {
    const session = sessions.writable()
    const pair = distinctPair(id, other)
    await session.write(async () => session.folder.library.update((library) => {
      const { distinct = [] } = library
      if (pairsOf(distinct).some((each) => keyOf(each) === keyOf(pair))) return library
      return { ...library, distinct: [...distinct, pair].slice(-mostDistinct) }
    }))
    changes.publish({ type: 'records', ids: [id, other] })
    return null
  },
})

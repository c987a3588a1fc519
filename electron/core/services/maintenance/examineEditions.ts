/** Examines the editions of a record: each by itself, how they stand on one another, and whether those of this library were released here. */
import { join } from 'node:path'
import { AppError } from '#shared/contract/errors'
import type { NamedRecord } from '#shared/contract/library'
import type { Edition } from '#shared/model/edition'
import type { RecordFile, Revision, StageChange } from '#shared/model/record'
import { isIntact } from '../../store/editionStore'
import { isUntouched } from '../products'
import type { Examination } from './examination'
import { examineStray } from './examineStrays'
import { corrupt, namedRecord } from './problems'

/** Answers the editions that are whole. */
export const examineEditions = async (examination: Examination, id: string, by: NamedRecord[]): Promise<Edition[]> => {
  const { session: { folder }, check, counts, name, show } = examination
  const editions: Edition[] = []
  const root = folder.paths.editionsOf(id)
  for (const file of (await check('folder', root, async () => folder.journal.names(root))) ?? []) {
    const path = join(root, file)
    if (!/^[0-9a-f]{64}\.json$/.test(file)) { await examineStray(examination, path, async () => Promise.resolve(undefined)); continue }
    const edition = await check('edition', path, async () => {
      const read = await folder.editions.read(id, file.slice(0, 64))
      if (!isIntact(read)) throw new AppError('store_corrupt', { path, reason: 'not what was sealed' })
      if (!await isUntouched(read)) throw new AppError('store_corrupt', { path, reason: 'not signed by its own key' })
      return read
    }, { records: by })
    if (!edition) continue
    editions.push(edition)
    name(JSON.stringify(edition))
    show(edition.content, by[0] ?? namedRecord(id, edition.content))
  }
  counts.editions += editions.length
  return editions
}

/** Every revision that a product is known to have had: here, and on the way by which it came. */
const revisionsOf = ({ revision, local: { received } }: RecordFile, earlier: readonly Revision[]): ReadonlySet<string> =>
  new Set([...[revision, ...earlier, ...received?.lineage ?? []].flatMap(({ id, parents }) => [id, ...parents]), ...received?.revisionId === undefined ? [] : [received.revisionId]])

/** Why an edition that names this library was not released here as it says; undefined for one that was, or of which nobody can tell. */
const strangeness = async ({ session, signatures: { isOwn, since } }: Examination, edition: Edition, known: ReadonlySet<string>): Promise<string | undefined> => {
  const { library, releasedAt, revision, signature } = edition
  const own = session.folder.library.current()
  if (library.id !== own.id || revision.masked) return undefined
  // What these keys signed was signed here, also if the product went away since and came back without its history.
  if (await isOwn(edition)) return undefined
  if (!known.has(revision.id)) return 'of no revision of its product'
  // Anybody can write a date of release; that of the revision is part of what it is.
  const at = Math.max(Date.parse(releasedAt), Date.parse(revision.at))
  return !signature && since !== undefined && at >= Date.parse(since) ? 'not signed by this library' : undefined
}

/** What of the releases in the history of a product was released here and has no edition, by the place of its step among the releases; 0 for none. */
const releaseWithout = ({ content: { stageHistory = [] } }: RecordFile, editions: readonly Edition[], unit: string): number => {
  const releases = stageHistory.filter(({ move }) => move === 'release')
  const isSame = (one: StageChange, other: StageChange | undefined): boolean => one.at === other?.at
  return 1 + releases.findLastIndex((step) => step.by.unit === unit && !editions.some(({ content }) => isSame(step, content.stageHistory?.findLast(({ move }) => move === 'release'))))
}

/**
 * Each edition stands on the one before it; what was released here is here. One that was put in the place of another is of no revision that
 * the product knows of, or does not bear the signature that it should.
 */
export const examineChain = async (examination: Examination, record: RecordFile, editions: readonly Edition[], earlier: readonly Revision[], by: NamedRecord[]): Promise<void> => {
  const { session: { folder }, check, report } = examination
  const root = folder.paths.editionsOf(record.id)
  const seals = new Set(await check('folder', root, async () => folder.editions.seals(record.id)))
  const lost = editions.flatMap(({ previous }) => (previous !== null && !seals.has(previous) ? [previous] : []))
  const missing = (path: string, id: string): void => { report('editionMissing', path, { code: 'not_found', data: { kind: 'edition', id } }, { records: by }) }
  for (const seal of lost) missing(folder.paths.edition(record.id, seal), seal)
  const { type, fields: { edition: latest = 0 } } = record.content
  if (type !== 'product') return
  const known = revisionsOf(record, earlier)
  for (const edition of editions) {
    const path = folder.paths.edition(record.id, edition.seal)
    const reason = await strangeness(examination, edition, known)
    if (reason !== undefined) report('edition', path, corrupt(path, reason), { records: by })
  }
  // What others stand on is told already.
  if (lost.length > 0) return
  if (!record.local.received) {
    if (seals.size < latest) missing(root, String(latest))
    return
  }
  const gone = releaseWithout(record, editions, folder.library.current().unit.name)
  // It may be one of those that can't be read, which are told.
  if (gone > 0 && seals.size === editions.length) missing(root, String(gone))
}

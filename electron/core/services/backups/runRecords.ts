/** The records of a run, against the open library: found by number and title, what is missing here first. */
import type { BackupRecord, BackupStanding } from '#shared/contract/backups'
import { isAppError } from '#shared/contract/errors'
import type { BackedUpFile, BackedUpRecord } from '#shared/model/backup'
import { adoptOutsideEdit } from '../../store/revisions'
import { isThere } from '../../store/durableFile'
import type { Session } from '../session'

/** Heads of a run, by the id of the record. */
export const headsOf = (files: ReadonlyMap<string, BackedUpFile>): Map<string, BackedUpRecord> => {
  const heads = new Map<string, BackedUpRecord>()
  for (const [path, { record }] of files) if (record && path.startsWith('records/')) heads.set(record.id, record)
  return heads
}

const standingOf = async ({ folder }: Session, record: BackedUpRecord): Promise<Pick<BackupRecord, 'standing' | 'here'>> => {
  try {
    const { revision, content } = adoptOutsideEdit(await folder.records.readAsIs(record.id))
    const standing: BackupStanding = revision.contentHash === record.contentHash ? 'same' : 'differs'
    return { standing, here: { title: content.title, at: revision.at } }
  } catch (error) {
    if (!isAppError(error)) throw error
    if (error.code !== 'not_found') return { standing: 'damaged', here: null }
    return { standing: await isThere(folder.paths.trashed(record.id)) ? 'trashed' : 'missing', here: null }
  }
}

export const listRecords = async (
  session: Session, heads: ReadonlyMap<string, BackedUpRecord>, text: string, offset: number, limit: number,
): Promise<{ total: number; records: BackupRecord[] }> => {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '')
  const found = [...heads.values()].filter(({ number, title }) => {
    const where = `${number} ${title}`.toLowerCase()
    return words.every((word) => where.includes(word))
  })
  const damaged = new Set(session.damaged().map(({ path }) => path))
  const isHere = (id: string): number => (session.catalog.get(id) && !damaged.has(session.folder.paths.record(id)) ? 1 : 0)
  found.sort((a, b) => isHere(a.id) - isHere(b.id) || (a.at < b.at ? 1 : -1))
  const records: BackupRecord[] = []
  for (const record of found.slice(offset, offset + limit)) {
    const { id, type, number, title, at } = record
    records.push({ id, type, number, title, at, ...await standingOf(session, record) })
  }
  return { total: found.length, records }
}

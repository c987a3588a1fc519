/** What every document of a record obeys on its way out: restricted ones leave only when that was confirmed, and are logged before they are there. */
import { createHash } from 'node:crypto'
import { AppError } from '#shared/contract/errors'
import type { MadeFile } from '#shared/contract/packages'
import { excelExchangeFormat, exchangeFormat } from '#shared/model/exchange'
import { newId } from '#shared/model/ids'
import type { RecordFile } from '#shared/model/record'
import { replaceFile, writeNew } from '../store/durableFile'
import type { Changes } from './changes'
import { checkPath, targetOf, type DownloadService } from './downloads'
import { restrictedIn } from './products'
import type { Session, SessionHolder } from './session'
import type { SettingsService } from './settings'

export interface LeavingParts { downloads: DownloadService; sessions: SessionHolder; settings: SettingsService; changes: Changes; now: () => number }

/** `to` is where the user wants it, null for a download; `suggestedName` what it is called then. */
export interface Leaving { form: 'word' | 'excel'; to: string | null; allowRestricted: boolean; suggestedName: string }

/** Writes what `make` makes of a record. Throws `restricted_content` unless that was confirmed, `invalid` for a path in the library, `store_write_failed`. */
export type Leave = (record: RecordFile, leaving: Leaving, make: (session: Session) => Promise<Uint8Array>) => Promise<MadeFile>

const hashOf = (bytes: Uint8Array): { sha256: string; size: number } => ({ sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.byteLength })

/**
 * Writes a table of figures, which says of restricted records no more than their number, unit and days, and takes nothing from restricted
 * adoptions: it leaves like any file of one's own. Throws as `Leave` does.
 */
export type LeaveFigure = (to: string | null, suggestedName: string, make: (session: Session) => Promise<Uint8Array>) => Promise<MadeFile>

export const createLeaveFigure = ({ downloads, sessions }: Pick<LeavingParts, 'downloads' | 'sessions'>): LeaveFigure => async (to, suggestedName, make) => {
  const session = sessions.required()
  await checkPath(to, session.folder.root)
  const bytes = await make(session)
  const { path, name, download } = await targetOf(downloads, to, suggestedName)
  await replaceFile(path, async (temporary) => writeNew(temporary, bytes))
  return { name, path: to, download, ...hashOf(bytes) }
}

export const createLeave = ({ downloads, sessions, settings, changes, now }: LeavingParts): Leave => {
  const log = async (session: Session, { id, revision, content }: RecordFile, form: Leaving['form'], name: string, made: { sha256: string; size: number }): Promise<void> => {
    const { type, number, title } = content
    await session.write(async () => session.folder.exchanges.add({
      format: form === 'excel' ? excelExchangeFormat : exchangeFormat, id: newId(), direction: 'sent', form, at: new Date(now()).toISOString(), by: settings.person(), name, title, ...made,
      packageId: null, library: null, records: [{ id, type, number, title, revisionId: revision.id, outcome: 'sent' }],
    }))
    changes.publish({ type: 'exchanges' })
  }

  return async (record, { form, to, allowRestricted, suggestedName }, make) => {
    const reading = sessions.required()
    const restricted = await restrictedIn(reading, record)
    if (restricted.length > 0 && !allowRestricted) {
      throw new AppError('restricted_content', { records: restricted.map((each) => ({ id: each.id, number: each.content.number, title: each.content.title })) })
    }
    // What leaves restricted is logged, so it leaves only where the log can be written.
    const session = restricted.length > 0 ? sessions.writable() : reading
    await checkPath(to, session.folder.root)
    const bytes = await make(session)
    const { path, name, download } = await targetOf(downloads, to, suggestedName)
    const made = hashOf(bytes)
    await replaceFile(path, async (temporary) => {
      await writeNew(temporary, bytes)
      // Before it is in place: nothing restricted is there that is not logged.
      if (restricted.length > 0) await log(session, record, form, name, made)
    })
    return { name, path: to, download, ...made }
  }
}

/** Backing the open library up once: what may leave, the run itself, and its entry in the ledger. */
import { AppError } from '#shared/contract/errors'
import type { BackedUpRecord, BackupManifest } from '#shared/model/backup'
import { backupExchangeFormat, type ExchangeFile } from '#shared/model/exchange'
import { newId } from '#shared/model/ids'
import type { Person } from '#shared/model/record'
import { folderOfLibrary, type Run } from '../../backups/runs'
import { writeRun } from '../../backups/writeRun'
import type { JobControl } from '../jobs'
import type { Session } from '../session'
import { checkTarget } from './target'

export interface BackupOptions { folder: string; allowRestricted: boolean; by: Person; device: string; now: () => number; onLogged: () => void }

/** Listed in a refusal; who has more knows by then. */
const mostListed = 200

const checkRestricted = (session: Session, restricted: readonly BackedUpRecord[], allowRestricted: boolean): void => {
  if (restricted.length === 0) return
  if (!allowRestricted) {
    throw new AppError('restricted_content', { records: restricted.slice(0, mostListed).map(({ id, number, title }) => ({ id, number, title })) })
  }
  // What leaves restricted is logged, so it leaves only where the log can be written.
  const why = session.folder.readOnly()
  if (why) throw why
}

const entryOf = (manifest: BackupManifest, name: string, sha256: string, restricted: readonly BackedUpRecord[], by: Person): ExchangeFile => ({
  format: backupExchangeFormat, id: newId(), direction: 'sent', form: 'backup', at: manifest.at, by, name, title: manifest.library.name,
  sha256, size: manifest.added.bytes, packageId: null, library: null,
  records: restricted.map(({ id, type, number, title, revisionId }) => ({ id, type, number, title, revisionId, outcome: 'sent' as const })),
})

/** Throws `restricted_content`, `backup_failed`, and why the library can't be written where something must be logged. */
export const makeBackup = async (session: Session, options: BackupOptions, { signal, progress }: JobControl): Promise<Run> => {
  const { root, journal, library, exchanges } = session.folder
  await checkTarget(options.folder, root)
  // What can't be put in place now is read from where it is staged.
  await journal.settle().catch((error: unknown) => { if (!(error instanceof AppError)) throw error })
  const { id, name, unit } = library.current()
  const { folder } = await folderOfLibrary(options.folder, { id, name })
  return writeRun({ root, journal }, folder, { library: { id, name, unit: unit.name }, device: options.device, now: options.now }, {
    signal,
    onProgress: ({ done, total, current }) => { progress({ done, total, current }) },
    onRestricted: (restricted) => { checkRestricted(session, restricted, options.allowRestricted) },
    beforeCommit: async ({ name: run, manifest, sha256, restricted }) => {
      if (restricted.length === 0) return
      await session.write(async () => exchanges.add(entryOf(manifest, `${folder}/${run}`, sha256, restricted, options.by)))
      options.onLogged()
    },
  })
}

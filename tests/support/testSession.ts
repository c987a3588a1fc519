/** A session on a folder, as the library service opens one, without an app around it. Its catalog is kept beside the folder. */
import { join } from 'node:path'
import { toFailure } from '#shared/contract/errors'
import type { DamagedFile } from '#shared/contract/library'
import type { RecordFile } from '#shared/model/record'
import { openSession, type Session, type SessionEvents } from '#core/services/session'
import type { LibraryFolder, Opener } from '#core/store/libraryFolder'
import { quietLog } from './quietLog'

const nothing = (): undefined => undefined
const silent: SessionEvents = { onProgress: nothing, onRecords: nothing, onLibrary: nothing, onStrays: nothing, onExchanges: nothing, onTrash: nothing, onTemplates: nothing, onFilled: nothing }

/** Tests, and what they start, run from the root of the checkout, where the app was built. */
export const openTestSession = async (root: string, opener: Opener): Promise<Session> => openSession(root, {
  ...opener, catalogFile: () => `${root}.catalog`, indexFolder: () => `${root}.index`, textFolder: () => `${root}.texts`,
  documents: { readText: async () => Promise.reject(new Error('no file is read here')) },
  workers: {
    catalog: join(process.cwd(), 'out/main/catalogWorker.js'), search: join(process.cwd(), 'out/main/searchWorker.js'), index: join(process.cwd(), 'out/main/indexWorker.js'),
  },
}, silent, quietLog)

/** Reads every record whole. */
export const readAllRecords = async ({ records, paths, unfinished }: LibraryFolder, onRecord: (record: RecordFile) => void, onDamage: (damaged: DamagedFile) => void): Promise<void> => {
  unfinished.forEach(onDamage)
  const report = (path: string, error: unknown): void => { onDamage({ path, failure: toFailure(error) ?? { code: 'store_corrupt', data: { path, reason: String(error) } } }) }
  for (const id of await records.ids(report)) await records.readAsIs(id).then(onRecord).catch((error: unknown) => { report(paths.record(id), error) })
}

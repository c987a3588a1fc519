/** Packages: what would go in, making one, looking into one, taking it in; and the ledger of what was sent and received. */
import { AppError } from '#shared/contract/errors'
import type { MadeFile, OpenedPackage, PackagePlan } from '#shared/contract/packages'
import type { RecordRow } from '#shared/contract/records'
import type { ExchangeFile } from '#shared/model/exchange'
import { fileNameOf } from '#shared/text/fileName'
import { openPackage, type OpenPackage } from '../../packages/openPackage'
import type { Changes } from '../changes'
import { checkPath, targetOf, type DownloadService } from '../downloads'
import { createResults } from '../jobResults'
import type { JobControl, JobService } from '../jobs'
import type { Session, SessionHolder } from '../session'
import type { SettingsService } from '../settings'
import { checkPackage } from './check'
import { comparePackage, type VerifiedPackage } from './compare'
import { makePackage } from './make'
import { checkSelection, selectForPackage } from './selection'
import { takePackage } from './take'

export interface PackageService {
  plan: (ids: readonly string[]) => Promise<PackagePlan>
  make: (ids: readonly string[], title: string, to: string | null, acceptMissing: boolean) => Promise<{ jobId: string }>
  made: (jobId: string) => MadeFile
  open: (path: string) => { jobId: string }
  opened: (jobId: string) => Promise<OpenedPackage>
  take: (jobId: string) => { jobId: string }
  taken: (jobId: string) => ExchangeFile
  exchanges: () => Promise<ExchangeFile[]>
}

interface Parts {
  jobs: JobService; sessions: SessionHolder; settings: SettingsService; downloads: DownloadService; changes: Changes; now: () => number
}

export const createPackageService = ({ jobs, sessions, settings, downloads, changes, now }: Parts): PackageService => {
  const made = createResults<MadeFile>(jobs)
  const verified = createResults<VerifiedPackage>(jobs)
  const taken = createResults<ExchangeFile>(jobs)

  /** Opens a package, every byte and every record of it verified, for as long as `work` takes. */
  const withPackage = async <T>(path: string, { signal, progress }: JobControl, work: (opened: OpenPackage) => Promise<T>): Promise<T> => {
    const opened = await openPackage(path, { signal })
    try {
      const { records, editions } = opened.manifest
      let done = 0
      progress({ total: records.reduce((sum, { revisions }) => sum + revisions.length, 0) + editions.length, done })
      await checkPackage(opened, path, (current) => {
        signal.throwIfAborted()
        progress({ done: (done += 1), current })
      })
      return await work(opened)
    } finally {
      await opened.close()
    }
  }

  const sealChosen = async (session: Session, ids: readonly string[]): Promise<void> => {
    for (const id of new Set(ids)) await session.take(async () => session.folder.records.seal(id))
  }

  return {
    plan: async (ids) => {
      const session = sessions.required()
      const { records, editions, attachments, missing, restricted } = await selectForPackage(session, ids)
      const asNow = (row: RecordRow): RecordRow => session.catalog.get(row.id) ?? row
      return {
        records: [...records.values()].map(({ row, reason, revisions }) => ({ row: asNow(row), reason, revisions: revisions.size })),
        editions: editions.length, missing,
        attachments: { count: attachments.size, bytes: [...attachments.values()].reduce((sum, { size }) => sum + size, 0) },
        restricted: [...restricted.values()].map(asNow),
      }
    },
    make: async (ids, title, to, acceptMissing) => {
      const session = sessions.writable()
      await checkPath(to, session.folder.root)
      checkSelection(await selectForPackage(session, ids), acceptMissing)
      await sealChosen(session, ids)
      const selection = await selectForPackage(session, ids)
      checkSelection(selection, acceptMissing)
      const target = await targetOf(downloads, to, fileNameOf(title, 'package', 'lfpkg'))
      const { id } = jobs.start('makePackage', async (control) => session.write(async () => {
        const exchange = await makePackage(session, selection, { title, by: settings.person(), at: new Date(now()).toISOString() }, target, control)
        await session.folder.exchanges.add(exchange)
        made.put(control.id, { name: target.name, path: to, download: target.download, size: exchange.size, sha256: exchange.sha256 })
        changes.publish({ type: 'exchanges' })
      }))
      return { jobId: id }
    },
    made: made.get,
    open: (path) => {
      const { id } = jobs.start('openPackage', async (control) => withPackage(path, control, async ({ manifest, sha256, size }) => {
        verified.put(control.id, { path, sha256, size, manifest })
        return Promise.resolve()
      }))
      return { jobId: id }
    },
    opened: async (jobId) => comparePackage(sessions.required(), verified.get(jobId)),
    take: (jobId) => {
      const session = sessions.writable()
      const { path, sha256 } = verified.get(jobId)
      const { id } = jobs.start('takePackage', async (control) => withPackage(path, control, async (opened) => {
        // What was looked at is what is taken.
        if (opened.sha256 !== sha256) throw new AppError('package_damaged', { path, problem: 'changed', detail: '' })
        let exchange: ExchangeFile | undefined
        const added = await session.takeAll(async () => {
          const result = await takePackage(session, opened, path, settings.person(), new Date(now()).toISOString(), control)
          exchange = result.exchange
          return result.added
        })
        if (exchange) taken.put(control.id, exchange)
        changes.publish({ type: 'records', ids: added.map((record) => record.id) })
        changes.publish({ type: 'exchanges' })
        if (added.length > 0) changes.publish({ type: 'trash' })
      }))
      return { jobId: id }
    },
    taken: taken.get,
    exchanges: async () => {
      const { folder, noteDamage } = sessions.required()
      return folder.exchanges.list((path, { code, data }) => { noteDamage({ path, failure: { code, data } }) })
    },
  }
}

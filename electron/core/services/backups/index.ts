/** Backups: the plan of the open library, making runs, looking into them, and restoring from one. */
import { realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import type { BackupRecord, BackupRun, BackupStatus, RestoredRecord } from '#shared/contract/backups'
import { AppError, Failure, toFailure } from '#shared/contract/errors'
import type { BackedUpFile, BackedUpRecord } from '#shared/model/backup'
import type { BackupPlan } from '#shared/model/settings'
import { restoreRun, type RestoredRun } from '../../backups/restoreRun'
import { createRunReader } from '../../backups/runReader'
import { eachRun, folderOfLibrary, latestRun, libraryFoldersIn, readFiles, readRun, type Run } from '../../backups/runs'
import { verifyRun, type VerifiedRun } from '../../backups/verifyRun'
import type { Log } from '../../ports'
import { newAside } from '../../store/setAside'
import type { Changes } from '../changes'
import { createResults } from '../jobResults'
import type { JobService } from '../jobs'
import type { Session, SessionHolder } from '../session'
import type { SettingsService } from '../settings'
import { bringFileBack } from './bringBack'
import { isDue, isStale } from './due'
import { makeBackup } from './make'
import { restoreRecords } from './restoreRecords'
import { headsOf, listRecords } from './runRecords'
import { checkTarget, isSameDisk, lookAtTarget } from './target'

export { createSchedule } from './schedule'

type PlanInput = NonNullable<BackupStatus['plan']>
interface Listed { runs: BackupRun[]; damaged: { path: string; failure: Failure }[] }

export interface BackupService {
  status: () => Promise<BackupStatus>
  plan: (plan: PlanInput | null) => Promise<BackupStatus>
  run: (folder: string | null, allowRestricted: boolean) => { jobId: string }
  ran: (jobId: string) => BackupRun
  list: (folder: string | null) => Promise<Listed>
  verify: (run: string) => { jobId: string }
  verified: (jobId: string) => VerifiedRun & { run: string }
  records: (run: string, text: string, offset: number, limit: number) => Promise<{ total: number; records: BackupRecord[] }>
  restoreRecords: (run: string, ids: readonly string[]) => { jobId: string }
  restored: (jobId: string) => { records: RestoredRecord[] }
  restoreAll: (run: string, to: string) => { jobId: string }
  restoredAll: (jobId: string) => RestoredRun
  /** Backs up if that is due, the folder is there and nothing else is backed up. Answers whether it began. */
  runIfDue: () => Promise<boolean>
  /** Whether there is a run of this library that is within reach. */
  isBackedUp: (session: Session) => Promise<boolean>
  /** Brings one file of the library back from the latest run, where it is missing or not what the run holds; what stands there is set aside. Answers whether it did. */
  bringBack: (session: Session, place: string) => Promise<boolean>
}

interface Parts { jobs: JobService; sessions: SessionHolder; settings: SettingsService; changes: Changes; now: () => number; log: Log }

const toRun = ({ folder, name, manifest: { at, library, files, bytes, records, added, leftOut } }: Run): BackupRun => ({
  path: folder, name, at, library: { id: library.id, name: library.name }, files, bytes, records, added: { files: added.files, bytes: added.bytes }, leftOut,
})

export const createBackupService = ({ jobs, sessions, settings, changes, now, log }: Parts): BackupService => {
  const ran = createResults<BackupRun>(jobs)
  const verified = createResults<VerifiedRun & { run: string }>(jobs)
  const restored = createResults<{ records: RestoredRecord[] }>(jobs)
  const restoredAll = createResults<RestoredRun>(jobs)
  /** The run looked into last: its list is read once, not with every letter that is searched for. */
  let lookedInto: { path: string; heads: Promise<Map<string, BackedUpRecord>> } | undefined

  const planOf = (session: Session): BackupPlan | undefined => settings.backupPlan(session.folder.library.current().id)
  const runningJob = (): string | null => jobs.list().find(({ kind, state }) => kind === 'backup' && state === 'running')?.id ?? null

  const status = async (session: Session): Promise<BackupStatus> => {
    const plan = planOf(session)
    if (!plan) return { plan: null, last: null, lastGood: null, isStale: true, isReachable: null, isSameDisk: null, jobId: runningJob() }
    const { folder, every, allowRestricted, last } = plan
    const { isReachable, lastGood } = await lookAtTarget(plan, session)
    return {
      plan: { folder, every, allowRestricted },
      last: last && { at: last.at, ok: last.ok, failure: Failure.safeParse(last.failure).data ?? null },
      lastGood: lastGood === null ? null : new Date(lastGood).toISOString(),
      isStale: isStale(every, lastGood, now()), isReachable,
      isSameDisk: isReachable ? await isSameDisk(folder, session.folder.root) : null, jobId: runningJob(),
    }
  }

  /** How a try ended is remembered; that it can't be is no reason for it to fail. */
  const remember = async (session: Session, folder: string, end: Pick<BackupPlan, 'last'> & Partial<Pick<BackupPlan, 'lastGood'>>): Promise<void> => {
    await settings.changeBackupPlan(session.folder.library.current().id, (plan) => (plan?.folder === folder ? { ...plan, ...end } : plan))
      .catch((error: unknown) => { log.warn('the end of a backup was not remembered', { error: String(error) }) })
    changes.publish({ type: 'backups' })
  }

  const start = (session: Session, folder: string, allowRestricted: boolean): { jobId: string } => {
    const { id } = jobs.start('backup', async (control) => {
      const at = new Date(now()).toISOString()
      try {
        const run = await makeBackup(session, {
          folder, allowRestricted, by: settings.person(), device: settings.device, now, onLogged: () => { changes.publish({ type: 'exchanges' }) },
        }, control)
        ran.put(control.id, toRun(run))
        await remember(session, folder, { last: { at, ok: true, failure: null }, lastGood: { at: run.manifest.at, run: run.name } })
      } catch (error) {
        // Who stops it knows.
        if (!control.signal.aborted) await remember(session, folder, { last: { at, ok: false, failure: toFailure(error) ?? { code: 'bug', data: { id: control.id } } } })
        throw error
      }
    })
    changes.publish({ type: 'backups' })
    return { jobId: id }
  }

  const latestOf = async (session: Session): Promise<Run | undefined> => {
    const plan = planOf(session)
    if (!plan || !(await lookAtTarget(plan, session)).isReachable) return undefined
    const { folder, isThere } = await folderOfLibrary(plan.folder, session.folder.library.current())
    return isThere ? latestRun(folder) : undefined
  }

  const headsIn = async (path: string): Promise<Map<string, BackedUpRecord>> => {
    if (lookedInto?.path !== path) {
      const heads = readRun(path).then(readFiles).then(headsOf)
      lookedInto = { path, heads }
      heads.catch(() => { lookedInto = undefined })
    }
    return lookedInto.heads
  }

  const listIn = async (folders: readonly string[]): Promise<Listed> => {
    const damaged: Listed['damaged'] = []
    const runs: BackupRun[] = []
    for (const folder of folders) {
      for await (const run of eachRun(folder, (path, { code, data }) => { damaged.push({ path, failure: { code, data } }) })) runs.push(toRun(run))
    }
    return { runs, damaged }
  }

  return {
    status: async () => status(sessions.required()),
    plan: async (plan) => {
      const session = sessions.required()
      // What is said of a folder that is not there now can be changed all the same.
      if (plan && plan.folder !== planOf(session)?.folder) await checkTarget(plan.folder, session.folder.root)
      await settings.changeBackupPlan(session.folder.library.current().id, (before) => {
        if (!plan) return undefined
        // Another folder begins anew: what was made elsewhere is not there.
        const isSame = before?.folder === plan.folder
        return { ...(isSame ? before : {}), ...plan, last: isSame ? before.last : null, lastGood: isSame ? before.lastGood : null }
      })
      changes.publish({ type: 'backups' })
      return status(session)
    },
    run: (folder, allowRestricted) => {
      const session = sessions.required()
      const plan = planOf(session)
      const target = folder ?? plan?.folder
      if (target === undefined) throw new AppError('invalid', { issues: [{ path: 'folder', message: 'no folder to back up to was chosen' }] })
      const jobId = runningJob()
      if (jobId !== null) return { jobId }
      return start(session, target, allowRestricted || plan?.allowRestricted === true)
    },
    ran: ran.get,
    list: async (picked) => {
      if (picked !== null) return listIn(await libraryFoldersIn(picked))
      const session = sessions.required()
      const plan = planOf(session)
      if (!plan) return { runs: [], damaged: [] }
      const { folder, isThere } = await folderOfLibrary(plan.folder, session.folder.library.current())
      return isThere ? listIn([folder]) : { runs: [], damaged: [] }
    },
    verify: (path) => {
      const { id } = jobs.start('verifyBackup', async ({ id: jobId, signal, progress }) => {
        const run = await readRun(path)
        const found = await verifyRun(run, new Date(now()).toISOString(), signal, (done, total, current) => { progress({ done, total, current }) })
        progress({ failedItems: found.problems.length })
        verified.put(jobId, { ...found, run: path })
      })
      return { jobId: id }
    },
    verified: verified.get,
    records: async (path, text, offset, limit) => listRecords(sessions.required(), await headsIn(path), text, offset, limit),
    restoreRecords: (path, ids) => {
      const session = sessions.writable()
      const { id } = jobs.start('restoreBackup', async (control) => {
        const run = await readRun(path)
        const files: ReadonlyMap<string, BackedUpFile> = await readFiles(run)
        let outcomes: RestoredRecord[] = []
        const records = await session.takeAll(async () => {
          const result = await restoreRecords(session, { run, files, ids: [...new Set(ids)], by: settings.person(), now }, control)
          outcomes = result.outcomes
          return result.records
        })
        control.progress({ done: outcomes.length, failedItems: outcomes.filter(({ failure }) => failure !== null).length })
        restored.put(control.id, { records: outcomes })
        changes.publish({ type: 'records', ids: records.map((record) => record.id) })
        changes.publish({ type: 'trash' })
      })
      return { jobId: id }
    },
    restored: restored.get,
    restoreAll: (path, to) => {
      const target = resolve(to)
      const { id } = jobs.start('restoreBackup', async ({ id: jobId, signal, progress }) => {
        const run = await readRun(path)
        const below = relative(await realpath(join(run.folder, '..')), target)
        if (!below.startsWith('..') && !isAbsolute(below)) throw new AppError('invalid', { issues: [{ path: 'to', message: 'inside the backup' }] })
        restoredAll.put(jobId, await restoreRun(run, target, signal, (done, total, current) => { progress({ done, total, current }) }))
      })
      return { jobId: id }
    },
    restoredAll: restoredAll.get,
    runIfDue: async () => {
      const session = sessions.current()
      const plan = session && planOf(session)
      if (!session || !plan || session.folder.readOnly() || runningJob() !== null) return false
      const { isReachable, lastGood } = await lookAtTarget(plan, session)
      if (!isReachable || !isDue(plan.every, lastGood, plan.last, now()) || sessions.current() !== session) return false
      start(session, plan.folder, plan.allowRestricted)
      return true
    },
    isBackedUp: async (session) => latestOf(session).then((run) => run !== undefined, () => false),
    bringBack: async (session, place) => {
      const run = await latestOf(session)
      if (!run) return false
      const files = await readFiles(run)
      const reader = createRunReader(run)
      let isBack = false
      try {
        await session.folder.journal.commit(async (stage, remove) => {
          isBack = await bringFileBack({ session, files, reader, stage, remove, aside: newAside(session.folder.paths, now()), staged: new Set() }, place)
        })
      } finally {
        await reader.close()
      }
      return isBack
    },
  }
}

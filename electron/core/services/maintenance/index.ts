/** Looking after a library: verifying all of it, repairing what was found, removing attachments that nothing names. */
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors'
import type { LibraryHealth, Problem, RepairAction, RepairReport, SweepReport, VerifyReport } from '#shared/contract/library'
import { Timestamp } from '#shared/model/ids'
import type { Log } from '../../ports'
import { createJsonFile } from '../../store/jsonFile'
import { newAside, setAsideFiles } from '../../store/setAside'
import { sweepAttachment } from '../../store/sweep'
import type { Changes } from '../changes'
import { createResults } from '../jobResults'
import type { JobControl, JobService } from '../jobs'
import type { KeyService } from '../keys'
import { ifReadable, signatureIn, signatureOf, type EditionKeys } from '../products'
import type { Session, SessionHolder } from '../session'
import type { SettingsService } from '../settings'
import { damageSoFar } from './damage'
import { createExamination, type FromBackup, type OwnSignatures } from './examination'
import { examineAll, examineNames, sweepLimit } from './examine'
import { examineHead } from './examineRecords'
import { keepsFromWriting, repairProblem, type Repairing } from './repair'
import { restoreRecord } from './restoreRecord'

export { createTidy } from './opened'

export interface Choice { path: string; action: RepairAction }

export interface MaintenanceService {
  verify: () => { jobId: string }
  verified: (jobId: string) => VerifyReport
  repair: (jobId: string, choices: readonly Choice[] | undefined) => { jobId: string }
  repaired: (jobId: string) => RepairReport
  sweep: () => { jobId: string }
  swept: (jobId: string) => SweepReport
  damage: () => Promise<Problem[]>
  recordDamage: (id: string) => Promise<Problem | null>
  restoreRecord: (id: string, revisionId: string) => Promise<null>
  health: () => Promise<LibraryHealth>
}

interface Parts {
  jobs: JobService
  sessions: SessionHolder
  settings: SettingsService
  changes: Changes
  keys: EditionKeys & Pick<KeyService, 'own'>
  now: () => number
  log: Log
  /** Where it is remembered when a library was last checked. */
  folder: string
  backups: { isBackedUp: (session: Session) => Promise<boolean>; bringBack: FromBackup }
}

const LastCheck = z.looseObject({ at: Timestamp, problems: z.int() })

export const createMaintenanceService = ({ jobs, sessions, settings, changes, keys, now, log, folder, backups }: Parts): MaintenanceService => {
  const verified = createResults<{ root: string; report: VerifyReport }>(jobs)
  const repaired = createResults<RepairReport>(jobs)
  const swept = createResults<SweepReport>(jobs)
  let lastJob: { root: string; jobId: string } | undefined

  const lastCheckFile = (session: Session) => createJsonFile(join(folder, `${session.folder.library.current().id}.json`), LastCheck)
  const signaturesOf = async (session: Session): Promise<OwnSignatures> => {
    const own = await ifReadable(keys.own())
    return {
      isOwn: async (edition) => await signatureOf(session, keys, { ...edition, signature: await signatureIn(edition) }) === 'own',
      since: own ? [own.createdAt, ...own.earlier.map(({ createdAt }) => createdAt)].sort()[0] : undefined,
    }
  }
  const examination = async (session: Session, signal: AbortSignal) => createExamination(session, settings.device, signal, { hasBackup: await backups.isBackedUp(session), signatures: await signaturesOf(session) })
  const repairing = (session: Session): Repairing => ({ session, device: settings.device, now, run: newAside(session.folder.paths, now()), fromBackup: backups.bringBack })

  const verify = async (session: Session, control: JobControl): Promise<void> => {
    const report = await examineAll(await examination(session, control.signal), now(), control)
    await lastCheckFile(session).write({ at: report.at, problems: report.problems.length }).catch((error: unknown) => {
      log.warn('the check was not remembered', { error: String(error) })
    })
    // Last: who has the report and asks for another check gets a new one.
    verified.put(control.id, { root: session.folder.root, report })
    lastJob = { root: session.folder.root, jobId: control.id }
  }

  const repair = async (session: Session, { problems }: VerifyReport, choices: readonly Choice[] | undefined, { id, signal, progress }: JobControl): Promise<void> => {
    const actionByPath = choices && new Map(choices.map(({ path, action }) => [path, action]))
    const first = problems.filter(({ kind }) => keepsFromWriting(session, kind))
    // Nothing else may be written until the library is open to write again.
    const chosen = (first.length > 0 ? first : problems).map((problem) => ({ problem, action: actionByPath ? actionByPath.get(problem.path) ?? 'nothing' : problem.recommended }))
      .filter(({ action }) => action !== 'nothing')
    const parts = repairing(session)
    const report: RepairReport = { entries: [], left: problems.length - chosen.length, reopen: false }
    progress({ total: chosen.length })
    try {
      for (const { problem, action } of chosen) {
        signal.throwIfAborted()
        progress({ current: problem.path })
        report.entries.push(await repairProblem(parts, problem, action))
        progress({ done: report.entries.length, failedItems: report.entries.filter(({ outcome }) => outcome === 'failed').length })
      }
    } finally {
      report.reopen = first.length > 0 && report.entries.some(({ outcome }) => outcome === 'done')
      repaired.put(id, report)
      changes.publish({ type: 'library' })
    }
  }

  const sweep = async (session: Session, control: JobControl): Promise<void> => {
    const limit = sweepLimit(now())
    const found = await examination(session, control.signal)
    await examineNames(found, limit, control)
    const report: SweepReport = { removed: 0, bytes: 0, unread: found.unread }
    swept.put(control.id, report)
    if (found.unread.length > 0) return
    control.progress({ done: 0, total: found.unused.size })
    let done = 0
    for (const [sha256, size] of found.unused) {
      control.signal.throwIfAborted()
      if (await session.write(async () => sweepAttachment(session.folder.paths, sha256, limit))) {
        report.removed += 1
        report.bytes += size
      }
      control.progress({ done: (done += 1), current: sha256 })
    }
  }

  const restore = async (session: Session, id: string, revisionId: string): Promise<null> => {
    const { problem } = await examineHead(session, id)
    if (problem?.revision?.id !== revisionId) throw new AppError('not_found', { kind: 'revision', id: `${id}@${revisionId}` })
    const { run } = repairing(session)
    await restoreRecord(session, id, revisionId, run)
    session.settleDamage(problem.path)
    changes.publish({ type: 'library' })
    return null
  }

  /** The job of this kind that runs already, or a new one: two at once would only be in each other's way. */
  const startOnce = (kind: 'verify' | 'repair' | 'sweep', work: (control: JobControl) => Promise<void>): { jobId: string } =>
    ({ jobId: (jobs.list().find((job) => job.kind === kind && job.state === 'running') ?? jobs.start(kind, work)).id })

  return {
    verify: () => {
      const session = sessions.required()
      return startOnce('verify', async (control) => verify(session, control))
    },
    verified: (jobId) => verified.get(jobId).report,
    repair: (jobId, choices) => {
      const session = sessions.required()
      const { root, report } = verified.get(jobId)
      if (root !== session.folder.root) throw new AppError('not_found', { kind: 'job', id: jobId })
      const why = session.folder.readOnly()
      if (why && !report.problems.some(({ kind }) => keepsFromWriting(session, kind))) throw why
      return startOnce('repair', async (control) => repair(session, report, choices, control))
    },
    repaired: repaired.get,
    sweep: () => {
      const session = sessions.writable()
      return startOnce('sweep', async (control) => sweep(session, control))
    },
    swept: swept.get,
    damage: async () => damageSoFar(sessions.required()),
    recordDamage: async (id) => (await examineHead(sessions.required(), id)).problem ?? null,
    restoreRecord: async (id, revisionId) => restore(sessions.writable(), id, revisionId),
    health: async () => {
      const session = sessions.required()
      const { root, paths } = session.folder
      const lastCheck = await lastCheckFile(session).read().catch(() => null)
      return { lastCheck, jobId: lastJob?.root === root ? lastJob.jobId : null, setAside: await setAsideFiles(paths) }
    },
  }
}

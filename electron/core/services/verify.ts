/** Reads every file of a library and says which are not what they should be: hashes, seals, and what records refer to. */
import { AppError, toFailure } from '#shared/contract/errors'
import type { VerifyReport } from '#shared/contract/library'
import { contentAttachments } from '#shared/model/body/walk'
import { pinnedRevisions } from '#shared/model/gates'
import type { Edition } from '#shared/model/edition'
import type { RecordFile } from '#shared/model/record'
import { isIntact } from '../store/editionStore'
import { hashFile } from '../store/hashFile'
import { isTrueRevision } from '../store/revisions'
import { createResults } from './jobResults'
import type { JobControl, JobService } from './jobs'
import type { Session, SessionHolder } from './session'

export interface VerifyService {
  start: () => { jobId: string }
  report: (jobId: string) => VerifyReport
}

/** What is gathered on the way: the report, and the hashes of all attachments that anything shows or carries. */
interface Verifying { session: Session; report: VerifyReport; attachments: Set<string>; check: Check }

/** Runs one check; what it throws is a problem of that file. Answers what it read, undefined for a problem. */
type Check = <T>(path: string, work: () => Promise<T>) => Promise<T | undefined>

const verifyHead = async ({ session: { folder }, report, check }: Verifying, id: string): Promise<RecordFile | undefined> => {
  const path = folder.paths.record(id)
  const record = await check(path, async () => {
    const head = await folder.records.readAsIs(id)
    if (!isTrueRevision(head)) throw new AppError('store_corrupt', { path, reason: 'its content does not have the hash of its revision: damaged, or edited by another program' })
    return head
  })
  if (record) report.records += 1
  return record
}

const verifyHistory = async ({ session: { folder }, report, attachments, check }: Verifying, id: string): Promise<void> => {
  for (const revisionId of await check(folder.paths.historyOf(id), async () => folder.records.history(id)) ?? []) {
    const file = await check(folder.paths.revision(id, revisionId), async () => folder.records.readRevision(id, revisionId))
    if (!file) continue
    report.revisions += 1
    contentAttachments(file.content).forEach((sha256) => attachments.add(sha256))
  }
}

const verifyEditions = async ({ session: { folder }, report, attachments, check }: Verifying, id: string): Promise<Edition[]> => {
  const editions: Edition[] = []
  for (const seal of await check(folder.paths.editionsOf(id), async () => folder.editions.seals(id)) ?? []) {
    const path = folder.paths.edition(id, seal)
    const edition = await check(path, async () => {
      const read = await folder.editions.read(id, seal)
      if (!isIntact(read)) throw new AppError('store_corrupt', { path, reason: 'not what was sealed' })
      return read
    })
    if (!edition) continue
    editions.push(edition)
    contentAttachments(edition.content).forEach((sha256) => attachments.add(sha256))
  }
  report.editions += editions.length
  return editions
}

/** Each edition stands on the one before it; the latest one of a product that was released here is here. */
const verifyChain = async ({ session: { folder }, check }: Verifying, record: RecordFile, editions: readonly Edition[]): Promise<void> => {
  const path = folder.paths.editionsOf(record.id)
  const seals = new Set((await check(path, async () => folder.editions.seals(record.id))) ?? [])
  const lost = editions.flatMap(({ previous }) => (previous !== null && !seals.has(previous) ? [previous] : []))
  const { edition: latest } = record.content.fields
  if (latest !== undefined && record.local.received === undefined && seals.size < latest && lost.length === 0) lost.push(String(latest))
  for (const id of lost) await check(path, async () => Promise.reject(new AppError('not_found', { kind: 'edition', id })))
}

const verifyReferences = async ({ session: { folder }, check }: Verifying, { id, content }: RecordFile): Promise<void> => {
  const path = folder.paths.record(id)
  for (const { recordId, revisionId } of pinnedRevisions(content)) await check(path, async () => folder.records.readRevision(recordId, revisionId))
}

const verifyRecord = async (verifying: Verifying, id: string): Promise<RecordFile | undefined> => {
  const record = await verifyHead(verifying, id)
  await verifyHistory(verifying, id)
  const editions = await verifyEditions(verifying, id)
  if (!record) return undefined
  await verifyChain(verifying, record, editions)
  await verifyReferences(verifying, record)
  contentAttachments(record.content).forEach((sha256) => verifying.attachments.add(sha256))
  return record
}

const verifyAttachment = async ({ session: { folder }, report, check }: Verifying, sha256: string): Promise<void> => {
  const isWhole = await check(folder.paths.attachment(sha256), async () => {
    const path = await folder.attachments.find(sha256)
    if (path === undefined) throw new AppError('not_found', { kind: 'attachment', id: sha256 })
    if ((await hashFile(path)).sha256 !== sha256) throw new AppError('store_corrupt', { path, reason: 'its bytes do not have the hash of its name' })
    return true
  })
  if (isWhole) report.attachments += 1
}

export const createVerifyService = (jobs: JobService, sessions: SessionHolder): VerifyService => {
  const reports = createResults<VerifyReport>(jobs)

  const verify = async (session: Session, { id: jobId, signal, progress }: JobControl): Promise<void> => {
    const report: VerifyReport = { records: 0, revisions: 0, editions: 0, attachments: 0, problems: [] }
    const check: Check = async (path, work) => {
      signal.throwIfAborted()
      try {
        return await work()
      } catch (error) {
        const failure = toFailure(error)
        if (!failure) throw error
        report.problems.push({ path, failure })
        return undefined
      }
    }
    const attachments = new Set<string>()
    const verifying: Verifying = { session, report, attachments, check }
    const ids = await session.folder.records.ids((path, error) => { report.problems.push({ path, failure: { code: error.code, data: error.data } }) })
    let done = 0
    progress({ total: ids.length })
    for (const id of ids) {
      const record = await verifyRecord(verifying, id)
      progress({ done: (done += 1), current: record?.content.title ?? id, failedItems: report.problems.length })
    }
    progress({ total: ids.length + attachments.size })
    for (const sha256 of attachments) {
      await verifyAttachment(verifying, sha256)
      progress({ done: (done += 1), current: sha256, failedItems: report.problems.length })
    }
    reports.put(jobId, report)
  }

  return {
    start: () => {
      const session = sessions.required()
      return { jobId: jobs.start('verify', async (control) => verify(session, control)).id }
    },
    report: reports.get,
  }
}

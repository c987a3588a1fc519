/** Reads every file of a library and says which are not what they should be: hashes, seals, and what records refer to. */
import { AppError, toFailure } from '#shared/contract/errors'
import type { VerifyReport } from '#shared/contract/library'
import { pinnedRevisions } from '#shared/model/gates'
import type { RecordContent } from '#shared/model/record'
import { isIntact } from '../store/editionStore'
import { hashFile } from '../store/hashFile'
import { isTrueRevision } from '../store/revisions'
import { createResults } from './jobResults'
import type { JobControl, JobService } from './jobs'
import { attachmentsOf } from './products'
import type { Session, SessionHolder } from './session'

export interface VerifyService {
  start: () => { jobId: string }
  report: (jobId: string) => VerifyReport
}

/** Runs one check; what it throws is a problem of that file. */
type Check = (path: string, work: () => Promise<void>) => Promise<boolean>

const verifyRecord = async ({ folder }: Session, id: string, check: Check, report: VerifyReport): Promise<RecordContent | undefined> => {
  const path = folder.paths.record(id)
  let content: RecordContent | undefined
  await check(path, async () => {
    const record = await folder.records.readAsIs(id)
    if (!isTrueRevision(record)) throw new AppError('store_corrupt', { path, reason: 'its content does not have the hash of its revision: damaged, or edited by another program' })
    report.records += 1
    content = record.content
  })
  for (const revisionId of await folder.records.history(id)) {
    if (await check(folder.paths.revision(id, revisionId), async () => { await folder.records.readRevision(id, revisionId) })) report.revisions += 1
  }
  for (const seal of await folder.editions.seals(id)) {
    const file = folder.paths.edition(id, seal)
    const isWhole = await check(file, async () => {
      const edition = await folder.editions.read(id, seal)
      if (!isIntact(edition)) throw new AppError('store_corrupt', { path: file, reason: 'not what was sealed' })
    })
    if (isWhole) report.editions += 1
  }
  return content
}

const verifyReferences = async ({ folder }: Session, id: string, content: RecordContent, check: Check): Promise<void> => {
  const path = folder.paths.record(id)
  for (const { recordId, revisionId } of pinnedRevisions(content)) {
    await check(path, async () => { await folder.records.readRevision(recordId, revisionId) })
  }
}

const verifyAttachment = async ({ folder }: Session, sha256: string, check: Check, report: VerifyReport): Promise<void> => {
  const isWhole = await check(folder.paths.attachment(sha256), async () => {
    const path = await folder.attachments.find(sha256)
    if (path === undefined) throw new AppError('not_found', { kind: 'attachment', id: sha256 })
    if ((await hashFile(path)).sha256 !== sha256) throw new AppError('store_corrupt', { path, reason: 'its bytes do not have the hash of its name' })
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
        await work()
        return true
      } catch (error) {
        const failure = toFailure(error)
        if (!failure) throw error
        report.problems.push({ path, failure })
        return false
      }
    }
    const attachments = new Set<string>()
    const ids = await session.folder.records.ids((path, error) => { report.problems.push({ path, failure: { code: error.code, data: error.data } }) })
    let done = 0
    progress({ total: ids.length })
    for (const id of ids) {
      const content = await verifyRecord(session, id, check, report)
      if (content) {
        await verifyReferences(session, id, content, check)
        attachmentsOf(content).forEach((sha256) => attachments.add(sha256))
      }
      progress({ done: (done += 1), current: content?.title ?? id, failedItems: report.problems.length })
    }
    progress({ total: ids.length + attachments.size })
    for (const sha256 of attachments) {
      await verifyAttachment(session, sha256, check, report)
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

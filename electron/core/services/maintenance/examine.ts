/** One examination of a whole library: what `verify` reports, and what the sweep asks before it removes anything. */
import type { VerifyReport } from '#shared/contract/library'
import { AppError } from '#shared/contract/errors'
import { atATime } from '../../store/atATime'
import { hashFile } from '../../store/hashFile'
import { storedAttachments, sweepAgeMs } from '../../store/sweep'
import type { JobControl } from '../jobs'
import type { Examination } from './examination'
import { examineOthers } from './examineOthers'
import { examineRecord, recordIds } from './examineRecords'
import { examineStray, examineStrays } from './examineStrays'

const readsAtOnce = 8

/** What was made young since then is not swept. */
export const sweepLimit = (now: number): number => now - sweepAgeMs

/** Which attachments are old, before anything is read that may name them. Answers what stands among them and is none. */
const listOld = async ({ session: { folder: { paths } }, unused, check }: Examination, limitMs: number): Promise<string[]> => {
  const strays: string[] = []
  await check('folder', paths.attachments, async () => {
    for await (const { sha256, size, touchedMs } of storedAttachments(paths, (path) => { strays.push(path) })) if (touchedMs <= limitMs) unused.set(sha256, size)
  })
  return strays
}

/** Reads everything that may name an attachment. Answers what stands among the attachments and is none. */
export const examineNames = async (examination: Examination, limitMs: number, { progress }: Pick<JobControl, 'progress'>): Promise<string[]> => {
  const strays = await listOld(examination, limitMs)
  const ids = await recordIds(examination)
  let done = 0
  progress({ total: ids.size })
  await atATime(readsAtOnce, ids, async (id) => {
    const record = await examineRecord(examination, id)
    progress({ done: (done += 1), current: record?.title ?? id, failedItems: examination.problems.length })
  })
  await examineStrays(examination)
  await examineOthers(examination)
  return strays
}

const examineAttachment = async ({ session: { folder }, report, check, shown }: Examination, sha256: string): Promise<boolean> => {
  const known = { records: shown.get(sha256) ?? [] }
  const place = folder.paths.attachment(sha256)
  const isWhole = await check('attachment', place, async () => {
    const path = await folder.attachments.find(sha256)
    if (path === undefined) {
      report('attachmentMissing', place, { code: 'not_found', data: { kind: 'attachment', id: sha256 } }, known)
      return false
    }
    if ((await hashFile(path)).sha256 !== sha256) throw new AppError('store_corrupt', { path, reason: 'its bytes do not have the hash of its name' })
    return true
  }, known)
  return isWhole ?? false
}

export const examineAll = async (examination: Examination, now: number, control: JobControl): Promise<VerifyReport> => {
  const { problems, counts, shown, unused } = examination
  const strays = await examineNames(examination, sweepLimit(now), control)
  let attachments = 0
  let done = counts.records
  control.progress({ total: done + shown.size, done })
  await atATime(readsAtOnce, shown.keys(), async (sha256) => {
    if (await examineAttachment(examination, sha256)) attachments += 1
    control.progress({ done: (done += 1), current: sha256, failedItems: problems.length })
  })
  const reported = new Set(problems.map(({ path }) => path))
  for (const path of strays) if (!reported.has(path)) await examineStray(examination, path, async () => Promise.resolve(undefined))
  control.progress({ failedItems: problems.length })
  const bytes = [...unused.values()].reduce((sum, size) => sum + size, 0)
  return { ...counts, attachments, problems, unused: { count: unused.size, bytes }, at: new Date(now).toISOString() }
}

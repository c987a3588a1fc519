/** When the frame reminds of backups: a try that failed, or one that is long overdue. */
import type { BackupStatus } from '#shared/contract/backups'

export type Reminder =
  | { kind: 'failed'; since: string }
  | { kind: 'unreachable' | 'stale'; since: string | null }
  | { kind: 'never'; since: null }

/** A library that was made just now has nothing to lose yet. */
const newLibraryMs = 3 * 24 * 3600_000

/** Undefined where there is nothing to say. Times are ISO timestamps, `now` milliseconds since 1970. */
export const reminderOf = ({ plan, last, lastGood, isStale, isReachable, jobId }: BackupStatus, createdAt: string, now: number): Reminder | undefined => {
  if (jobId !== null) return undefined
  if (plan && last && !last.ok) return { kind: 'failed', since: last.at }
  if (!isStale) return undefined
  if (plan && isReachable === false) return { kind: 'unreachable', since: lastGood }
  if (lastGood !== null) return { kind: 'stale', since: lastGood }
  return now - Date.parse(createdAt) > newLibraryMs ? { kind: 'never', since: null } : undefined
}

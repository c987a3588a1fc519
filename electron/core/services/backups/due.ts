/** When a library is to be backed up, and when whoever works on it is to be reminded. Times are milliseconds since 1970. */
import type { BackupAttempt, BackupEvery } from '#shared/model/settings'

const hour = 3600_000
const day = 24 * hour

/** A little less than the interval, so that who starts at eight every morning is not a day late for five minutes. */
const dueAfter: Readonly<Record<Exclude<BackupEvery, 'off'>, number>> = { day: 20 * hour, week: 6.5 * day }
const staleAfter: Readonly<Record<BackupEvery, number>> = { off: 14 * day, day: 2 * day, week: 14 * day }
/** A try that failed is not made again at once: its cause is mostly there still. */
const retryAfter = 3 * hour

export const isDue = (every: BackupEvery, lastGood: number | null, last: BackupAttempt | null, now: number): boolean => {
  if (every === 'off') return false
  if (last && !last.ok && now - Date.parse(last.at) < retryAfter) return false
  return lastGood === null || now - lastGood >= dueAfter[every]
}

export const isStale = (every: BackupEvery, lastGood: number | null, now: number): boolean =>
  lastGood === null || now - lastGood > staleAfter[every]

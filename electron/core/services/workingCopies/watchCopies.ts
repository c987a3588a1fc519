/** Notices that programs write to copies. A hint only: what a copy has become is looked at when it is asked for. */
import { watch, type FSWatcher } from 'node:fs'

export interface CopyWatch {
  /** Tells of `recordId` when something happens in the folder. */
  follow: (folder: string, recordId: string) => void
  /** Tells of it once, after so many milliseconds. */
  later: (recordId: string, ms: number) => void
  /** Follows no folder any more. */
  close: () => void
}

/** Programs write a file in many small steps, or beside it and rename. */
const gatherMs = 300

export const createCopyWatch = (tell: (recordId: string) => void): CopyWatch => {
  const watchers = new Map<string, FSWatcher>()
  const timers = new Map<string, NodeJS.Timeout>()

  const later: CopyWatch['later'] = (recordId, ms) => {
    if (timers.has(recordId)) return
    timers.set(recordId, setTimeout(() => {
      timers.delete(recordId)
      tell(recordId)
    }, ms).unref())
  }

  const forget = (folder: string): void => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }

  return {
    later,
    follow: (folder, recordId) => {
      if (watchers.has(folder)) return
      try {
        const watcher = watch(folder, { persistent: false }, () => { later(recordId, gatherMs) })
        watcher.on('error', () => { forget(folder) })
        watchers.set(folder, watcher)
      } catch {
        // No watch to be had, or the folder is gone: the window asks again when it comes to the front.
      }
    },
    close: () => {
      for (const folder of [...watchers.keys()]) forget(folder)
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
    },
  }
}

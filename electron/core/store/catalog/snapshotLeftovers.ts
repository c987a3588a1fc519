/** What programs that were killed while they wrote a snapshot left beside it: megabytes that nothing reads. */
import { readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** A snapshot is written in seconds: what was not touched for longer is of nobody. Ids of processes are given again, and would not tell. */
const leftAfterMs = 10 * 60_000

/** Where a snapshot is written before it takes its place: another program may keep the same one now. */
export const temporaryFor = (path: string): string => `${path}.${process.pid}.tmp`

const isTemporaryFor = (path: string, name: string): boolean =>
  name.startsWith(`${basename(path)}.`) && /^\d+\.tmp$/.test(name.slice(basename(path).length + 1))

/** Removes what was left of one snapshot. What can't be removed now is tried again the next time. */
export const removeLeftovers = async (path: string): Promise<void> => {
  const folder = dirname(path)
  const names = await readdir(folder).catch(() => [])
  for (const leftover of names.filter((name) => isTemporaryFor(path, name)).map((name) => join(folder, name))) {
    const found = await stat(leftover).catch(() => undefined)
    if (found && found.mtimeMs < Date.now() - leftAfterMs) await rm(leftover, { force: true }).catch(() => undefined)
  }
}

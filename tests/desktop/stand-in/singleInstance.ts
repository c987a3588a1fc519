/** The lock of `requestSingleInstanceLock`, taken through the folder of the app's data so that two processes really meet in it. */
import { mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Handover = z.object({ argv: z.array(z.string()), cwd: z.string() })
export type Handover = z.infer<typeof Handover>

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const isTaken = (lock: string): boolean => {
  try {
    writeFileSync(openSync(lock, 'wx'), String(process.pid))
    return false
  } catch {
    return isRunning(Number(readFileSync(lock, 'utf8')))
  }
}

/** Answers whether this process is the first; one that is not has handed its arguments to the first, which is told them. */
export const takeLock = (folder: string, onSecond: (handover: Handover) => void): boolean => {
  const inbox = join(folder, 'second-instances')
  mkdirSync(inbox, { recursive: true })
  if (isTaken(join(folder, 'instance-lock'))) {
    const path = join(inbox, String(process.pid))
    writeFileSync(`${path}.part`, JSON.stringify({ argv: process.argv, cwd: process.cwd() } satisfies Handover))
    renameSync(`${path}.part`, `${path}.json`)
    return false
  }
  writeFileSync(join(folder, 'instance-lock'), String(process.pid))
  watch(inbox, () => {
    for (const name of readdirSync(inbox).filter((each) => each.endsWith('.json'))) {
      const said = Handover.parse(JSON.parse(readFileSync(join(inbox, name), 'utf8')))
      rmSync(join(inbox, name))
      onSecond(said)
    }
  })
  return true
}

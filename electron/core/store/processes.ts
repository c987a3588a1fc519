/** What the system says of the processes of this computer. */
import { readFile } from 'node:fs/promises'
import { errorCode } from './durableFile'

/** Whether a process of this computer has this number. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

export interface RunningProcess {
  /** Tells it from any other process that has the same number sooner or later. Undefined where the system does not say. */
  started: string | undefined
  /** It was stopped, as by a debugger, and may go on at any time. */
  isStopped: boolean
}

/** The process that has this number now, if any runs. Only Linux says more of it without another program being started. */
export const runningProcess = async (pid: number): Promise<RunningProcess | undefined> => {
  if (!isAlive(pid)) return undefined
  try {
    const [boot, stat] = await Promise.all([readFile('/proc/sys/kernel/random/boot_id', 'utf8'), readFile(`/proc/${pid}/stat`, 'utf8')])
    // The second field is the program's name in brackets, which may hold anything; the third is the state, the 22nd the time of the start.
    const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const start = fields[18]
    // It ended, and whoever started it has not asked how.
    if (state === 'Z' || state === 'X') return undefined
    return { started: start === undefined ? undefined : `${boot.trim()}/${start}`, isStopped: state === 'T' || state === 't' }
  } catch {
    return { started: undefined, isStopped: false }
  }
}

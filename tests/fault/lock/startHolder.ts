/** Another process that has a library open to write. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { newId } from '#shared/model/ids'
import type { Bundled } from '../bundled'

export interface Holder {
  pid: number | undefined
  /** Why it may not write, or null: once when it has opened the library, then once for each question. */
  answer: () => Promise<unknown>
  /** Lets it stand still for so many milliseconds, then look again. */
  ask: (stillMs: number) => void
  stop: () => void
  kill: () => Promise<void>
  /** Lets it close the library and end. */
  leave: () => Promise<void>
}

export const startHolder = ({ path }: Bundled, root: string): Holder => {
  const child = spawn(process.execPath, [path, root, newId()], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = new Promise((resolve) => { child.on('exit', resolve) })
  return {
    pid: child.pid,
    answer: async () => {
      const line = await lines.next()
      return line.done === true ? 'ended' : JSON.parse(line.value) as unknown
    },
    ask: (stillMs) => { child.stdin.write(`${stillMs}\n`) },
    stop: () => { child.kill('SIGSTOP') },
    kill: async () => { child.kill('SIGKILL'); await ended },
    leave: async () => { child.stdin.end(); await ended },
  }
}

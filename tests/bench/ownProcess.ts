/** One step of a bench in a process of its own, which answers with what it measured: for memory, and for what only a fresh process shows. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { z } from 'zod'

/** What a step does, given the arguments that it was started with; what it answers is sent back. */
export type Step = (...given: string[]) => Promise<object>

export const runStep = async (step: Step | undefined, given: readonly string[]): Promise<void> => {
  if (!step) throw new Error('no such step')
  process.send?.(await step(...given), undefined, undefined, () => { process.exit(0) })
}

export const inOwnProcess = async <T>(schema: z.ZodType<T>, step: string, ...given: string[]): Promise<T> => {
  const child = fork(process.argv[1] ?? '', ['step', step, ...given], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const [said] = await Promise.race([once(child, 'message'), once(child, 'exit').then(([code]) => { throw new Error(`${step} ended with ${String(code)}`) })])
  return schema.parse(said)
}

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

export type InProcess = <T>(schema: z.ZodType<T>, step: string, ...given: string[]) => Promise<T>

/** Steps of the program in a file, which is given the name of one and its arguments. `nodeOptions`: for Node itself. */
export const processesOf = (file: string, nodeOptions: readonly string[] = []): InProcess => async (schema, step, ...given) => {
  const child = fork(file, [step, ...given], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [...process.execArgv, ...nodeOptions] })
  const [said] = await Promise.race([once(child, 'message'), once(child, 'exit').then(([code]) => { throw new Error(`${step} ended with ${String(code)}`) })])
  return schema.parse(said)
}

/** Steps of the benches themselves. */
export const inOwnProcess: InProcess = async (schema, step, ...given) => processesOf(process.argv[1] ?? '')(schema, 'step', step, ...given)

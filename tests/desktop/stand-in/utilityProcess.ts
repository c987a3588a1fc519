/** `utilityProcess`: really a process of its own, whose `process.parentPort` is in parentPort.ts. */
import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { constants } from 'node:os'
import type Electron from 'electron'
import { z } from 'zod'
import type { UtilityProcessEvents } from './events'
import { isReady } from './ready'
import { PortCarrier, PortFrame } from './portCarrier'
import { releaseAll } from './ports'

export interface ToUtility { message?: { data: unknown, ports: number[] }, frame?: PortFrame }
export const FromUtility = z.object({ message: z.object({ data: z.unknown() }).optional(), frame: PortFrame.optional() })
export type FromUtility = z.infer<typeof FromUtility>

/** Every process that was started, in order, for tests to look at and to kill. */
export const started: UtilityProcess[] = []

export class UtilityProcess extends EventEmitter<UtilityProcessEvents> implements Pick<Electron.UtilityProcess, 'pid' | 'kill' | 'postMessage'> {
  readonly startedAt = Date.now()
  readonly #child: ChildProcess
  readonly #carrier = new PortCarrier((frame) => { this.#send({ frame }) })

  constructor(child: ChildProcess) {
    super()
    this.#child = child
    child.on('spawn', () => this.emit('spawn'))
    child.on('message', (received) => {
      const { message, frame } = FromUtility.parse(received)
      if (message) this.emit('message', message.data)
      if (frame) this.#carrier.frame(frame)
    })
    child.on('exit', (code, signal) => {
      this.#carrier.drop()
      this.emit('exit', code ?? (signal ? constants.signals[signal] : 1))
    })
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined
  }

  kill(): boolean {
    return this.#child.kill()
  }

  postMessage(data: unknown, transfer: readonly unknown[] = []): void {
    this.#send({ message: { data, ports: releaseAll(transfer).map((end) => this.#carrier.give(end)) } })
  }

  /** What is posted to a process that has just died is lost, as in Electron: its exit is what tells. */
  #send(message: ToUtility): void {
    if (this.#child.connected) this.#child.send(message, () => undefined)
  }
}

export const utilityProcess = {
  fork: (modulePath: string, args: string[] = [], { serviceName }: Electron.ForkOptions = {}): UtilityProcess => {
    if (!isReady()) throw new Error('utilityProcess.fork can only be called after the ready event')
    const execArgv = ['--import', new URL('parentPort.js', import.meta.url).href, ...(serviceName ? [`--title=${serviceName}`] : [])]
    const utility = new UtilityProcess(fork(modulePath, args, { execArgv, serialization: 'advanced' }))
    started.push(utility)
    return utility
  },
}

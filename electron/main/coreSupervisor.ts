/** Keeps the core's process running: starts it, starts it again if it dies, and lets it finish before the app ends. */
import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import type { Log } from '../host/fileLog'
import { FromCore, type ToCore } from '../host/coreMessages'

export interface CoreSupervisor {
  /** Gives a window's port to the core. A port dies with the process; the window notices and asks for another. */
  connect: (port: MessagePortMain) => void
  /** Waits for the next process if this one dies; undefined for an attachment that is not there. */
  attachmentPath: (sha256: string) => Promise<string | undefined>
  /** Waits for saves. A process that does not end within the time is ended, so that it can't keep the app from quitting. */
  close: () => Promise<void>
}

const firstDelayMs = 300
const longestDelayMs = 10_000
/** A process that ran this long did not die of its start. */
const healthyMs = 60_000
/** Far longer than any save; what was acknowledged is on disk in any case. */
const longestSavingMs = 30_000

export const superviseCore = (entry: string, log: Log): CoreSupervisor => {
  const waiting = new Map<number, { sha256: string, answer: (path: string | undefined) => void }>()
  let lastId = 0
  let deaths = 0
  /** Set once the app is about to end: called when the process has. */
  let onClosed: (() => void) | undefined
  /** Ports of windows that asked while no process ran. */
  let ports: MessagePortMain[] = []
  let core: UtilityProcess | undefined

  const send = (message: ToCore, transfer: MessagePortMain[] = []): void => { core?.postMessage(message, transfer) }

  const ask = (id: number, sha256: string): void => { send({ type: 'attachmentPath', id, sha256 }) }

  const receive = (data: unknown): void => {
    const { id, path } = FromCore.parse(data)
    waiting.get(id)?.answer(path ?? undefined)
    waiting.delete(id)
  }

  const onExit = (code: number, startedAt: number): void => {
    core = undefined
    if (onClosed) {
      onClosed()
      return
    }
    deaths = Date.now() - startedAt > healthyMs ? 1 : deaths + 1
    const delayMs = Math.min(longestDelayMs, firstDelayMs * 2 ** (deaths - 1))
    log.error('the core process died', { code, deaths, delayMs })
    setTimeout(start, delayMs)
  }

  const start = (): void => {
    if (onClosed) return
    const startedAt = Date.now()
    core = utilityProcess.fork(entry, [], { serviceName: 'liangfang-core' })
    core.on('message', receive)
    // Nobody listening would make an exception of it here too.
    core.on('error', (type, location) => { log.error('the core process fails', { type, location }) })
    core.once('exit', (code) => { onExit(code, startedAt) })
    for (const port of ports) send({ type: 'port' }, [port])
    ports = []
    for (const [id, { sha256 }] of waiting) ask(id, sha256)
  }

  start()
  return {
    connect: (port) => {
      if (core) send({ type: 'port' }, [port])
      else ports.push(port)
    },
    attachmentPath: (sha256) => new Promise((answer) => {
      lastId += 1
      waiting.set(lastId, { sha256, answer })
      ask(lastId, sha256)
    }),
    close: () => new Promise((resolve) => {
      const tooLong = setTimeout(() => {
        log.error('the core process did not end and was ended', { savingMs: longestSavingMs })
        core?.kill()
        resolve()
      }, longestSavingMs)
      onClosed = () => {
        clearTimeout(tooLong)
        for (const { answer } of waiting.values()) answer(undefined)
        resolve()
      }
      if (core) send({ type: 'close' })
      else onClosed()
    }),
  }
}

/** Keeps the core's process running: starts it, starts it again if it dies, and lets it finish before the app ends. */
import { once } from 'node:events'
import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import type { Log } from '../host/fileLog'
import { FromCore, type ToCore } from '../host/coreMessages'

export interface CoreSupervisor {
  /** Gives a window's port to the core. A port dies with the process; the window notices and asks for another. */
  connect: (port: MessagePortMain) => void
  attachmentPath: (sha256: string) => Promise<string | undefined>
  close: () => Promise<void>
}

const firstDelayMs = 300
const longestDelayMs = 10_000
/** A process that ran this long did not die of its start. */
const healthyMs = 60_000

export const superviseCore = (entry: string, log: Log): CoreSupervisor => {
  const waiting = new Map<number, (path: string | undefined) => void>()
  let lastId = 0
  let deaths = 0
  let isClosing = false
  /** Ports of windows that asked while no process ran. */
  let ports: MessagePortMain[] = []
  let core: UtilityProcess | undefined

  const send = (message: ToCore, transfer: MessagePortMain[] = []): void => { core?.postMessage(message, transfer) }

  const receive = (data: unknown): void => {
    const { id, path } = FromCore.parse(data)
    waiting.get(id)?.(path ?? undefined)
    waiting.delete(id)
  }

  const onExit = (code: number, startedAt: number): void => {
    core = undefined
    for (const answer of waiting.values()) answer(undefined)
    waiting.clear()
    if (isClosing) return
    deaths = Date.now() - startedAt > healthyMs ? 1 : deaths + 1
    log.error('the core process died', { code, deaths })
    setTimeout(start, Math.min(longestDelayMs, firstDelayMs * 2 ** (deaths - 1)))
  }

  const start = (): void => {
    if (isClosing) return
    const startedAt = Date.now()
    core = utilityProcess.fork(entry, [], { serviceName: 'liangfang-core' })
    core.on('message', receive)
    core.once('exit', (code) => { onExit(code, startedAt) })
    for (const port of ports) send({ type: 'port' }, [port])
    ports = []
  }

  start()
  return {
    connect: (port) => {
      if (core) send({ type: 'port' }, [port])
      else ports.push(port)
    },
    attachmentPath: (sha256) => new Promise((resolve) => {
      if (!core) {
        resolve(undefined)
        return
      }
      lastId += 1
      waiting.set(lastId, resolve)
      send({ type: 'attachmentPath', id: lastId, sha256 })
    }),
    close: async () => {
      isClosing = true
      if (!core) return
      const ended = once(core, 'exit')
      send({ type: 'close' })
      await ended
    },
  }
}

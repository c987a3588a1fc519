/** Runs a built preload beside a page, with the part of `electron` that a sandboxed preload may require. Goes into browsers as text: it must stand alone. */
import type Electron from 'electron'
import type { PageOrder, PageReport } from '../stand-in/messages'

/** What differs between a browser and a page that is none. */
export interface PageScope {
  window: Pick<Window, 'postMessage'>
  location: Pick<Location, 'origin'>
  MessageChannel: typeof MessageChannel
  /** Defines a global of the page. */
  expose: (name: string, value: unknown) => void
  pathOf: (file: File) => string
  report: (report: Omit<PageReport, 'ipc'> & { ipc?: { channel: string, args: unknown[] } }) => void
  onOrder: (obey: (order: PageOrder) => void) => void
}

export type Preload = (require: (name: string) => unknown, window: PageScope['window'], location: PageScope['location']) => void

type Listener = Parameters<Electron.IpcRenderer['on']>[1]
type SentEvent = Parameters<Listener>[0]

interface RendererElectron {
  contextBridge: Pick<Electron.ContextBridge, 'exposeInMainWorld'>
  ipcRenderer: Pick<Electron.IpcRenderer, 'send'> & { on: (channel: string, listener: (event: Pick<SentEvent, 'ports'>, ...args: unknown[]) => void) => void }
  webUtils: Pick<Electron.WebUtils, 'getPathForFile'>
}

export const installPreload = (scope: PageScope, preload: Preload): void => {
  const listeners: { channel: string, listener: (event: Pick<SentEvent, 'ports'>, ...args: unknown[]) => void }[] = []
  const ports = new Map<number, MessagePort>()

  const electron: RendererElectron = {
    contextBridge: {
      exposeInMainWorld: (name, api: Record<string, unknown>) => { scope.expose(name, Object.freeze({ ...api })) },
    },
    ipcRenderer: {
      send: (channel, ...args: unknown[]) => { scope.report({ ipc: { channel, args } }) },
      on: (channel, listener) => { listeners.push({ channel, listener }) },
    },
    webUtils: { getPathForFile: (file) => scope.pathOf(file) },
  }

  /** A port of the page, whose other end is joined to the app. */
  const carry = (port: number): MessagePort => {
    const { port1, port2 } = new scope.MessageChannel()
    port2.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'string') throw new Error('the stand-in carries text only')
      scope.report({ frame: { port, data } })
    })
    port2.addEventListener('close', () => { scope.report({ frame: { port, closed: true } }) })
    port2.start()
    ports.set(port, port2)
    return port1
  }

  scope.onOrder(({ ipc, frame }) => {
    if (frame?.closed) ports.get(frame.port)?.close()
    else if (frame) ports.get(frame.port)?.postMessage(frame.data)
    if (!ipc) return
    const event = { ports: ipc.ports.map(carry) }
    for (const { channel, listener } of listeners) if (channel === ipc.channel) listener(event, ipc.message)
  })

  preload((name) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`)
    return electron
  }, scope.window, scope.location)
}

/** A page without a browser: the built preload runs beside a window that has messages and ports, and nothing else. */
import { readFileSync } from 'node:fs'
import { compileFunction } from 'node:vm'
import { z } from 'zod'
import type { PageOrder } from '../stand-in/messages'
import type { PageHost } from './desktop'
import { installPreload, type PageScope, type Preload } from './installPreload'

const isFunction = (value: unknown): boolean => typeof value === 'function'
const Bridge = z.object({ requestPort: z.custom<(to: 'core' | 'host') => void>(isFunction), pathOfFile: z.custom<(file: File) => string>(isFunction) })
const asPreload = z.custom<Preload>(isFunction)

/** The messages of a window: an event target that posts to itself. */
class BareWindow extends EventTarget {
  postMessage(data: unknown, _origin: unknown, ports: MessagePort[] = []): void {
    setImmediate(() => this.dispatchEvent(Object.assign(new Event('message'), { data, ports, source: this })))
  }
}

export interface BarePage {
  readonly window: BareWindow
  /** What the preload exposed. */
  readonly bridge: z.infer<typeof Bridge>
  /** Sends a message as any frame might. */
  send: (channel: string, arg: unknown, frame: { url: string, isMain: boolean }) => void
  /** Whether it goes when it is asked. */
  willGo: boolean
}

const mainFrame = { url: 'app://liangfang/', isMain: true }

/** Pages for one app; `page()` waits for the newest. */
export const createBarePages = (): { host: PageHost, page: () => Promise<BarePage>, count: () => number } => {
  const pages: BarePage[] = []
  const opened: ((page: BarePage) => void)[] = []

  const host: PageHost = (_desktop, _window, report) => {
    let obey: (order: PageOrder) => void = () => undefined
    const exposed: Record<string, unknown> = {}
    const window = new BareWindow()
    const scope: PageScope = {
      window, location: { origin: 'app://liangfang' }, MessageChannel,
      expose: (name, value) => { exposed[name] = value },
      pathOf: () => '',
      report: ({ ipc, ...rest }) => { report({ ...rest, ...(ipc ? { ipc: { ...ipc, frame: mainFrame } } : {}) }) },
      onOrder: (listener) => { obey = listener },
    }
    let page: BarePage | undefined
    const load = (preload: string): void => {
      installPreload(scope, asPreload.parse(compileFunction(readFileSync(preload, 'utf8'), ['require', 'window', 'location'])))
      page = { window, bridge: Bridge.parse(exposed.liangfang), willGo: true, send: (channel, arg, frame) => { report({ ipc: { channel, args: [arg], frame } }) } }
      pages.push(page)
      report({ loaded: true })
      for (const resolve of opened.splice(0)) resolve(page)
    }
    return (order) => {
      if (order.load) load(order.load.preload)
      if (order.unload) report(page?.willGo === false ? { refused: true } : { unloaded: true })
      obey(order)
    }
  }

  return {
    host,
    page: () => new Promise((resolve) => {
      const last = pages.at(-1)
      if (last) resolve(last)
      else opened.push(resolve)
    }),
    count: () => pages.length,
  }
}

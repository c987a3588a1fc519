/** The built desktop app, run in a process of its own on the stand-in of Electron, and steered from a test. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { ToTest, type FromTest, type PageOrder, type PageReport } from '../stand-in/messages'
import { standInFolder } from './buildStandIn'

const root = resolve(import.meta.dirname, '../../..')

/** Acts as the page of one window: obeys its orders and reports. */
export type PageHost = (desktop: Desktop, window: number, report: (report: PageReport) => void) => (order: PageOrder) => void

export interface DesktopOptions {
  home: string
  page: PageHost
  /** The folder of the app, if it is not this checkout. */
  app?: string
  /** Arguments after the app's own. */
  args?: string[]
  cwd?: string
  env?: Record<string, string>
}

const WindowInfo = z.object({
  id: z.int(), url: z.string(), isVisible: z.boolean(), isFocused: z.boolean(), isMinimized: z.boolean(), hasOpenedDevTools: z.boolean(), printed: z.int(),
  options: z.looseObject({ webPreferences: z.record(z.string(), z.unknown()) }),
})
export type WindowInfo = z.infer<typeof WindowInfo>

const Answer = z.object({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.instanceof(Uint8Array).transform((bytes) => Buffer.from(bytes)) })
export type Answer = z.infer<typeof Answer>

export interface Ask { method?: string, headers?: Record<string, string>, body?: Uint8Array }

export class Desktop {
  /** The app's own events, in order. */
  readonly events: string[] = []
  /** The exit code, once the app and its core have ended. */
  readonly exited: Promise<number | null>
  readonly #process: ChildProcess
  readonly #page: PageHost
  readonly #pages = new Map<number, (order: PageOrder) => void>()
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void, reject: (error: Error) => void }>()
  #lastId = 0

  private constructor(child: ChildProcess, page: PageHost) {
    this.#process = child
    this.#page = page
    // Its core holds the same pipe: once that is closed, both have ended.
    this.exited = once(child, 'close').then(() => child.exitCode)
    child.stderr?.pipe(process.stderr)
    child.on('message', (received) => { this.#receive(ToTest.parse(received)) })
    child.on('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the app has ended'))
    })
  }

  static async start({ home, page, app = root, args = [], cwd = home, env = {} }: DesktopOptions): Promise<Desktop> {
    const register = join(await standInFolder(), 'register.js')
    const { ELECTRON_RUN_AS_NODE: _asNode, ...outside } = process.env
    const child = fork(join(app, 'out/main/main.js'), args, {
      cwd, env: { ...outside, LIANGFANG_HOME: home, ...env }, execArgv: ['--import', register], serialization: 'advanced', stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    })
    return new Desktop(child, page)
  }

  async windows(): Promise<WindowInfo[]> { return z.array(WindowInfo).parse(await this.call('windows')) }

  /** The one window there is. */
  async window(): Promise<WindowInfo> {
    const [window, ...others] = await this.windows()
    if (!window || others.length > 0) throw new Error(`${others.length} windows too many, or none`)
    return window
  }

  async may(what: 'mayNavigate' | 'mayRedirect' | 'mayOpen', url: string): Promise<boolean> {
    return z.boolean().parse(await this.call(what, (await this.window()).id, url))
  }

  /** What a page gets from the scheme of the app, for any address. Rejects if the handler fails. */
  async request(url: string, ask: Ask = {}): Promise<Answer> { return Answer.parse(await this.call('request', { url, ...ask })) }

  /** Process ids of the cores that were started, in order; undefined for one that has ended. */
  async cores(): Promise<{ pid?: number | undefined, startedAt: number }[]> {
    return z.array(z.object({ pid: z.int().optional(), startedAt: z.int() })).parse(await this.call('cores'))
  }

  async asked(what: string): Promise<unknown[]> {
    const all = z.array(z.object({ what: z.string(), with: z.unknown() })).parse(await this.call('asked'))
    return all.filter((each) => each.what === what).map((each) => each.with)
  }

  async call(name: string, ...args: unknown[]): Promise<unknown> {
    this.#lastId += 1
    const id = this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#send({ call: { id, name, args } })
    })
  }

  /** Asks the app to quit, as its menu does, and waits until it has; answers its exit code. */
  async quit(): Promise<number | null> {
    if (this.#process.connected) await this.call('quit').catch(() => undefined)
    return this.exited
  }

  /** For a test that failed half-way. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL')
    await this.exited
  }

  #send(message: FromTest): void {
    if (this.#process.connected) this.#process.send(message, () => undefined)
  }

  #receive({ answer, page, event }: ToTest): void {
    if (event !== undefined) this.events.push(event)
    if (page) this.#pageOf(page.window)(page.order)
    if (!answer) return
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (answer.error === undefined) waiting?.resolve(answer.value)
    else waiting?.reject(new Error(answer.error))
  }

  #pageOf(window: number): (order: PageOrder) => void {
    const open = this.#pages.get(window)
    if (open) return open
    const opened = this.#page(this, window, (report) => { this.#send({ page: { window, report } }) })
    this.#pages.set(window, opened)
    return opened
  }
}

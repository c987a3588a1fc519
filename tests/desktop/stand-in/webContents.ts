/** `WebContents` and its main frame: what a page may do is asked here, and its ports go through here. */
import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { createEvent, type WebContentsEvents } from './events'
import { ipcMain } from './ipcMain'
import type { PageOrder, PageReport } from './messages'
import { PortCarrier } from './portCarrier'
import { releaseAll } from './ports'
import { real } from './real'
import { closePage, openPage } from './testLink'

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]
export type Unloading = 'unloaded' | 'refused'

let lastId = 0

export class WebContents extends EventEmitter<WebContentsEvents> implements Pick<Electron.WebContents, 'id' | 'getURL' | 'postMessage' | 'openDevTools' | 'setWindowOpenHandler'> {
  readonly id = lastId += 1
  readonly preload: string
  /** The one object for the main frame, as Electron keeps one for as long as the frame lives. */
  readonly mainFrame = { url: '' }
  hasOpenedDevTools = false
  printed = 0
  #openHandler: OpenHandler = () => ({ action: 'allow' })
  #settleLoad: ((problem?: string) => void) | undefined
  #settleUnload: ((how: Unloading) => void) | undefined
  readonly #order: (order: PageOrder) => void
  readonly #carrier: PortCarrier

  constructor(preload: string) {
    super()
    this.preload = preload
    this.#order = openPage(this.id, (report) => { this.#report(report) })
    this.#carrier = new PortCarrier((frame) => { this.#order({ frame }) })
  }

  getURL(): string { return this.mainFrame.url }
  openDevTools(): void { this.hasOpenedDevTools = true }
  setWindowOpenHandler(handler: OpenHandler): void { this.#openHandler = handler }

  print(_options: object = {}, done: (success: boolean, reason: string) => void = () => undefined): void {
    this.printed += 1
    setImmediate(done, true, '')
  }

  /** The options stand in the file, behind what makes it a PDF. */
  printToPDF(options: object): Promise<Buffer> { return Promise.resolve(Buffer.from(`%PDF-1.4 ${JSON.stringify(options)}`)) }

  postMessage(channel: string, message: unknown, transfer: readonly unknown[] = []): void {
    this.#order({ ipc: { channel, message, ports: releaseAll(transfer).map((end) => this.#carrier.give(end)) } })
  }

  /** `address` is where the page finds what `url` names. Rejects as `loadURL` does. */
  load(url: string, address: string): Promise<void> {
    this.mainFrame.url = url
    return new Promise((resolve, reject) => {
      this.#settleLoad = (problem) => { if (problem === undefined) resolve(); else reject(new Error(problem)) }
      this.#order({ load: { url, address, preload: this.preload } })
    })
  }

  /** Whether a navigation that the page begins would be let through. */
  mayNavigate(event: 'will-navigate' | 'will-redirect', url: string): boolean {
    const asked = createEvent({ url, isSameDocument: false, isMainFrame: true, frame: null, initiator: null })
    this.emit(event, asked)
    return !asked.defaultPrevented
  }

  mayAttachWebview(): boolean {
    const asked = createEvent({})
    this.emit('will-attach-webview', asked)
    return !asked.defaultPrevented
  }

  /** What comes of it when the page opens a window. */
  opening(url: string): ReturnType<OpenHandler> {
    return this.#openHandler({ url, frameName: '', features: '', disposition: 'foreground-tab', referrer: { url: '', policy: 'default' } })
  }

  /** Asks the page to go. One that refuses stays, unless a listener of `will-prevent-unload` insists. */
  async unload(): Promise<Unloading> {
    const how = await new Promise<Unloading>((resolve) => {
      this.#settleUnload = resolve
      this.#order({ unload: true })
    })
    if (how === 'unloaded') return how
    const refused = createEvent({})
    this.emit('will-prevent-unload', refused)
    return refused.defaultPrevented ? 'unloaded' : 'refused'
  }

  destroy(): void {
    this.#order({ destroy: true })
    this.#settleLoad?.('ERR_ABORTED (-3)')
    closePage(this.id)
    this.#carrier.drop()
    this.emit('destroyed')
  }

  #report({ loaded, failed, ipc, frame, unloaded, refused }: PageReport): void {
    if (loaded) this.#settleLoad?.()
    if (failed !== undefined) this.#settleLoad?.(failed)
    if (frame) this.#carrier.frame(frame)
    if (unloaded) this.#settleUnload?.('unloaded')
    if (refused) this.#settleUnload?.('refused')
    if (!ipc) return
    const senderFrame = ipc.frame.isMain ? Object.assign(this.mainFrame, { url: ipc.frame.url }) : { url: ipc.frame.url }
    ipcMain.receive(ipc.channel, ipc.args, real.webContents.parse(this), real.frame.parse(senderFrame))
  }
}

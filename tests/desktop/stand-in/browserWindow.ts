/** `BrowserWindow`: its options are kept for tests to read, its page is the test's. */
import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { createEvent, type WindowEvents } from './events'
import { addressOf } from './protocol'
import { isReady } from './ready'
import { WebContents } from './webContents'

interface ListEvents {
  created: [window: BrowserWindow]
  /** A page would not go, which calls a quit off too. */
  'close-cancelled': []
  empty: []
}

const open: BrowserWindow[] = []
let focusedId: number | undefined

/** What the app hears of its windows. */
export const windowList = new EventEmitter<ListEvents>()

type Used = 'id' | 'loadURL' | 'show' | 'focus' | 'restore' | 'minimize' | 'close' | 'destroy' | 'isMinimized' | 'isVisible' | 'isFocused' | 'isDestroyed' | 'getBounds'

export class BrowserWindow extends EventEmitter<WindowEvents> implements Pick<Electron.BrowserWindow, Used> {
  readonly id: number
  readonly options: Electron.BrowserWindowConstructorOptions
  readonly webContents: WebContents
  #isMinimized = false
  #isVisible: boolean

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    if (!isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    this.options = options
    this.#isVisible = options.show ?? true
    this.webContents = new WebContents(options.webPreferences?.preload ?? '')
    this.id = this.webContents.id
    open.push(this)
    windowList.emit('created', this)
  }

  static getAllWindows(): BrowserWindow[] { return [...open] }
  static getFocusedWindow(): BrowserWindow | null { return open.find(({ id }) => id === focusedId) ?? null }
  static fromWebContents(contents: { id: number }): BrowserWindow | null { return open.find(({ webContents }) => webContents.id === contents.id) ?? null }

  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url, await addressOf(url))
    this.emit('ready-to-show')
  }

  show(): void { this.#isVisible = true; this.focus() }
  focus(): void { focusedId = this.id }
  minimize(): void { this.#isMinimized = true }
  restore(): void { this.#isMinimized = false }
  isMinimized(): boolean { return this.#isMinimized }
  isVisible(): boolean { return this.#isVisible }
  isFocused(): boolean { return focusedId === this.id }
  isDestroyed(): boolean { return !open.includes(this) }

  getBounds(): Electron.Rectangle {
    const { x = 0, y = 0, width = 800, height = 600 } = this.options
    return { x, y, width, height }
  }

  close(): void { void this.#close() }

  destroy(): void {
    if (this.isDestroyed()) return
    open.splice(open.indexOf(this), 1)
    this.webContents.destroy()
    this.emit('closed')
    if (open.length === 0) windowList.emit('empty')
  }

  async #close(): Promise<void> {
    const event = createEvent({})
    this.emit('close', event)
    if (!event.defaultPrevented && await this.webContents.unload() === 'unloaded') this.destroy()
    else windowList.emit('close-cancelled')
  }
}

/** `app`: starting, quitting with all that may call it off, and the lock that makes a second instance hand over and go. */
import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import type Electron from 'electron'
import { BrowserWindow, windowList } from './browserWindow'
import { createEvent, type AppEvents } from './events'
import { becomeReady } from './ready'
import { real } from './real'
import { takeLock } from './singleInstance'
import { tell } from './testLink'

type Used = 'isPackaged' | 'name' | 'whenReady' | 'isReady' | 'quit' | 'exit' | 'relaunch' | 'setPath' | 'getPath' | 'requestSingleInstanceLock'

class App extends EventEmitter<AppEvents> implements Pick<Electron.App, Used> {
  readonly isPackaged = process.env.STAND_IN_PACKAGED === '1'
  readonly name = 'stand-in'
  readonly relaunches: string[][] = []
  readonly #paths = new Map<string, string>()
  readonly #ready: Promise<void>
  #isReady = false
  #isQuitting = false
  #exitCode = 0

  constructor() {
    super()
    // After the entry's own code, and what it does before it first waits.
    this.#ready = new Promise((resolve) => {
      setImmediate(() => {
        if (this.#isQuitting) return
        becomeReady()
        this.#isReady = true
        this.emit('ready', createEvent({}), {})
        resolve()
      })
    })
    windowList.on('created', ({ webContents }) => { this.emit('web-contents-created', createEvent({}), real.webContents.parse(webContents)) })
    windowList.on('close-cancelled', () => { this.#isQuitting = false })
    windowList.on('empty', () => {
      if (this.#isQuitting) this.#end()
      else if (this.listenerCount('window-all-closed') === 0) this.quit()
      else this.#say('window-all-closed')
    })
  }

  whenReady(): Promise<void> { return this.#ready }
  isReady(): boolean { return this.#isReady }

  quit(): void {
    if (this.#isQuitting) return
    const event = createEvent({})
    this.#say('before-quit', event)
    if (event.defaultPrevented) return
    this.#isQuitting = true
    const windows = BrowserWindow.getAllWindows()
    for (const window of windows) window.close()
    if (windows.length === 0) this.#end()
  }

  exit(code = 0): void {
    this.#exitCode = code
    this.#leave()
  }

  relaunch({ args = process.argv.slice(1) }: Electron.RelaunchOptions = {}): void { this.relaunches.push(args) }

  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute')
    if (!existsSync(path)) throw new Error(`Failed to set '${name}' path`)
    this.#paths.set(name, path)
  }

  getPath(name: string): string {
    const path = this.#paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }

  requestSingleInstanceLock(): boolean {
    return takeLock(this.getPath('userData'), ({ argv, cwd }) => {
      void this.#ready.then(() => { this.emit('second-instance', createEvent({}), argv, cwd, undefined) })
    })
  }

  #end(): void {
    const event = createEvent({})
    this.#say('will-quit', event)
    if (event.defaultPrevented) this.#isQuitting = false
    else this.#leave()
  }

  #leave(): void {
    this.emit('quit', createEvent({}), this.#exitCode)
    tell('quit', () => { process.exit(this.#exitCode) })
  }

  #say<Name extends 'before-quit' | 'will-quit' | 'window-all-closed'>(name: Name, ...args: AppEvents[Name]): void {
    tell(name)
    EventEmitter.prototype.emit.call(this, name, ...args)
  }
}

export const app = new App()

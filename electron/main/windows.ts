/** The app's window: opened, brought to the front, and closed once its page has saved; and the one that presenting opens beside it. */
import { join } from 'node:path'
import { app, BrowserWindow, screen } from 'electron'
import type { Log } from '../host/fileLog'
import { appPage } from './appProtocol'

const askAgainMs = 200
const longestSavingMs = 10_000

/**
 * A page with something unsaved saves it and refuses to go. A browser would ask the user then; Electron asks nobody and the window
 * would just stay, so it is asked again. What can't be saved within that time is kept as a draft by the page.
 */
const closeOnceSaved = (window: BrowserWindow, log: Log): void => {
  let closingSince: number | undefined
  let isQuitting = false
  const onQuit = (): void => { isQuitting = true }
  const closeAgain = (): void => {
    if (window.isDestroyed()) return
    // A refusal called the quit off too.
    if (isQuitting) app.quit()
    else window.close()
  }
  app.on('before-quit', onQuit)
  window.once('closed', () => { app.off('before-quit', onQuit) })
  window.on('close', () => { closingSince ??= Date.now() })
  window.webContents.on('will-prevent-unload', (event) => {
    if (closingSince === undefined) return
    if (Date.now() - closingSince < longestSavingMs) {
      setTimeout(closeAgain, askAgainMs)
    } else {
      log.warn('a window was closed with something unsaved in it')
      event.preventDefault()
    }
  })
}

const webPreferences = (): Electron.WebPreferences => ({
  preload: join(import.meta.dirname, '../preload/preload.cjs'),
  sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, spellcheck: false, devTools: !app.isPackaged,
})

const usual = { width: 1280, height: 832, minWidth: 960, minHeight: 640 }

/** The app's own window, for as long as it is open. */
let main: BrowserWindow | undefined

const openWindow = (log: Log): void => {
  const window = new BrowserWindow({ ...usual, show: false, webPreferences: webPreferences() })
  main = window
  window.once('closed', () => {
    main = undefined
    // What stands beside it does not outlive it.
    for (const beside of BrowserWindow.getAllWindows()) beside.close()
  })
  closeOnceSaved(window, log)
  window.once('ready-to-show', () => { window.show() })
  window.loadURL(appPage).catch((error: unknown) => {
    log.error('the page was not loaded', { error: String(error) })
    // Better an empty window than an app that runs and can't be seen.
    if (!window.isDestroyed()) window.show()
  })
}

/** Opens the window, or brings the one that is open to the front. */
export const showWindow = (log: Log): void => {
  if (!main) {
    openWindow(log)
    return
  }
  if (main.isMinimized()) main.restore()
  main.focus()
}

/** What a window has that a page opens beside its own: on another display, if there is one. */
export const besideOptions = (opener: Electron.WebContents): Electron.BrowserWindowConstructorOptions => {
  const window = BrowserWindow.fromWebContents(opener)
  const other = window && screen.getAllDisplays().find(({ id }) => id !== screen.getDisplayMatching(window.getBounds()).id)
  return { ...usual, ...other?.workArea, webPreferences: webPreferences() }
}

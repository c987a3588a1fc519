/** The app's window: opened, brought to the front, and closed once its page has saved. */
import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
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

const openWindow = (log: Log): void => {
  const window = new BrowserWindow({
    width: 1280, height: 832, minWidth: 960, minHeight: 640, show: false,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, spellcheck: false, devTools: !app.isPackaged,
    },
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
  const [window] = BrowserWindow.getAllWindows()
  if (!window) {
    openWindow(log)
    return
  }
  if (window.isMinimized()) window.restore()
  window.focus()
}

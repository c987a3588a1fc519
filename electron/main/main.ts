/** Entry of the desktop: one instance, one window, the core in a process of its own. */
import { join } from 'node:path'
import { app, BrowserWindow, Menu } from 'electron'
import { createFileLog } from '../host/fileLog'
import { standardFolders } from '../host/standardFolders'
import { createUploads } from '../host/uploads'
import { appOrigin, handleAppScheme, registerAppScheme } from './appProtocol'
import { superviseCore } from './coreSupervisor'
import { lockDown } from './lockdown'
import { serveWindowPorts } from './windowPorts'

const folders = standardFolders()

const openWindow = async (): Promise<void> => {
  const window = new BrowserWindow({
    width: 1280, height: 832, minWidth: 960, minHeight: 640, show: false,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, spellcheck: false,
    },
  })
  window.once('ready-to-show', () => { window.show() })
  await window.loadURL(`${appOrigin}/`)
}

const run = async (): Promise<void> => {
  await app.whenReady()
  const log = createFileLog(folders.config, 'desktop')
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null)
  lockDown()
  const core = superviseCore(join(import.meta.dirname, 'coreProcess.js'), log)
  const uploads = await createUploads(join(folders.cache, 'uploads'))
  handleAppScheme({ screenFolder: join(import.meta.dirname, '../renderer'), uploads, attachmentPath: core.attachmentPath })
  serveWindowPorts(core, log)

  let hasClosed = false
  const close = async (): Promise<void> => {
    await core.close()
    await uploads.close()
    hasClosed = true
    app.quit()
  }
  app.on('will-quit', (event) => {
    if (hasClosed) return
    event.preventDefault()
    void close()
  })
  app.on('window-all-closed', () => { if (process.platform !== 'darwin') app.quit() })
  app.on('activate', () => { if (BrowserWindow.getAllWindows().length === 0) void openWindow() })
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  await openWindow()
}

// Chromium's own data, apart from our settings.
app.setPath('userData', join(folders.config, 'desktop'))
registerAppScheme()
if (app.requestSingleInstanceLock()) void run()
else app.quit()

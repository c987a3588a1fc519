/** Entry of the desktop: one instance, one window, the core in a process of its own. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, Menu } from 'electron'
import { createFileLog, logCrashes } from '../host/fileLog'
import { standardFolders } from '../host/standardFolders'
import { createUploads } from '../host/uploads'
import { handleAppScheme, registerAppScheme } from './appProtocol'
import { superviseCore } from './coreSupervisor'
import { finishBeforeQuit } from './leaving'
import { lockDown } from './lockdown'
import { createOpenedFiles, isPackageName } from './openedFiles'
import { serveWindowPorts } from './windowPorts'
import { showWindow } from './windows'

const folders = standardFolders()
const openedFiles = createOpenedFiles()

/** Starts everything but the window; answers what shows it. */
const start = async (): Promise<() => void> => {
  await app.whenReady()
  const log = createFileLog(folders.config, 'desktop')
  logCrashes(log)
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null)
  lockDown()
  const core = superviseCore(join(import.meta.dirname, 'coreProcess.js'), log)
  const uploads = await createUploads(join(folders.cache, 'uploads'))
  handleAppScheme({ screenFolder: join(import.meta.dirname, '../renderer'), uploads, attachmentPath: core.attachmentPath })
  serveWindowPorts({ core, openedFiles, config: folders.config, log })
  const isLeaving = finishBeforeQuit(async () => {
    await core.close()
    await uploads.close()
  }, log)
  return () => {
    // Whoever opens the app while it still saves gets it again afterwards.
    if (isLeaving()) app.relaunch({ args: [...process.argv.slice(1).filter((arg) => !isPackageName(arg)), ...openedFiles.takeAll()] })
    else showWindow(log)
  }
}

const run = (): void => {
  const started = start()
  const show = async (): Promise<void> => {
    try {
      const showNow = await started
      showNow()
    } catch (error) {
      dialog.showErrorBox(app.name, String(error))
      app.exit(1)
    }
  }
  openedFiles.add(process.argv.slice(1), process.cwd())
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openedFiles.add([path], '/')
    void show()
  })
  app.on('second-instance', (_event, argv, folder) => {
    openedFiles.add(argv.slice(1), folder)
    void show()
  })
  app.on('activate', () => void show())
  app.on('window-all-closed', () => { if (process.platform !== 'darwin') app.quit() })
  void show()
}

// Chromium's own data, apart from our settings. Electron wants the folder to be there.
const chromiumFolder = join(folders.config, 'desktop')
mkdirSync(chromiumFolder, { recursive: true })
app.setPath('userData', chromiumFolder)
registerAppScheme()
if (app.requestSingleInstanceLock()) run()
else app.quit()

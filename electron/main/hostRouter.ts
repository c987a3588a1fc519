/** The shell's contract as the desktop keeps it: native dialogs, the file manager, printing. One for each window. */
import { dialog, shell, type OpenDialogOptions } from 'electron'
import type { Log } from '../host/fileLog'
import { hostImplementer, unsupported } from '../host/hostImplementer'
import { createOpenFile } from '../host/openFile'
import type { OpenedFiles } from './openedFiles'

export interface HostRouterOptions {
  window: Electron.BrowserWindow
  openedFiles: OpenedFiles
  /** The folder of the settings. */
  config: string
  log: Log
}

const open = async (window: Electron.BrowserWindow, options: OpenDialogOptions): Promise<string[]> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, options)
  return canceled ? [] : filePaths
}

/** Resolves when the dialog is done, also if nothing was printed. */
const print = (window: Electron.BrowserWindow): Promise<null> =>
  new Promise((resolve) => { window.webContents.print({}, () => { resolve(null) }) })

/** The shell answers with what went wrong, or with nothing. */
const openWithSystem = async (path: string): Promise<void> => {
  const wrong = await shell.openPath(path)
  if (wrong !== '') throw new Error(wrong)
}

export const createHostRouter = ({ window, openedFiles, config, log }: HostRouterOptions) => {
  const os = hostImplementer(log)
  const openFile = createOpenFile(config, openWithSystem)
  return os.router({
    capabilities: os.capabilities.handler(() => ({ nativeDialogs: true, reveal: true, print: true })),
    pickFiles: os.pickFiles.handler(async ({ input: { filters = [] } }) =>
      ({ paths: await open(window, { properties: ['openFile', 'multiSelections'], filters }) })),
    pickFolder: os.pickFolder.handler(async ({ input }) => {
      const [path = null] = await open(window, { properties: ['openDirectory', ...(input.create ? ['createDirectory' as const] : [])] })
      return { path }
    }),
    saveAs: os.saveAs.handler(async ({ input: { suggestedName, filters = [] } }) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: suggestedName, filters })
      return { path: canceled || filePath === '' ? null : filePath }
    }),
    reveal: os.reveal.handler(({ input }) => {
      shell.showItemInFolder(input.path)
      return null
    }),
    print: os.print.handler(() => print(window)),
    openFile: os.openFile.handler(({ input }) => openFile(input.path)),
    openExternal: os.openExternal.handler(async ({ input }) => {
      await shell.openExternal(input.url)
      return null
    }),
    openedFiles: os.openedFiles.handler(({ signal }) => openedFiles.watch(signal)),
    listFolder: os.listFolder.handler(unsupported('listFolder')),
    createFolder: os.createFolder.handler(unsupported('createFolder')),
  })
}

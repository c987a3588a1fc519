/** The shell's contract as the desktop keeps it: native dialogs, the file manager, printing. One for each window. */
import { rename, rm, writeFile } from 'node:fs/promises'
import { dialog, shell, type OpenDialogOptions } from 'electron'
import { AppError } from '#shared/contract/errors'
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
const print = (window: Electron.BrowserWindow): Promise<{ printed: boolean }> =>
  new Promise((resolve) => { window.webContents.print({}, (printed) => { resolve({ printed }) }) })

const millimetresPerInch = 25.4

/** As the styles of the page say, on paper of that size; in place once it is whole. */
const printToPdf = async (window: Electron.BrowserWindow, path: string, { width, height }: { width: number; height: number }): Promise<null> => {
  const pdf = await window.webContents.printToPDF({
    printBackground: true, preferCSSPageSize: true, pageSize: { width: width / millimetresPerInch, height: height / millimetresPerInch }, margins: { top: 0, bottom: 0, left: 0, right: 0 },
  })
  const temporary = `${path}.${String(process.pid)}.tmp`
  try {
    await writeFile(temporary, pdf, { flag: 'wx', flush: true })
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw new AppError('store_write_failed', { path, reason: error instanceof Error && 'code' in error ? String(error.code) : String(error) }, { cause: error })
  }
  return null
}

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
    printToPdf: os.printToPdf.handler(({ input: { path, paper } }) => printToPdf(window, path, paper)),
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

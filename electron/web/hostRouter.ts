/** The shell's contract as a browser's host keeps it: a picker in the page, and no native anything. */
import { once } from 'node:events'
import type { Log } from '#core/ports'
import { hostImplementer, unsupported } from '../host/hostImplementer'
import type { OpenFile } from '../host/openFile'
import { createFolder, listFolder } from './folderListing'

/** The system opens no files with a browser's host: nothing comes, until the page lets go. */
async function* nothing(signal: AbortSignal | undefined): AsyncGenerator<never, void> {
  if (signal && !signal.aborted) await once(signal, 'abort')
}

export const createHostRouter = (log: Log, openFile: OpenFile) => {
  const os = hostImplementer(log)
  return os.router({
    capabilities: os.capabilities.handler(() => ({ nativeDialogs: false, reveal: false, print: false })),
    pickFiles: os.pickFiles.handler(unsupported('pickFiles')),
    pickFolder: os.pickFolder.handler(unsupported('pickFolder')),
    saveAs: os.saveAs.handler(unsupported('saveAs')),
    reveal: os.reveal.handler(unsupported('reveal')),
    print: os.print.handler(unsupported('print')),
    printToPdf: os.printToPdf.handler(unsupported('printToPdf')),
    openFile: os.openFile.handler(({ input }) => openFile(input.path)),
    openExternal: os.openExternal.handler(unsupported('openExternal')),
    openedFiles: os.openedFiles.handler(({ signal }) => nothing(signal)),
    listFolder: os.listFolder.handler(({ input }) => listFolder(input.path, input.extensions)),
    createFolder: os.createFolder.handler(({ input }) => createFolder(input.parent, input.name)),
  })
}

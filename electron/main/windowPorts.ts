/** Hands a window its ports when its preload asks: one to the core's process, one to this shell. */
import { BrowserWindow, ipcMain, MessageChannelMain } from 'electron'
import { RPCHandler } from '@orpc/server/message-port'
import type { Log } from '../host/fileLog'
import type { CoreSupervisor } from './coreSupervisor'
import { createHostRouter } from './hostRouter'
import { isOurPage } from './lockdown'
import type { OpenedFiles } from './openedFiles'

const portChannel = 'liangfang:port'

export interface WindowPortOptions {
  core: CoreSupervisor
  openedFiles: OpenedFiles
  /** The folder of the settings. */
  config: string
  log: Log
}

export const serveWindowPorts = ({ core, openedFiles, config, log }: WindowPortOptions): void => {
  ipcMain.on(portChannel, (event, to: unknown) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!window || !isOurPage(event) || (to !== 'core' && to !== 'host')) {
      log.warn('a message from elsewhere was dropped', { url: event.senderFrame?.url })
      return
    }
    const { port1, port2 } = new MessageChannelMain()
    if (to === 'core') core.connect(port1)
    else {
      new RPCHandler(createHostRouter({ window, openedFiles, config, log })).upgrade(port1, { context: {} })
      port1.start()
    }
    event.sender.postMessage(portChannel, to, [port2])
  })
}

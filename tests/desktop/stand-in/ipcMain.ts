/** `ipcMain`: messages of pages, each with the frame that it came from. */
import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { createEvent } from './events'

class IpcMain extends EventEmitter<Record<string, [event: Electron.IpcMainEvent, ...args: unknown[]]>> {
  receive(channel: string, args: unknown[], sender: Electron.WebContents, senderFrame: Electron.WebFrameMain): void {
    const reply = (): void => { throw new Error('the stand-in does not reply') }
    this.emit(channel, createEvent({ type: 'frame' as const, frameId: 1, processId: 1, ports: [], reply, returnValue: undefined, sender, senderFrame }), ...args)
  }
}

export const ipcMain = new IpcMain()

/** Hands the page its ports to the core and the host, and the path of a dropped file. Nothing else crosses. */
import { contextBridge, ipcRenderer, webUtils } from 'electron'

const portChannel = 'liangfang:port'

contextBridge.exposeInMainWorld('liangfang', {
  requestPort: (to: 'core' | 'host') => { ipcRenderer.send(portChannel, to) },
  pathOfFile: (file: File) => webUtils.getPathForFile(file),
})

ipcRenderer.on(portChannel, (event, to: unknown) => {
  window.postMessage({ type: portChannel, to }, location.origin, event.ports)
})

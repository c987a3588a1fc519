/** What `import … from 'electron'` finds in the main process: the part of Electron's API that the app uses, and no more. */
import './commands'

export { app } from './app'
export { BrowserWindow } from './browserWindow'
export { ipcMain } from './ipcMain'
export { MessageChannelMain } from './ports'
export { net, protocol, session } from './protocol'
export { screen } from './screen'
export { dialog, Menu, shell } from './shell'
export { utilityProcess } from './utilityProcess'

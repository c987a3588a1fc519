/** Where Electron's runtime is, if it is there. Found by path: requiring the package would start a download. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './set-up.mjs'

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const executableByPlatform = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }

/** @returns {string | undefined} */
export const electronExecutable = () => {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, 'node_modules/electron/dist')
  const path = join(folder, executableByPlatform[process.platform] ?? 'electron')
  return existsSync(path) ? path : undefined
}

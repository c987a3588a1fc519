/** Finds a browser of the Chromium family for the end-to-end tests: the one LIANGFANG_BROWSER names, else Chrome, Edge or Chromium. */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const windowsPlaces = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe', 'Chromium/Application/chrome.exe']
const macPlaces = [
  'Google Chrome.app/Contents/MacOS/Google Chrome', 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge', 'Chromium.app/Contents/MacOS/Chromium',
]
const linuxNames = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable', 'chrome']
const linuxPlaces = ['/opt/google/chrome', '/opt/microsoft/msedge', '/opt/apps/org.chromium.browser', '/usr/lib/chromium', '/snap/bin']

const candidates = () => {
  const { env } = process
  switch (process.platform) {
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
        const folder = env[name]
        return folder ? windowsPlaces.map((place) => join(folder, place)) : []
      })
    case 'darwin':
      return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => macPlaces.map((place) => join(folder, place)))
    default:
      return [...(env.PATH ?? '').split(delimiter), ...linuxPlaces].flatMap((folder) => linuxNames.map((name) => join(folder, name)))
  }
}

/** @returns {string | undefined} */
export const findBrowser = () => {
  const named = process.env.LIANGFANG_BROWSER
  return named ? [named].find(existsSync) : candidates().find((path) => existsSync(path))
}

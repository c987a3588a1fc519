/** Opens the default browser, if there is one. */
import { spawn } from 'node:child_process'

const commands: Partial<Record<NodeJS.Platform, (url: string) => [command: string, ...args: string[]]>> = {
  // The empty argument is the window's title, which `start` takes from the first quoted one; cmd would split the address at `&`.
  win32: (url) => ['cmd', '/c', 'start', '""', url.replaceAll('&', '^&')],
  darwin: (url) => ['open', url],
}

/** Neither waits nor fails: the address has been printed, and a machine without a browser is no error. */
export const openBrowser = (url: string): void => {
  const [command, ...args] = (commands[process.platform] ?? ((address) => ['xdg-open', address]))(url)
  const child = spawn(command, args, { detached: true, stdio: 'ignore', windowsHide: true, windowsVerbatimArguments: true })
  child.on('error', () => undefined)
  child.unref()
}

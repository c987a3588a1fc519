/** The built web host on a home of its own: started, asked for a one-time link, stopped as a user stops it. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

const root = resolve(import.meta.dirname, '../../..')

export interface WebHost {
  /** Lets one browser in, once. */
  link: string
  stop: () => Promise<void>
}

const stopProcess = async (host: ChildProcess): Promise<void> => {
  if (host.exitCode !== null || host.signalCode !== null) return
  const ended = once(host, 'exit')
  host.kill()
  await ended
}

export const startWebHost = async (home: string): Promise<WebHost> => {
  const host = spawn(process.execPath, [resolve(root, 'out/main/web.js'), '--no-open', '--opener', resolve(import.meta.dirname, 'standInOpener.mjs')], {
    // Files are opened by a stand-in, which notes them in `opened.txt`. The picker begins in the home folder: a small and known one.
    env: { ...process.env, HOME: home, USERPROFILE: home, LIANGFANG_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  for await (const line of createInterface({ input: host.stdout })) {
    const link = /http:\/\/\S+/.exec(line)?.[0]
    if (link !== undefined) return { link, stop: () => stopProcess(host) }
    said.push(line)
  }
  throw new Error(`the web host ended without an address: ${said.join('\n')}`)
}

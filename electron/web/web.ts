/** Entry of the web host: `web.js [--port N] [--no-open] [--config DIR] [--cache DIR]`. A second start opens the one that runs. */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createCore } from '#core/createCore'
import { version } from '../../package.json'
import { createFileLog, logCrashes } from '../host/fileLog'
import { standardFolders } from '../host/standardFolders'
import { openBrowser } from './openBrowser'
import { linkOfRunningHost, rememberedHost, rememberHost } from './runningHost'
import { startWebHost } from './webHost'

const { values } = parseArgs({
  options: { port: { type: 'string' }, 'no-open': { type: 'boolean' }, config: { type: 'string' }, cache: { type: 'string' } },
})

const standard = standardFolders()
const folders = { ...standard, config: resolve(values.config ?? standard.config), cache: resolve(values.cache ?? standard.cache) }

const show = (url: string): void => {
  console.log(url)
  if (!values['no-open']) openBrowser(url)
}

const portOf = (text: string): number => {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`--port ${text}: not a port between 1 and 65535`)
  return port
}

const run = async (): Promise<void> => {
  const log = createFileLog(folders.config, 'web')
  logCrashes(log)
  const core = await createCore({
    host: 'web', version, log, now: Date.now,
    paths: { ...folders, resources: join(import.meta.dirname, '../../resources') },
    workers: { documents: join(import.meta.dirname, 'documentsWorker.js'), catalog: join(import.meta.dirname, 'catalogWorker.js') },
  })
  const last = await rememberedHost(folders.config)
  const host = await startWebHost({
    core, log,
    staticFolder: join(import.meta.dirname, '../renderer'),
    uploadsFolder: join(folders.cache, 'uploads'),
    port: values.port === undefined ? last?.port : portOf(values.port),
    cookie: last?.cookie,
  })
  await rememberHost(folders.config, { port: host.port, cookie: host.cookie, pid: process.pid, control: host.control })

  let stopping = false
  const stop = async (): Promise<void> => {
    // Asked twice: whoever asks does not want to wait for saves any longer.
    if (stopping) process.exit(1)
    stopping = true
    await host.close()
    await rememberHost(folders.config, { port: host.port, cookie: host.cookie })
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())

  show(host.newLink())
}

const running = await linkOfRunningHost(folders.config)
if (running === undefined) await run()
else show(running)

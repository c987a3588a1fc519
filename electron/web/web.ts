/** Entry of the web host: `web.js [--port N] [--no-open] [--config DIR] [--cache DIR] [--opener CMD] [--help]`. A second start opens the one that runs. */
import { join, resolve } from 'node:path'
import { createCore } from '#core/createCore'
import { version } from '../../package.json'
import { createFileLog, logCrashes } from '../host/fileLog'
import { createOpenFile } from '../host/openFile'
import { standardFolders } from '../host/standardFolders'
import { readOptions, usage } from './options'
import { openBrowser } from './openBrowser'
import { linkOfRunningHost, rememberedHost, rememberHost } from './runningHost'
import { createSystemOpener } from './systemOpener'
import { startWebHost } from './webHost'

const options = readOptions(process.argv.slice(2))
if ('wrong' in options) {
  console.error(`${options.wrong}\n\n${usage}`)
  process.exit(1)
}
if (options.help) {
  console.log(usage)
  process.exit(0)
}

const standard = standardFolders()
const folders = { ...standard, config: resolve(options.config ?? standard.config), cache: resolve(options.cache ?? standard.cache) }

const show = (url: string): void => {
  console.log(url)
  if (options.open) openBrowser(url)
}

const run = async (): Promise<void> => {
  const log = createFileLog(folders.config, 'web')
  logCrashes(log)
  const core = await createCore({
    host: 'web', version, log, now: Date.now,
    paths: { ...folders, resources: join(import.meta.dirname, '../../resources'), offline: join(import.meta.dirname, '../offline') },
    workers: {
      documents: join(import.meta.dirname, 'documentsWorker.js'), catalog: join(import.meta.dirname, 'catalogWorker.js'),
      search: join(import.meta.dirname, 'searchWorker.js'), index: join(import.meta.dirname, 'indexWorker.js'),
    },
  })
  const last = await rememberedHost(folders.config)
  const host = await startWebHost({
    core, log,
    staticFolder: join(import.meta.dirname, '../renderer'),
    uploadsFolder: join(folders.cache, 'uploads'),
    port: options.port ?? last?.port,
    cookie: last?.cookie,
    openFile: createOpenFile(folders.config, createSystemOpener(options.opener)),
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

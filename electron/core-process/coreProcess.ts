/** Entry of the core's own process on the desktop: opens the core and serves the ports that the main process hands over. */
import { join } from 'node:path'
import { RPCHandler } from '@orpc/server/message-port'
import { createCore } from '#core/createCore'
import { version } from '../../package.json'
import { ToCore, type FromCore } from '../host/coreMessages'
import { createFileLog, logCrashes } from '../host/fileLog'
import { standardFolders } from '../host/standardFolders'

const folders = standardFolders()
const log = createFileLog(folders.config, 'core')
logCrashes(log)

const core = await createCore({
  host: 'desktop', version, log, now: Date.now,
  paths: { ...folders, resources: join(import.meta.dirname, '../../resources'), offline: join(import.meta.dirname, '../offline') },
  workers: {
    documents: join(import.meta.dirname, 'documentsWorker.js'), catalog: join(import.meta.dirname, 'catalogWorker.js'),
    search: join(import.meta.dirname, 'searchWorker.js'), index: join(import.meta.dirname, 'indexWorker.js'),
  },
})
const handler = new RPCHandler(core.router)

const answer = (message: FromCore): void => { process.parentPort.postMessage(message) }

const receive = async (message: ToCore, ports: Electron.MessagePortMain[]): Promise<void> => {
  switch (message.type) {
    case 'port':
      for (const port of ports) {
        handler.upgrade(port, { context: {} })
        port.start()
      }
      break
    case 'attachmentPath': {
      const path = await core.attachmentPath(message.sha256).catch((error: unknown) => {
        log.error('an attachment was not found', { sha256: message.sha256, error: String(error) })
      })
      answer({ type: 'attachmentPath', id: message.id, path: path ?? null })
      break
    }
    case 'close':
      await core.close().catch((error: unknown) => { log.error('the core did not close cleanly', { error: String(error) }) })
      process.exit(0)
  }
}

process.parentPort.on('message', ({ data, ports }) => { void receive(ToCore.parse(data), ports) })

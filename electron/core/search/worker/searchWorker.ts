/** Worker thread entry: holds the index, and answers one request after another. */
import { parentPort } from 'node:worker_threads'
import { SnapshotDamaged } from '../snapshot/files'
import { createSearchHolder } from './searchHolder'
import { Envelope, type Reply } from './messages'

const port = parentPort
if (!port) throw new Error('searchWorker runs in a worker thread')

const holder = createSearchHolder()

const answer = (message: unknown): Reply => {
  const { id, request } = Envelope.parse(message)
  try {
    return { id, answer: holder.answer(request) }
  } catch (error) {
    // The worker falls, and whoever owns the index has it made again.
    if (error instanceof SnapshotDamaged) throw error
    return { id, threw: error instanceof Error ? error.stack ?? error.message : String(error) }
  }
}

port.on('message', (message: unknown) => { port.postMessage(answer(message)) })

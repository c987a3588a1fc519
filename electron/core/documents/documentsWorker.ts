/** Worker thread entry: reads one document at a time and hands its pictures over without copying them. */
import { parentPort } from 'node:worker_threads'
import { readDocx } from './readers/docx/readDocx'
import { ReadFailure } from './readers/readDocument'
import { ReadRequest, type ReadReply } from './workerMessages'

const port = parentPort
if (!port) throw new Error('documentsWorker runs in a worker thread')

const answer = async ({ id, path, type }: ReadRequest): Promise<ReadReply> => {
  try {
    return { outcome: 'read', id, document: await readDocx(path, type) }
  } catch (error) {
    if (error instanceof ReadFailure) return { outcome: 'failed', id, failure: error.failure }
    return { outcome: 'threw', id, stack: error instanceof Error ? error.stack ?? error.message : String(error) }
  }
}

const reply = async (message: unknown): Promise<void> => {
  const said = await answer(ReadRequest.parse(message))
  const buffers = said.outcome === 'read' ? said.document.pictures.map(({ bytes }) => bytes.buffer) : []
  port.postMessage(said, buffers.filter((buffer) => buffer instanceof ArrayBuffer))
}

port.on('message', (message: unknown) => { void reply(message) })

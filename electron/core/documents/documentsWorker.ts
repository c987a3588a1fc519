/** Worker thread entry: reads or writes one document at a time and hands pictures and files over without copying them. */
import { parentPort } from 'node:worker_threads'
import { ReadFailure } from './readers/readDocument'
import { WorkerRequest, type WorkerReply } from './workerMessages'

const port = parentPort
if (!port) throw new Error('documentsWorker runs in a worker thread')

/** Readers and writer are each loaded when first needed: none waits for the others' libraries. */
const work = async (request: WorkerRequest): Promise<WorkerReply> => {
  const { id } = request
  if (request.kind === 'read') {
    const { readDocx } = await import('./readers/docx/readDocx')
    return { outcome: 'read', id, document: await readDocx(request.path, request.type) }
  }
  if (request.kind === 'readText') {
    const { readFileText } = await import('./readers/text/readFileText')
    return { outcome: 'text', id, text: await readFileText(request.path, request.name) }
  }
  if (request.kind === 'writeXlsx') {
    const { writeXlsx } = await import('./writers/xlsx/writeXlsx')
    return { outcome: 'written', id, bytes: await writeXlsx(request.sheets), warnings: [] }
  }
  const { writeDocx } = await import('./writers/docx/writeDocx')
  const { record, language, pictures, titles, customFields } = request
  return { outcome: 'written', id, ...await writeDocx({ record, language, titles, customFields, pictureAt: (sha256) => Promise.resolve(pictures.get(sha256)) }) }
}

const answer = async (request: WorkerRequest): Promise<WorkerReply> => {
  try {
    return await work(request)
  } catch (error) {
    if (error instanceof ReadFailure) return { outcome: 'failed', id: request.id, failure: error.failure }
    return { outcome: 'threw', id: request.id, stack: error instanceof Error ? error.stack ?? error.message : String(error) }
  }
}

const buffersOf = (said: WorkerReply): ArrayBufferLike[] => {
  if (said.outcome === 'read') return said.document.pictures.map(({ bytes }) => bytes.buffer)
  return said.outcome === 'written' ? [said.bytes.buffer] : []
}

const reply = async (message: unknown): Promise<void> => {
  const said = await answer(WorkerRequest.parse(message))
  port.postMessage(said, buffersOf(said).filter((buffer) => buffer instanceof ArrayBuffer))
}

port.on('message', (message: unknown) => { void reply(message) })

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
    if (/\.(?:md|markdown)$/i.test(request.path)) {
      const { readMarkdown } = await import('./readers/markdown/readMarkdown')
      return { outcome: 'read', id, document: await readMarkdown(request.path, request.type, request.root) }
    }
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
  if (request.kind === 'readSheets') {
    const { readSheets } = await import('./readers/xlsx/readSheets')
    return { outcome: 'sheets', id, sheets: await readSheets(request.path) }
  }
  if (request.kind === 'writePage') {
    const { writePage } = await import('./writers/page/writePage')
    return { outcome: 'page', id, ...await writePage(request.plan) }
  }
  if (request.kind === 'writePptx') {
    const { writePptx } = await import('./writers/pptx/writePptx')
    return { outcome: 'written', id, ...await writePptx(request.deck, request.pictures, (done, total) => { port.postMessage({ outcome: 'progress', id, done, total } satisfies WorkerReply) }) }
  }
  const { writeDocx } = await import('./writers/docx/writeDocx')
  return { outcome: 'written', id, ...await writeDocx(request.plan, (done, total) => { port.postMessage({ outcome: 'progress', id, done, total } satisfies WorkerReply) }) }
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

/**
 * Reads and writes documents in worker threads, so that neither a large file nor a malicious one holds up or brings down the core.
 * Workers start when first needed; one that hangs, crashes or runs out of memory is replaced, and its file reported.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { LibraryType } from '#shared/model/recordTypes'
import { ReadFailure, type ReadDocument } from './readers/readDocument'
import type { FileText } from './readers/text/fileText'
import { WorkerReply, type DocxRequest, type WorkerRequest } from './workerMessages'
import type { WrittenDocx } from './writers/docx/writeDocx'
import type { Sheet } from './writers/xlsx/workbook'

export interface DocumentPool {
  /** Rejects with ReadFailure for a file that can't become a record; with another error for a bug, or once the pool is closed. */
  read(path: string, type: LibraryType): Promise<ReadDocument>
  /**
   * The text of a file, for search, by its own name; one at a time, beside what a person waits for. Rejects as `read` does, and with another error
   * where there is no reader for such a name.
   */
  readText(path: string, name: string): Promise<FileText>
  /** A record as the bytes of a Word file. Rejects with an error that names the record where its worker fell, took too long or met a bug. */
  writeDocx(request: DocxRequest): Promise<WrittenDocx>
  /** Sheets as the bytes of an Excel file. Rejects as `writeDocx` does. */
  writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array>
  close(): Promise<void>
}

interface Limits {
  /** Milliseconds for one file. */
  timeout: number
  /** Megabytes of heap for one worker. */
  memory: number
}

/** What became of a job that no reply settles. */
type Fall = { code: 'damaged' | 'timeout'; detail: string }

interface Job {
  request: WorkerRequest
  settle: (reply: WorkerReply) => void
  fell: (fall: Fall) => void
  reject: (error: Error) => void
}
interface Slot { queue: Job[]; worker: Worker | undefined; job: Job | undefined; timer: NodeJS.Timeout | undefined }

const defaultLimits: Limits = { timeout: 60_000, memory: 1024 }

/** `workerPath` is the built documentsWorker. */
export const createDocumentPool = (workerPath: string, limits: Limits = defaultLimits): DocumentPool => {
  const queue: Job[] = []
  // Nobody waits for these: they have a worker of their own, so that they never stand before what somebody waits for.
  const texts: Job[] = []
  const slotFor = (jobs: Job[]): Slot => ({ queue: jobs, worker: undefined, job: undefined, timer: undefined })
  const slots: Slot[] = [...Array.from({ length: Math.min(2, Math.max(1, availableParallelism() - 1)) }, () => slotFor(queue)), slotFor(texts)]
  let lastId = 0
  let closed = false

  const finish = (slot: Slot, settle: (job: Job) => void): void => {
    const { job } = slot
    clearTimeout(slot.timer)
    slot.job = undefined
    slot.worker?.unref()
    if (job) settle(job)
    advance()
  }

  /** Gives the slot's worker up; the next job in it starts another. */
  const abandon = (slot: Slot, settle: (job: Job) => void): void => {
    const { worker } = slot
    slot.worker = undefined
    worker?.removeAllListeners()
    // What a dying worker still reports has nobody to hear it any more.
    worker?.on('error', () => undefined)
    void worker?.terminate()
    finish(slot, settle)
  }

  const receive = (slot: Slot, message: unknown): void => {
    const said = WorkerReply.parse(message)
    if (said.id === slot.job?.request.id) finish(slot, (job) => { job.settle(said) })
  }

  const start = (slot: Slot): Worker => {
    const worker = new Worker(workerPath, { resourceLimits: { maxOldGenerationSizeMb: limits.memory } })
    const fell = (detail: string): void => { if (slot.worker === worker) abandon(slot, (job) => { job.fell({ code: 'damaged', detail }) }) }
    worker.on('message', (message: unknown) => { receive(slot, message) })
    worker.on('error', (error) => { fell(error instanceof Error ? error.message : String(error)) })
    worker.on('exit', (code) => { fell(`the worker ended with code ${code}`) })
    slot.worker = worker
    return worker
  }

  const run = (slot: Slot, job: Job): void => {
    slot.job = job
    const worker = slot.worker ?? start(slot)
    worker.ref()
    slot.timer = setTimeout(() => { abandon(slot, () => { job.fell({ code: 'timeout', detail: `${limits.timeout} ms` }) }) }, limits.timeout)
    worker.postMessage(job.request)
  }

  const advance = (): void => {
    if (closed) return
    for (const slot of slots) {
      const next = slot.job ? undefined : slot.queue.shift()
      if (next) run(slot, next)
    }
  }

  const enqueue = (jobs: Job[], job: Omit<Job, 'request'>, request: (id: number) => WorkerRequest): void => {
    if (closed) { job.reject(new Error('the document pool is closed')); return }
    lastId += 1
    jobs.push({ ...job, request: request(lastId) })
    advance()
  }

  /** `take` answers whether what the worker said is what was asked for. */
  const reading = (path: string, reject: (error: Error) => void, take: (said: WorkerReply) => boolean): Omit<Job, 'request'> => ({
    settle: (said) => {
      if (take(said)) return
      if (said.outcome === 'failed') reject(new ReadFailure(said.failure))
      else reject(new Error(`reading ${path}: ${said.outcome === 'threw' ? said.stack : said.outcome}`))
    },
    fell: (fall) => { reject(new ReadFailure(fall)) }, reject,
  })

  const write = (what: string, request: (id: number) => WorkerRequest): Promise<WrittenDocx> => new Promise((resolve, reject) => {
    const failed = (detail: string): void => { reject(new Error(`writing ${what}: ${detail}`)) }
    enqueue(queue, {
      settle: (said) => {
        if (said.outcome === 'written') resolve({ bytes: said.bytes, warnings: said.warnings })
        else failed(said.outcome === 'threw' ? said.stack : said.outcome)
      },
      fell: ({ code, detail }) => { failed(code === 'timeout' ? `not done after ${detail}` : detail) }, reject,
    }, request)
  })

  return {
    read: (path, type) => new Promise((resolve, reject) => {
      enqueue(queue, reading(path, reject, (said) => {
        if (said.outcome === 'read') resolve(said.document)
        return said.outcome === 'read'
      }), (id) => ({ kind: 'read', id, path, type }))
    }),
    readText: (path, name) => new Promise((resolve, reject) => {
      enqueue(texts, reading(path, reject, (said) => {
        if (said.outcome === 'text') resolve(said.text)
        return said.outcome === 'text'
      }), (id) => ({ kind: 'readText', id, path, name }))
    }),
    writeDocx: async (request) => write(`record ${request.record.id} as a Word file`, (id) => ({ kind: 'writeDocx', id, ...request })),
    writeXlsx: async (sheets) => (await write('an Excel file', (id) => ({ kind: 'writeXlsx', id, sheets: [...sheets] }))).bytes,
    close: async () => {
      closed = true
      const closing = new Error('the document pool is closed')
      for (const job of [...queue.splice(0), ...texts.splice(0)]) job.reject(closing)
      const workers = slots.flatMap(({ worker }) => worker ?? [])
      for (const slot of slots) abandon(slot, (job) => { job.reject(closing) })
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

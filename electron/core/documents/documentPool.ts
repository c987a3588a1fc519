/**
 * Reads and writes documents in worker threads, so that neither a large file nor a malicious one holds up or brings down the core.
 * Workers start when first needed; one that hangs, crashes or runs out of memory is replaced, and its file reported.
 */
import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { AppError } from '#shared/contract/errors'
import type { LibraryType } from '#shared/model/recordTypes'
import type { Deck } from '#shared/model/slides/deck'
import type { DocumentPlan } from './plan/plan'
import { ReadFailure, type ReadDocument } from './readers/readDocument'
import type { FileText } from './readers/text/fileText'
import type { SheetRows } from './readers/xlsx/readSheets'
import { WorkerReply, type WorkerRequest } from './workerMessages'
import type { WrittenDocx } from './writers/docx/writeDocx'
import type { WrittenPage } from './writers/page/writePage'
import type { Sheet } from './writers/xlsx/workbook'

export interface DocumentPool {
  /** Reads nothing outside `root`, the folder of the file where none is given. Rejects with ReadFailure for a file that can't become a record; with another error for a bug, or once the pool is closed. */
  read(path: string, type: LibraryType, root?: string): Promise<ReadDocument>
  /**
   * The text of a file, for search, by its own name; one at a time, beside what a person waits for. Rejects as `read` does, and with another error
   * where there is no reader for such a name.
   */
  readText(path: string, name: string): Promise<FileText>
  /** The cells of an Excel file. Rejects as `read` does. */
  readSheets(path: string): Promise<SheetRows[]>
  /**
   * A plan as the bytes of a Word file. Rejects with `document_not_made` where its worker fell or took too long, with another error that names it for a
   * bug, and with the reason of `signal` as soon as that asks to stop.
   */
  writeDocx(plan: DocumentPlan, onProgress?: OnProgress, signal?: AbortSignal): Promise<WrittenDocx>
  /** A plan as HTML to be laid out on pages. Rejects as `writeDocx` does. */
  writePage(plan: DocumentPlan): Promise<WrittenPage>
  /** Slides as the bytes of a PowerPoint file; `pictures` are paths by hash. Rejects as `writeDocx` does. */
  writePptx(deck: Deck, pictures: ReadonlyMap<string, string>, onProgress?: OnProgress, signal?: AbortSignal): Promise<WrittenDocx>
  /** Sheets as the bytes of an Excel file. Rejects as `writeDocx` does. */
  writeXlsx(sheets: readonly Sheet[], signal?: AbortSignal): Promise<Uint8Array>
  close(): Promise<void>
}

/** Of the pieces that a document is written in. */
export type OnProgress = (done: number, total: number) => void

interface Limits {
  /** Milliseconds for one file that is read. */
  timeout: number
  /** Milliseconds for one file that is written, since it last told how far it is. */
  writing: number
  /** Megabytes of heap for one worker. */
  memory: number
}

/** What became of a job that no reply settles. */
type Fall = { code: 'damaged' | 'timeout'; detail: string; isMemory?: boolean }

interface Job {
  request: WorkerRequest
  onProgress?: OnProgress | undefined
  settle: (reply: WorkerReply) => void
  fell: (fall: Fall) => void
  reject: (error: Error) => void
}
interface Slot { queue: Job[]; worker: Worker | undefined; job: Job | undefined; timer: NodeJS.Timeout | undefined }

const defaultLimits: Limits = { timeout: 60_000, writing: 300_000, memory: 1024 }

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
    if (said.id !== slot.job?.request.id) return
    if (said.outcome === 'progress') {
      slot.job.onProgress?.(said.done, said.total)
      slot.timer?.refresh()
    } else finish(slot, (job) => { job.settle(said) })
  }

  const start = (slot: Slot): Worker => {
    const worker = new Worker(workerPath, { resourceLimits: { maxOldGenerationSizeMb: limits.memory } })
    const fell = (detail: string, isMemory = false): void => { if (slot.worker === worker) abandon(slot, (job) => { job.fell({ code: 'damaged', detail, isMemory }) }) }
    worker.on('message', (message: unknown) => { receive(slot, message) })
    worker.on('error', (error) => { fell(error instanceof Error ? error.message : String(error), error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') })
    worker.on('exit', (code) => { fell(`the worker ended with code ${code}`) })
    slot.worker = worker
    return worker
  }

  const run = (slot: Slot, job: Job): void => {
    slot.job = job
    const worker = slot.worker ?? start(slot)
    worker.ref()
    const most = job.request.kind.startsWith('write') ? limits.writing : limits.timeout
    slot.timer = setTimeout(() => { abandon(slot, () => { job.fell({ code: 'timeout', detail: `${most} ms` }) }) }, most)
    worker.postMessage(job.request)
  }

  const advance = (): void => {
    if (closed) return
    for (const slot of slots) {
      const next = slot.job ? undefined : slot.queue.shift()
      if (next) run(slot, next)
    }
  }

  /** Takes a job out, whether it waits or runs. One that is done already is none. */
  const stop = (jobs: Job[], job: Job, reason: Error): void => {
    const slot = slots.find((each) => each.job === job)
    if (slot) { abandon(slot, () => { job.reject(reason) }); return }
    const at = jobs.indexOf(job)
    if (at === -1) return
    jobs.splice(at, 1)
    job.reject(reason)
  }

  const enqueue = (jobs: Job[], asked: Omit<Job, 'request'>, request: (id: number) => WorkerRequest, signal?: AbortSignal): void => {
    if (closed) { asked.reject(new Error('the document pool is closed')); return }
    lastId += 1
    const job = { ...asked, request: request(lastId) }
    jobs.push(job)
    const end = (): void => { stop(jobs, job, signal?.reason instanceof Error ? signal.reason : new Error('it was asked to stop')) }
    if (signal?.aborted) { end(); return }
    signal?.addEventListener('abort', end, { once: true })
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

  /** `take` answers whether what the worker said is what was asked for. */
  const writing = (title: string, form: string, reject: (error: Error) => void, take: (said: WorkerReply) => boolean, onProgress?: OnProgress): Omit<Job, 'request'> => {
    const failure = (detail: string): Error => new Error(`writing “${title}” as ${form}: ${detail}`)
    return {
      onProgress,
      settle: (said) => { if (!take(said)) reject(failure(said.outcome === 'threw' ? said.stack : said.outcome)) },
      fell: ({ code, detail, isMemory = false }) => {
        const cause = failure(code === 'timeout' ? `not done after ${detail}` : detail)
        reject(new AppError('document_not_made', { title, reason: code === 'timeout' ? 'the document takes too long' : isMemory ? 'the document needs too much memory' : 'the document broke off' }, { cause }))
      },
      reject,
    }
  }

  const write = (title: string, form: string, request: (id: number) => WorkerRequest, onProgress?: OnProgress, signal?: AbortSignal): Promise<WrittenDocx> => new Promise((resolve, reject) => {
    enqueue(queue, writing(title, form, reject, (said) => {
      if (said.outcome === 'written') resolve({ bytes: said.bytes, warnings: said.warnings })
      return said.outcome === 'written'
    }, onProgress), request, signal)
  })

  return {
    read: (path, type, root = dirname(path)) => new Promise((resolve, reject) => {
      enqueue(queue, reading(path, reject, (said) => {
        if (said.outcome === 'read') resolve(said.document)
        return said.outcome === 'read'
      }), (id) => ({ kind: 'read', id, path, type, root }))
    }),
    readText: (path, name) => new Promise((resolve, reject) => {
      enqueue(texts, reading(path, reject, (said) => {
        if (said.outcome === 'text') resolve(said.text)
        return said.outcome === 'text'
      }), (id) => ({ kind: 'readText', id, path, name }))
    }),
    readSheets: (path) => new Promise((resolve, reject) => {
      enqueue(queue, reading(path, reject, (said) => {
        if (said.outcome === 'sheets') resolve(said.sheets)
        return said.outcome === 'sheets'
      }), (id) => ({ kind: 'readSheets', id, path }))
    }),
    writeDocx: async (plan, onProgress, signal) => write(plan.title, 'a Word file', (id) => ({ kind: 'writeDocx', id, plan }), onProgress, signal),
    writePage: (plan) => new Promise((resolve, reject) => {
      enqueue(queue, writing(plan.title, 'a page', reject, (said) => {
        if (said.outcome === 'page') resolve({ html: said.html, css: said.css, faces: said.faces, warnings: said.warnings })
        return said.outcome === 'page'
      }), (id) => ({ kind: 'writePage', id, plan }))
    }),
    writePptx: async (deck, pictures, onProgress, signal) => write(deck.title, 'slides', (id) => ({ kind: 'writePptx', id, deck, pictures: new Map(pictures) }), onProgress, signal),
    writeXlsx: async (sheets, signal) => (await write(sheets[0]?.name ?? '', 'an Excel file', (id) => ({ kind: 'writeXlsx', id, sheets: [...sheets] }), undefined, signal)).bytes,
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

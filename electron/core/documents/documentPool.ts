/**
 * Reads documents in worker threads, so that neither a large file nor a malicious one holds up or brings down the core.
 * Workers start when first needed; one that hangs, crashes or runs out of memory is replaced, and its file reported.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { LibraryType } from '#shared/model/recordTypes'
import { ReadFailure, type ReadDocument } from './readers/readDocument'
import { ReadReply, type ReadRequest } from './workerMessages'

export interface DocumentPool {
  /** Rejects with ReadFailure for a file that can't become a record; with another error for a bug, or once the pool is closed. */
  read(path: string, type: LibraryType): Promise<ReadDocument>
  close(): Promise<void>
}

interface Limits {
  /** Milliseconds for one file. */
  timeout: number
  /** Megabytes of heap for one worker. */
  memory: number
}

interface Job { request: ReadRequest; resolve: (document: ReadDocument) => void; reject: (error: Error) => void }
interface Slot { worker: Worker | undefined; job: Job | undefined; timer: NodeJS.Timeout | undefined }

const defaultLimits: Limits = { timeout: 60_000, memory: 1024 }

/** `workerPath` is the built documentsWorker. */
export const createDocumentPool = (workerPath: string, limits: Limits = defaultLimits): DocumentPool => {
  const slots: Slot[] = Array.from({ length: Math.min(2, Math.max(1, availableParallelism() - 1)) }, () => ({ worker: undefined, job: undefined, timer: undefined }))
  const queue: Job[] = []
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
  const abandon = (slot: Slot, error: Error): void => {
    const { worker } = slot
    slot.worker = undefined
    worker?.removeAllListeners()
    // What a dying worker still reports has nobody to hear it any more.
    worker?.on('error', () => undefined)
    void worker?.terminate()
    finish(slot, (job) => { job.reject(error) })
  }

  const receive = (slot: Slot, message: unknown): void => {
    const said = ReadReply.parse(message)
    if (said.id !== slot.job?.request.id) return
    finish(slot, (job) => {
      if (said.outcome === 'read') job.resolve(said.document)
      else job.reject(said.outcome === 'failed' ? new ReadFailure(said.failure) : new Error(`reading ${job.request.path}: ${said.stack}`))
    })
  }

  const start = (slot: Slot): Worker => {
    const worker = new Worker(workerPath, { resourceLimits: { maxOldGenerationSizeMb: limits.memory } })
    const fell = (detail: string): void => { if (slot.worker === worker) abandon(slot, new ReadFailure({ code: 'damaged', detail })) }
    worker.on('message', (message: unknown) => { receive(slot, message) })
    worker.on('error', (error) => { fell(error instanceof Error ? error.message : String(error)) })
    worker.on('exit', (code) => { fell(`the reader ended with code ${code}`) })
    slot.worker = worker
    return worker
  }

  const run = (slot: Slot, job: Job): void => {
    slot.job = job
    const worker = slot.worker ?? start(slot)
    worker.ref()
    slot.timer = setTimeout(() => { abandon(slot, new ReadFailure({ code: 'timeout', detail: `${limits.timeout} ms` })) }, limits.timeout)
    worker.postMessage(job.request)
  }

  const advance = (): void => {
    if (closed) return
    for (const slot of slots) {
      const next = slot.job ? undefined : queue.shift()
      if (next) run(slot, next)
    }
  }

  return {
    read: (path, type) => new Promise((resolve, reject) => {
      if (closed) { reject(new Error('the document pool is closed')); return }
      lastId += 1
      queue.push({ request: { id: lastId, path, type }, resolve, reject })
      advance()
    }),
    close: async () => {
      closed = true
      const closing = new Error('the document pool is closed')
      for (const job of queue.splice(0)) job.reject(closing)
      const workers = slots.flatMap(({ worker }) => worker ?? [])
      for (const slot of slots) abandon(slot, closing)
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

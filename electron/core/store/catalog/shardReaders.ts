/** The worker threads that read shards: started when there is something to read, let go when there has been nothing for a while. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ShardAnswer, ShardRequest } from './readShard'
import { ReadReply, type ReadRequest } from './workerMessages'

export interface ShardReaders {
  /** Rejects if a worker fell, or once closed. */
  read: (request: ShardRequest) => Promise<ShardAnswer>
  close: () => Promise<void>
}

interface Task { request: ShardRequest; resolve: (answer: ShardAnswer) => void; reject: (error: Error) => void }
interface Slot { worker: Worker; task: Task | undefined }

const mostWorkers = Math.min(4, availableParallelism())
const idleMs = 5000

/** `workerPath` is the built catalogWorker. */
export const createShardReaders = (workerPath: string): ShardReaders => {
  const slots = new Set<Slot>()
  const queue: Task[] = []
  let closed = false
  let idle: NodeJS.Timeout | undefined

  const dismiss = async (slot: Slot): Promise<void> => {
    slots.delete(slot)
    slot.worker.removeAllListeners()
    slot.worker.on('error', () => undefined)
    await slot.worker.terminate()
  }

  const start = (): Slot => {
    const worker = new Worker(workerPath)
    const slot: Slot = { worker, task: undefined }
    const fell = (error: Error): void => {
      const { task } = slot
      void dismiss(slot)
      task?.reject(error)
      advance()
    }
    worker.on('message', (message: unknown) => {
      const { answer } = ReadReply.parse(message)
      const { task } = slot
      slot.task = undefined
      worker.unref()
      task?.resolve(answer)
      advance()
    })
    worker.on('error', (error) => { fell(error instanceof Error ? error : new Error(String(error))) })
    worker.on('exit', (code) => { fell(new Error(`the worker ended with code ${code}`)) })
    slots.add(slot)
    return slot
  }

  const advance = (): void => {
    if (closed) return
    while (queue.length > 0) {
      const free = [...slots].find(({ task }) => !task) ?? (slots.size < mostWorkers ? start() : undefined)
      const task = free && queue.shift()
      if (!free || !task) break
      free.task = task
      free.worker.ref()
      const message: ReadRequest = { request: task.request }
      free.worker.postMessage(message)
    }
    clearTimeout(idle)
    idle = setTimeout(() => { for (const slot of slots) if (!slot.task) void dismiss(slot) }, idleMs)
    idle.unref()
  }

  return {
    read: async (request) => new Promise((resolve, reject) => {
      if (closed) { reject(new Error('the catalog is closed')); return }
      queue.push({ request, resolve, reject })
      advance()
    }),
    close: async () => {
      closed = true
      clearTimeout(idle)
      const closing = new Error('the catalog is closed')
      for (const task of queue.splice(0)) task.reject(closing)
      const all = [...slots]
      for (const { task } of all) task?.reject(closing)
      await Promise.all(all.map(dismiss))
    },
  }
}

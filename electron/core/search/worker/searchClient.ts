/**
 * The index in its worker, as the core asks it. A worker that falls is replaced when it is asked next; until whoever owns the index has
 * opened it again, it is empty.
 */
import { Worker } from 'node:worker_threads'
import { answerSchemas, Reply, type Answer, type RequestKind, type SearchRequest } from './messages'

type RequestOf<Kind extends RequestKind> = Extract<SearchRequest, { kind: Kind }>

export interface SearchClient {
  /** Rejects with SearchWorkerFell where the worker ended before it answered, and with another error for a bug. */
  ask: <Kind extends RequestKind>(kind: Kind, request: Omit<RequestOf<Kind>, 'kind'>) => Promise<Answer<Kind>>
  close: () => Promise<void>
}

/** The worker ended, by a crash or for want of memory. */
export class SearchWorkerFell extends Error {}

interface Waiting { resolve: (answer: unknown) => void; reject: (error: Error) => void }

/** `workerPath` is the built searchWorker. `onFell`: told once for each worker that fell. */
export const createSearchClient = (workerPath: string, onFell: (error: SearchWorkerFell) => void): SearchClient => {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let lastId = 0
  let isClosed = false

  const giveUp = (error: SearchWorkerFell): void => {
    worker = undefined
    for (const { reject } of [...waiting.values()]) reject(error)
    waiting.clear()
  }

  const start = (): Worker => {
    const started = new Worker(workerPath)
    const fell = (why: string): void => {
      if (worker !== started) return
      const error = new SearchWorkerFell(why)
      giveUp(error)
      if (!isClosed) onFell(error)
    }
    started.on('message', (message: unknown) => {
      const reply = Reply.parse(message)
      const asked = waiting.get(reply.id)
      waiting.delete(reply.id)
      if (waiting.size === 0) started.unref()
      if ('threw' in reply) asked?.reject(new Error(`search: ${reply.threw}`))
      else asked?.resolve(reply.answer)
    })
    started.on('error', (error) => { fell(String(error)) })
    started.on('exit', (code) => { fell(`the search worker ended with code ${code}`) })
    return started
  }

  return {
    ask: async (kind, request) => {
      if (isClosed) throw new SearchWorkerFell('the search is closed')
      worker ??= start()
      worker.ref()
      const id = lastId += 1
      const answer = await new Promise<unknown>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        worker?.postMessage({ id, request: { kind, ...request } })
      })
      return answerSchemas[kind].parse(answer)
    },
    close: async () => {
      isClosed = true
      const open = worker
      giveUp(new SearchWorkerFell('the search is closed'))
      open?.removeAllListeners('exit')
      await open?.terminate()
    },
  }
}

/** The workers that make parts of the index: started when there is something to make, gone when it is made, so that their memory is too. */
import { Worker } from 'node:worker_threads'
import { BuildReply, type BuildRequest } from './builderMessages'

export type Made = Extract<BuildReply, { kind: 'made' }>

/** The worker ended, by a crash or for want of memory. */
class IndexWorkerFell extends Error {}

/** What several workers fell over is not tried with another one. */
const mostTries = 3

export interface Builders {
  /** Begins anew where a worker falls. Rejects where one after another fell, one met a bug, or was closed. `onDone`: told how many records of the request were read so far. */
  make: (request: BuildRequest, onDone?: (done: number) => void) => Promise<Made>
  close: () => Promise<void>
}

/** `workerPath` is the built indexWorker. `onFell`: told of each worker that fell. */
export const createBuilders = (workerPath: string, onFell: (error: Error) => void): Builders => {
  const working = new Map<Worker, (error: Error) => void>()
  let isClosed = false

  const makeOnce = async (request: BuildRequest, onDone: (done: number) => void): Promise<Made> => {
    if (isClosed) throw new Error('the index is closed')
    const worker = new Worker(workerPath)
    try {
      return await new Promise<Made>((resolve, reject) => {
        working.set(worker, reject)
        worker.on('message', (message: unknown) => {
          const said = BuildReply.parse(message)
          if (said.kind === 'progress') onDone(said.done)
          else if (said.kind === 'made') resolve(said)
          else reject(new Error(`making a part of the index: ${said.stack}`))
        })
        worker.on('error', (error) => { reject(new IndexWorkerFell(String(error))) })
        worker.on('exit', (code) => { reject(new IndexWorkerFell(`the index worker ended with code ${code}`)) })
        worker.postMessage(request)
      })
    } finally {
      working.delete(worker)
      // Its listeners stay: whoever closes waits for its end by one of them.
      await worker.terminate()
    }
  }

  const make: Builders['make'] = async (request, onDone = () => undefined) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await makeOnce(request, onDone)
      } catch (error) {
        if (!(error instanceof IndexWorkerFell)) throw error
        onFell(error)
        if (tries === mostTries) throw error
      }
    }
  }

  return {
    make,
    close: async () => {
      isClosed = true
      const ending = [...working]
      for (const [, reject] of ending) reject(new Error('the index is closed'))
      await Promise.all(ending.map(async ([worker]) => worker.terminate()))
    },
  }
}

/** The workers that make parts of the index: started when there is something to make, gone when it is made, so that their memory is too. */
import { Worker } from 'node:worker_threads'
import { BuildReply, type BuildRequest } from './builderMessages'

export type Made = Extract<BuildReply, { kind: 'made' }>

export interface Builders {
  /** Rejects where a worker fell, met a bug, or was closed. `onDone`: told how many records of the request were read so far. */
  make: (request: BuildRequest, onDone?: (done: number) => void) => Promise<Made>
  close: () => Promise<void>
}

/** `workerPath` is the built indexWorker. */
export const createBuilders = (workerPath: string): Builders => {
  const working = new Map<Worker, (error: Error) => void>()
  let isClosed = false

  const make: Builders['make'] = async (request, onDone = () => undefined) => {
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
        worker.on('error', (error) => { reject(error instanceof Error ? error : new Error(String(error))) })
        worker.on('exit', (code) => { reject(new Error(`the index worker ended with code ${code}`)) })
        worker.postMessage(request)
      })
    } finally {
      working.delete(worker)
      worker.removeAllListeners()
      worker.on('error', () => undefined)
      await worker.terminate()
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

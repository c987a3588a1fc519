/** Worker thread entry: reads shards of `records/`, one after another. */
import { parentPort } from 'node:worker_threads'
import { ReadRequest, type ReadReply } from './workerMessages'
import { readShard } from './readShard'

const port = parentPort
if (!port) throw new Error('catalogWorker runs in a worker thread')

port.on('message', (message: unknown) => {
  const { request } = ReadRequest.parse(message)
  const reply: ReadReply = { answer: readShard(request) }
  port.postMessage(reply)
})

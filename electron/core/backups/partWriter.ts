/** Writes the parts of a run: zips of bounded size, one after another, each synced when it ends. */
import { once } from 'node:events'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { addAbortSignal, PassThrough, Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { partName, targetFailure, type Limits } from './format'

export interface PartWriter {
  /** Adds a file that is in memory; answers the part that it is in. */
  add: (path: string, bytes: Buffer) => Promise<string>
  /** Adds a file as it is read, uncompressed. */
  addStream: (path: string, chunks: AsyncIterable<Buffer>) => Promise<string>
  /** Ends the part under way: the next file begins another one. */
  endPart: () => Promise<void>
  /** Parts that were written, with their size in bytes. */
  parts: () => { path: string; size: number }[]
  /** Lets go of what is open, after a failure. */
  abandon: () => Promise<void>
}

/** The time of an entry means nothing: the list says when a file was changed. */
const entryOptions = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 }
const flushAt = 1024 * 1024
const queued = 4 * 1024 * 1024

interface OpenPart { add: PartWriter['add']; addStream: PartWriter['addStream']; end: () => Promise<number>; isFull: (more: number, held: number) => boolean; abandon: () => Promise<void> }

/** Writes what a zip gives in large pieces; answers how many bytes it was. */
const writeAll = async (handle: FileHandle, chunks: AsyncIterable<unknown>, onBytes: (size: number) => void): Promise<void> => {
  let waiting: Buffer[] = []
  let waitingSize = 0
  const flush = async (): Promise<void> => {
    await handle.writeFile(Buffer.concat(waiting))
    onBytes(waitingSize)
    waiting = []
    waitingSize = 0
  }
  for await (const chunk of chunks) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('a zip gives buffers')
    waiting.push(chunk)
    waitingSize += chunk.length
    if (waitingSize >= flushAt) await flush()
  }
  await flush()
}

const openPart = async (file: string, path: string, limits: Limits, control: AbortSignal): Promise<OpenPart> => {
  const handle = await open(file, 'wx')
  const failed = new AbortController()
  const signal = AbortSignal.any([control, failed.signal])
  const zip = new ZipFile()
  const { outputStream } = zip
  if (!(outputStream instanceof PassThrough)) throw new TypeError('yazl writes to a PassThrough')
  zip.on('error', (error: unknown) => { failed.abort(error) })
  let written = 0
  let given = 0
  let held = 0
  let entries = 0
  const writing = pipeline(outputStream, async (chunks) => writeAll(handle, chunks, (size) => { written += size }), { signal })
    .catch((error: unknown) => { failed.abort(error) })
  let source = Readable.from([])
  // One function for all: the zip keeps what it is given until it ends, and would keep every file with it.
  const giveSource = (give: (error: unknown, stream: Readable) => void): void => { give(null, source) }

  /** What was aborted says why in its own words. */
  const orReason = async <T>(work: Promise<T>): Promise<T> => work.catch((error: unknown) => {
    signal.throwIfAborted()
    throw error
  })

  async function* counted(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      given += chunk.length
      yield chunk
    }
  }

  return {
    isFull: (more, small) => entries > 0 && (entries >= limits.partEntries || given + more > limits.partBytes || held + small > limits.heldBytes),
    add: async (name, bytes) => {
      signal.throwIfAborted()
      zip.addBuffer(bytes, name, { ...entryOptions, compress: name.endsWith('.json') })
      entries += 1
      given += bytes.length
      held += bytes.length
      if (outputStream.writableLength > queued && outputStream.writableNeedDrain) await orReason(once(outputStream, 'drain', { signal }))
      return path
    },
    addStream: async (name, chunks) => {
      signal.throwIfAborted()
      source = addAbortSignal(signal, Readable.from(counted(chunks), { objectMode: false }))
      entries += 1
      zip.addReadStreamLazy(name, { ...entryOptions, compress: false }, giveSource)
      await orReason(finished(source))
      return path
    },
    end: async () => {
      zip.end()
      await writing
      signal.throwIfAborted()
      await handle.sync()
      await handle.close()
      return written
    },
    abandon: async () => {
      failed.abort(new Error('abandoned'))
      await writing
      await handle.close().catch(() => undefined)
    },
  }
}

/** Throws `backup_failed` for failures of the system, what chunks throw, and the reason of the signal. */
export const createPartWriter = (folder: string, run: string, limits: Limits, signal: AbortSignal): PartWriter => {
  const parts: { path: string; size: number }[] = []
  let current: OpenPart | undefined
  const fileOf = (number: number): string => join(folder, run, partName(number))

  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw targetFailure(fileOf(parts.length + (current ? 1 : 0)), error)
    }
  }

  const endPart = async (): Promise<void> => guarded(async () => {
    if (!current) return
    const size = await current.end()
    parts.push({ path: `${run}/${partName(parts.length + 1)}`, size })
    current = undefined
  })

  const partFor = async (more: number, small: number): Promise<OpenPart> => {
    if (current?.isFull(more, small)) await endPart()
    const number = parts.length + 1
    current ??= await guarded(async () => openPart(fileOf(number), `${run}/${partName(number)}`, limits, signal))
    return current
  }

  return {
    add: async (path, bytes) => {
      const part = await partFor(bytes.length, bytes.length)
      return guarded(async () => part.add(path, bytes))
    },
    addStream: async (path, chunks) => {
      const part = await partFor(0, 0)
      return guarded(async () => part.addStream(path, chunks))
    },
    endPart,
    parts: () => [...parts],
    abandon: async () => {
      await current?.abandon()
      current = undefined
    },
  }
}

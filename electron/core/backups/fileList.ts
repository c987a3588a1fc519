/** The list of a run, `files.jsonl.gz`: one line of JSON for each file of the library, written and read as a stream. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { pipeline, Readable, Transform } from 'node:stream'
import { pipeline as finishedPipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { BackedUpFile, type BackupManifest } from '#shared/model/backup'
import { damaged, isLibraryPath, sourceFailure } from './format'

const linesAtOnce = 500

function* linesOf(files: Iterable<BackedUpFile>): Generator<string> {
  let lines: string[] = []
  for (const file of files) {
    lines.push(`${JSON.stringify(file)}\n`)
    if (lines.length < linesAtOnce) continue
    yield lines.join('')
    lines = []
  }
  yield lines.join('')
}

/** Writes and syncs the list, and answers its size in bytes and its hash. Throws errors of the system. */
export const writeList = async (path: string, files: Iterable<BackedUpFile>, signal: AbortSignal): Promise<BackupManifest['list']> => {
  const handle = await open(path, 'wx')
  const hash = createHash('sha256')
  let size = 0
  try {
    await finishedPipeline(Readable.from(linesOf(files)), createGzip({ level: 5 }), async (chunks) => {
      for await (const chunk of chunks) {
        if (!Buffer.isBuffer(chunk)) throw new TypeError('zlib gives buffers')
        hash.update(chunk)
        size += chunk.length
        await handle.writeFile(chunk)
      }
    }, { signal })
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { size, sha256: hash.digest('hex') }
}

const parseLine = (path: string, line: string): BackedUpFile => {
  try {
    const file = BackedUpFile.parse(JSON.parse(line))
    if (isLibraryPath(file.path)) return file
  } catch (error) {
    throw damaged(path, line.slice(0, 120), { cause: error })
  }
  throw damaged(path, line.slice(0, 120))
}

/** The lines of a list, known to be right only at their end. Throws `backup_damaged`, `file_unreadable`. */
export async function* readList(path: string, expected: BackupManifest['list']): AsyncGenerator<BackedUpFile> {
  const hash = createHash('sha256')
  const hashing = new Transform({ transform: (chunk: Buffer, _encoding, done) => { hash.update(chunk); done(null, chunk) } })
  let failure: unknown
  const lines = createInterface({ input: pipeline(createReadStream(path), hashing, createGunzip(), (error) => { failure = error ?? undefined }), crlfDelay: Infinity })
  try {
    for await (const line of lines) yield parseLine(path, line)
  } catch (error) {
    throw readingFailure(path, failure ?? error)
  }
  if (failure !== undefined) throw readingFailure(path, failure)
  if (hash.digest('hex') !== expected.sha256) throw damaged(path, 'its hash is not that of the manifest')
}

const readingFailure = (path: string, error: unknown): unknown => {
  const failure = sourceFailure(path, error)
  const isZlib = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
  return isZlib ? damaged(path, String(error.code), { cause: error }) : failure
}

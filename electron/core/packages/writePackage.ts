/** Writes a package: its parts one after another, then the manifest that lists them, sealed as it is written. */
import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { addAbortSignal, Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { AppError } from '#shared/contract/errors'
import type { PackagedFile, PackageManifest } from '#shared/model/package'
import { kindOfPart, limits, manifestPath, signaturePath } from './format'
import { expectSound, manifestBytes } from './manifest'
import { bytesOf, openFile } from './packageFile'
import { sealing, unsealed } from './seal'

/** JSON as `bytes` and the page as `chunks`, made when its turn comes; an attachment as a `file` that has this hash and size in bytes. */
export type PackagePart =
  | { path: string; bytes: () => Promise<Uint8Array> }
  | { path: string; chunks: () => AsyncIterable<Uint8Array> }
  | { path: string; file: string; sha256: string; size: number }

export interface WriteControl {
  signal: AbortSignal
  /** After each part. */
  onPart: (path: string) => void
  /** Given the exact bytes of the manifest, answers those of `signature.json`. */
  sign?: (manifest: Uint8Array) => Promise<Uint8Array>
  /** What becomes of the bytes of the whole file: an encrypted package has the hash and size of what it is encrypted to. */
  encrypt?: (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>
  /** Lets `write` fill a new file beside `path` and puts it in place durably, or leaves nothing. */
  replaceFile: (path: string, write: (temporary: string) => Promise<void>) => Promise<unknown>
}

export interface WrittenPackage { sha256: string; size: number }

/** The time of an entry means nothing: the manifest says when a package was made, and the same content gives the same bytes. */
const entryOptions = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 }

async function* chunksOfFile(path: string): AsyncGenerator<Uint8Array> {
  const file = await openFile(path)
  try {
    yield* bytesOf(file, 0, file.size)
  } finally {
    await file.handle.close()
  }
}

async function* contentOf(part: PackagePart): AsyncGenerator<Uint8Array> {
  if ('file' in part) yield* chunksOfFile(part.file)
  else if ('chunks' in part) yield* part.chunks()
  else yield await part.bytes()
}

/**
 * Runs what makes small buffers that are kept long, synchronously, each in memory of its own: from Node's pool, each would keep eight
 * kilobytes with it, which of ten thousand names is as much as all else that making a package needs.
 */
const unpooled = (work: () => void): void => {
  const usual = Buffer.poolSize
  Buffer.poolSize = 0
  try {
    work()
  } finally {
    Buffer.poolSize = usual
  }
}

/** A zip that takes one part at a time: the next is asked for when the one before has been read. */
const createZip = (signal: AbortSignal, fail: (error: unknown) => void) => {
  const zip = new ZipFile()
  zip.on('error', fail)
  let source = Readable.from([])
  // One function for all entries: the zip keeps what it is given until it ends, and would keep every part with it.
  const giveSource = (give: (error: unknown, stream: Readable) => void): void => { give(null, source) }
  return {
    output: zip.outputStream,
    add: async (path: string, chunks: AsyncIterable<Uint8Array>, compress: boolean): Promise<void> => {
      source = addAbortSignal(signal, Readable.from(chunks, { objectMode: false }))
      unpooled(() => { zip.addReadStreamLazy(path, { ...entryOptions, compress }, giveSource) })
      await finished(source)
    },
    end: () => { zip.end({ comment: unsealed, forceZip64Format: false }) },
  }
}

const tooLarge = (target: string, path: string, limit: number = limits.json): AppError =>
  new AppError('store_write_failed', { path: target, reason: `${path} would be larger than ${limit} bytes` })

const kindOf = (part: PackagePart): 'json' | 'page' | 'attachment' => ('file' in part ? 'attachment' : 'chunks' in part ? 'page' : 'json')

/** Passes the content of a part on, notes its size and hash, and refuses a file that is not what it is said to be. */
async function* measured(target: string, part: PackagePart, note: (file: PackagedFile) => void): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  const kind = kindOf(part)
  let size = 0
  for await (const chunk of contentOf(part)) {
    hash.update(chunk)
    size += chunk.length
    if (kind !== 'attachment' && size > limits[kind]) throw tooLarge(target, part.path, limits[kind])
    if (chunk.length > 0) yield chunk
  }
  const sha256 = hash.digest('hex')
  if ('file' in part && (part.sha256 !== sha256 || part.size !== size)) {
    throw new AppError('store_corrupt', { path: part.file, reason: 'its content does not have its hash and size' })
  }
  note({ path: part.path, size, sha256 })
}

type Parts = AsyncIterable<PackagePart> | Iterable<PackagePart>
type Describe = (files: PackagedFile[]) => PackageManifest

const fill = async (zip: ReturnType<typeof createZip>, target: string, parts: Parts, describe: Describe, { onPart, sign }: WriteControl): Promise<void> => {
  const files: PackagedFile[] = []
  for await (const part of parts) {
    const kind = kindOf(part)
    if (kindOfPart(part.path) !== kind || part.path === manifestPath || part.path === signaturePath) throw new RangeError(`a package has no such part: ${part.path}`)
    await zip.add(part.path, measured(target, part, (file) => files.push(file)), kind !== 'attachment')
    onPart(part.path)
  }
  const about = describe(files)
  const manifest = manifestBytes(about)
  if (manifest.length > limits.json || files.length >= limits.parts) throw tooLarge(target, manifestPath)
  // What we would not read we do not write.
  expectSound(target, about)
  await zip.add(manifestPath, Readable.from([manifest]), true)
  if (sign) await zip.add(signaturePath, Readable.from([await sign(manifest)]), true)
  zip.end()
}

/** Writes the sealed bytes, or what they are encrypted to, and answers hash and size of what was written. */
const writeOut = async (handle: FileHandle, chunks: AsyncIterable<Uint8Array | string>, encrypt: WriteControl['encrypt']): Promise<WrittenPackage> => {
  let written: WrittenPackage = { sha256: '', size: 0 }
  const whole = sealing(chunks, (sealed) => { written = sealed })
  if (!encrypt) {
    for await (const chunk of whole) await handle.writeFile(chunk)
    return written
  }
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of encrypt(whole)) {
    hash.update(chunk)
    size += chunk.length
    await handle.writeFile(chunk)
  }
  return { sha256: hash.digest('hex'), size }
}

const writeTo = async (temporary: string, target: string, parts: Parts, describe: Describe, control: WriteControl): Promise<WrittenPackage> => {
  const failed = new AbortController()
  const signal = AbortSignal.any([control.signal, failed.signal])
  const fail = (error: unknown): void => { failed.abort(error) }
  const zip = createZip(signal, fail)
  const handle = await open(temporary, 'wx')
  let written: WrittenPackage = { sha256: '', size: 0 }
  try {
    await Promise.all([
      fill(zip, target, parts, describe, control).catch(fail),
      pipeline(zip.output, async (chunks) => { written = await writeOut(handle, chunks, control.encrypt) }, { signal }).catch(fail),
    ])
    signal.throwIfAborted()
    await handle.sync()
    return written
  } finally {
    await handle.close()
  }
}

/**
 * Writes a package durably to `target`; a failed or cancelled write leaves nothing. `describe` is given every part with its size and
 * hash, in their order, and answers the manifest. Answers hash and size in bytes of the whole file. Throws `store_write_failed`,
 * `store_corrupt` for an attachment that is not what its hash says, `file_unreadable`, what `parts` throws, and the reason of the signal.
 */
export const writePackage = async (target: string, parts: Parts, describe: Describe, control: WriteControl): Promise<WrittenPackage> => {
  let written: WrittenPackage = { sha256: '', size: 0 }
  try {
    await control.replaceFile(target, async (temporary) => { written = await writeTo(temporary, target, parts, describe, control) })
  } catch (error) {
    control.signal.throwIfAborted()
    throw error
  }
  return written
}

/** Opens a package after every byte of it was verified: the seal first, then that directory, manifest and parts agree. */
import { open, rm } from 'node:fs/promises'
import { AppError } from '#shared/contract/errors'
import type { PackagedFile, PackageManifest } from '#shared/model/package'
import { damaged, limits, manifestPath, signaturePath } from './format'
import { readManifest } from './manifest'
import { collect, openFile, systemCode, type PackageFile } from './packageFile'
import { readVerified, unpacked, verifyPart } from './readPart'
import { verifySeal } from './seal'
import { verifySignature, type Signature } from './signature'
import { checkPart, readDirectory, type PartEntry } from './zipDirectory'

export interface OpenPackage {
  manifest: PackageManifest
  /** Who signed it, verified; null for one that nobody signed. Whether to believe them is not known here. */
  signature: Signature | null
  /** Of the whole file. */
  sha256: string
  /** In bytes. */
  size: number
  /** The bytes of a part that the manifest lists, verified again. Throws `package_damaged`, `file_unreadable`. */
  readPart: (path: string) => Promise<Buffer>
  /** Writes a part to a new file and syncs it, verified again; its folder is not synced. A failure leaves no file. Throws `store_write_failed` too. */
  extract: (path: string, to: string) => Promise<void>
  close: () => Promise<void>
}

/**
 * `onProgress` counts bytes: the file is read twice, once for its seal and once for its parts. `said` is what errors call a file that lies
 * elsewhere, since it was decrypted.
 */
export interface OpenControl { signal: AbortSignal; onProgress?: (done: number, total: number) => void; said?: string }

export interface ListedPart { entry: PartEntry; listed: PackagedFile }

/** The signature of a manifest, if there is one. Throws `package_damaged`: `duplicate_path`, `bad_signature`. */
const signatureOf = async (file: PackageFile, entries: readonly PartEntry[], bytes: Buffer, { keys }: PackageManifest): Promise<Signature | null> => {
  const [entry, second] = entries.filter(({ path }) => path === signaturePath)
  if (second) throw damaged(file.path, 'duplicate_path', signaturePath)
  if (!entry) {
    // Whoever says which key they sign with has signed: it was taken out.
    if (keys) throw damaged(file.path, 'bad_signature')
    return null
  }
  checkPart(file, entry)
  if (entry.size > limits.signature) throw damaged(file.path, 'bad_signature')
  const signature = await verifySignature(await collect(unpacked(file, entry)), bytes)
  if (!signature || keys?.signing !== signature.jwk.x) throw damaged(file.path, 'bad_signature')
  return signature
}

export const readManifestOf = async (file: PackageFile, entries: readonly PartEntry[]): Promise<{ manifest: PackageManifest; signature: Signature | null }> => {
  const [entry, second] = entries.filter(({ path }) => path === manifestPath)
  if (!entry) throw damaged(file.path, 'part_missing', manifestPath)
  if (second) throw damaged(file.path, 'duplicate_path', manifestPath)
  checkPart(file, entry)
  const bytes = await collect(unpacked(file, entry))
  const manifest = readManifest(file.path, bytes)
  return { manifest, signature: await signatureOf(file, entries, bytes, manifest) }
}

/** Every listed part with its entry; a signature is of the manifest, and not listed in it. Throws unless they are the same: `duplicate_path`, `odd_path`, `part_unlisted`, `part_missing`, `wrong_hash`. */
export const matchParts = (file: PackageFile, entries: readonly PartEntry[], { format, files }: PackageManifest): Map<string, ListedPart> => {
  const seen = new Set<string>()
  const unmatched = new Map(files.map((listed) => [listed.path, listed]))
  const parts = new Map<string, ListedPart>()
  for (const entry of entries) {
    const { path } = entry
    if (path === manifestPath) continue
    if (seen.size === seen.add(path).size) throw damaged(file.path, 'duplicate_path', path)
    checkPart(file, entry)
    if (path === signaturePath && format > 1) continue
    const listed = unmatched.get(path)
    if (!listed) throw damaged(file.path, 'part_unlisted', path)
    if (listed.size !== entry.size) throw damaged(file.path, 'wrong_hash', path)
    unmatched.delete(path)
    parts.set(path, { entry, listed })
  }
  const [missing] = unmatched.keys()
  if (missing !== undefined) throw damaged(file.path, 'part_missing', missing)
  return parts
}

const writeNew = async (to: string, chunks: AsyncIterable<Buffer>): Promise<void> => {
  const handle = await open(to, 'wx')
  try {
    for await (const chunk of chunks) await handle.writeFile(chunk)
    await handle.sync()
    await handle.close()
  } catch (error) {
    await handle.close()
    await rm(to, { force: true })
    throw error
  }
}

const verify = async (file: PackageFile, { signal, onProgress }: OpenControl): Promise<OpenPackage> => {
  let done = 0
  const total = 2 * file.size
  const onBytes = (count: number): void => {
    signal.throwIfAborted()
    done += count
    onProgress?.(done, total)
  }
  const sha256 = await verifySeal(file, onBytes)
  const entries = await readDirectory(file, signal)
  const { manifest, signature } = await readManifestOf(file, entries)
  const parts = matchParts(file, entries, manifest)
  const read = (path: string): AsyncGenerator<Buffer> => {
    const part = parts.get(path)
    if (!part) throw new RangeError(`the manifest lists no part ${path}`)
    return readVerified(file, part.entry, part.listed.sha256)
  }
  for (const { entry, listed } of parts.values()) {
    await verifyPart(file, entry, listed.sha256, () => { signal.throwIfAborted() })
    onBytes(entry.packedSize)
  }
  onProgress?.(total, total)
  return {
    manifest, signature, sha256, size: file.size,
    readPart: async (path) => collect(read(path)),
    extract: async (path, to) => {
      try {
        await writeNew(to, read(path))
      } catch (error) {
        const reason = systemCode(error)
        throw reason === undefined ? error : new AppError('store_write_failed', { path: to, reason }, { cause: error })
      }
    },
    close: async () => file.handle.close(),
  }
}

/** Throws `not_a_package`, `package_newer_format`, `package_damaged` with its problem, `file_unreadable`, and the reason of the signal. */
export const openPackage = async (path: string, control: OpenControl): Promise<OpenPackage> => {
  const file = await openFile(path, control.said)
  try {
    return await verify(file, control)
  } catch (error) {
    await file.handle.close()
    throw error
  }
}

/**
 * Encrypted packages that were opened: the plain bytes lie in the cache of this run, for nobody else to read, until they were taken or the
 * library is left. What a run that is over left behind is removed.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { AppError } from '#shared/contract/errors'
import type { ExchangeFile } from '#shared/model/exchange'
import { decrypted, encryptionOf, type DecryptWith } from '../../packages/encryption'
import { systemCode, unreadable } from '../../packages/packageFile'
import { errorCode } from '../../store/durableFile'
import type { DownloadService } from '../downloads'
import type { JobControl } from '../jobs'

/** `id` is its place among the copies; `sha256` and `size` in bytes are those of the encrypted file. */
export interface PlainCopy { id: string; path: string; sha256: string; size: number }

/** What to read instead of a file: of an encrypted one a plain copy. */
export interface Readable { encrypted: NonNullable<ExchangeFile['encrypted']> | null; copy: PlainCopy | null }

const writeCopy = async (path: string, to: string, keys: DecryptWith, { signal, progress }: JobControl): Promise<Pick<PlainCopy, 'sha256' | 'size'>> => {
  const { size: total } = await stat(path).catch((error: unknown) => { throw unreadable(path, error) })
  const hash = createHash('sha256')
  let size = 0
  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
        if (!Buffer.isBuffer(chunk)) throw new TypeError('a file stream gives buffers')
        signal.throwIfAborted()
        hash.update(chunk)
        size += chunk.length
        progress({ done: size, total })
        yield chunk
      }
    } catch (error) {
      throw unreadable(path, error)
    }
  }
  const handle = await open(to, 'wx', 0o600)
  try {
    for await (const chunk of decrypted(path, chunks(), keys)) await handle.writeFile(chunk)
  } catch (error) {
    const reason = error instanceof AppError ? undefined : systemCode(error)
    throw reason === undefined ? error : new AppError('store_write_failed', { path: to, reason }, { cause: error })
  } finally {
    await handle.close()
  }
  return { sha256: hash.digest('hex'), size }
}

/** Throws `package_locked`, `package_damaged`, `file_unreadable`, `store_write_failed`, and the reason of the signal; then nothing is left. */
export const readable = async (copies: DownloadService, path: string, keys: () => Promise<DecryptWith>, control: JobControl): Promise<Readable> => {
  const encrypted = await encryptionOf(path)
  if (encrypted === null) return { encrypted, copy: null }
  const { id, path: to } = await copies.reserve('plain')
  try {
    return { encrypted, copy: { id, path: to, ...await writeCopy(path, to, await keys(), control) } }
  } catch (error) {
    await copies.remove(id)
    control.signal.throwIfAborted()
    if (error instanceof AppError) throw error
    throw new AppError('store_write_failed', { path: to, reason: errorCode(error) }, { cause: error })
  }
}

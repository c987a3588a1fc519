/** The keys of libraries on this machine: one file each beside the settings, that nobody else may read; and their encrypted copies. */
import { link, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '#shared/contract/errors'
import { newId } from '#shared/model/ids'
import { KeysFile, keysFormat, type EarlierKeys } from '#shared/model/keys'
import { decrypted, encryptBytes, newIdentity } from '../../packages/encryption'
import { newSigningKey } from '../../packages/signature'
import { formatJson } from '../../store/canonicalJson'
import { errorCode, makeCertain, readIfThere, replaceFile } from '../../store/durableFile'
import { parseDocument } from '../../store/jsonFile'

export interface KeyFiles {
  /** Undefined where there are none. Throws `store_corrupt`, `library_newer_format`, `file_unreadable`. */
  read: (library: string) => Promise<KeysFile | undefined>
  /** The same, but what can't be read is moved aside, so that other keys can come in its place. */
  readOrSetAside: (library: string) => Promise<KeysFile | undefined>
  /** Throws `store_write_failed`. */
  write: (keys: KeysFile) => Promise<void>
  /** The first keys of a library: those that another program wrote meanwhile stay, and are answered. Throws what `read` and `write` throw. */
  writeFirst: (keys: KeysFile) => Promise<KeysFile>
}

/** Writes a new file that only its owner may read, and syncs it. */
export const writePrivate = async (path: string, data: string | Uint8Array): Promise<void> => {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(data)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const parseKeys = (path: string, bytes: Uint8Array): KeysFile => {
  const keys = parseDocument(path, bytes, KeysFile)
  if (keys.format > keysFormat) throw new AppError('library_newer_format', { path, found: keys.format, supported: keysFormat })
  return keys
}

export const createKeyFiles = (folder: string): KeyFiles => {
  const pathOf = (library: string): string => join(folder, `${library}.json`)
  const read: KeyFiles['read'] = async (library) => {
    const path = pathOf(library)
    const bytes = await readIfThere(path)
    const keys = bytes && parseKeys(path, bytes)
    if (keys && keys.library !== library) throw new AppError('store_corrupt', { path, reason: 'keys of another library' })
    return keys
  }
  const makeFolders = async (): Promise<void> => {
    await mkdir(dirname(folder), { recursive: true }).catch(() => undefined)
    await mkdir(folder, { mode: 0o700 }).catch(() => undefined)
  }
  const write: KeyFiles['write'] = async (keys) => {
    await makeFolders()
    await replaceFile(pathOf(keys.library), async (temporary) => writePrivate(temporary, formatJson(keys)))
  }
  return {
    read,
    readOrSetAside: async (library) => read(library).catch(async (error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'store_corrupt') throw error
      await rename(pathOf(library), join(folder, `${library}.damaged-${newId()}.json`))
      return undefined
    }),
    write,
    writeFirst: async (keys) => {
      await makeFolders()
      const path = pathOf(keys.library)
      const beside = `${path}.${newId()}.tmp`
      try {
        await writePrivate(beside, formatJson(keys))
        await link(beside, path)
        await makeCertain(path)
      } catch (error) {
        // Some drives have no links: there the last one stays, as with any other write.
        if (error instanceof AppError) throw error
        if (errorCode(error) !== 'EEXIST') await write(keys)
      } finally {
        await rm(beside, { force: true })
      }
      return await read(keys.library) ?? keys
    },
  }
}

export const newKeys = async (library: string, at: string, earlier: EarlierKeys[] = []): Promise<KeysFile> => {
  const { x, d } = await newSigningKey()
  return { format: keysFormat, library, createdAt: at, signing: x, secret: d, identity: await newIdentity(), earlier }
}

const asEarlier = ({ signing, identity, createdAt }: KeysFile, retiredAt: string): EarlierKeys => ({ signing, identity, createdAt, retiredAt })

/** Of all that are known each once, and none that is in use, the latest first. */
const earlierOf = (current: KeysFile, known: readonly EarlierKeys[]): EarlierKeys[] => {
  const byIdentity = new Map(known.filter(({ identity }) => identity !== current.identity).map((each) => [each.identity, each]))
  return [...byIdentity.values()].sort((a, b) => (a.retiredAt < b.retiredAt ? 1 : -1))
}

/** `next` in the place of `before`: nothing that opens an older package is lost. */
export const inPlaceOf = (before: KeysFile | undefined, next: KeysFile, at: string): KeysFile =>
  ({ ...next, earlier: earlierOf(next, [...next.earlier, ...before ? [...before.earlier, asEarlier(before, at)] : []]) })

export const sealedCopy = async (keys: KeysFile, passphrase: string): Promise<Uint8Array> => encryptBytes(Buffer.from(formatJson(keys)), { passphrase })

/** A copy of keys has some kilobytes. */
const longestCopy = 1024 * 1024

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}

/** Reads a copy of keys. Throws `not_keys`, `keys_locked`, `file_unreadable`, `library_newer_format`. */
export const openCopy = async (path: string, passphrase: string, library: string): Promise<KeysFile> => {
  const bytes = await readIfThere(path)
  if (!bytes) throw new AppError('file_unreadable', { path, reason: 'ENOENT' })
  if (bytes.length > longestCopy) throw new AppError('not_keys', { path, reason: 'too long' })
  const plain: Uint8Array[] = []
  try {
    for await (const chunk of decrypted(path, inOne(bytes), { identities: [], passphrase })) plain.push(chunk)
  } catch (error) {
    if (error instanceof AppError && error.code === 'package_locked') throw new AppError('keys_locked', { path }, { cause: error })
    throw new AppError('not_keys', { path, reason: 'does not fit its schema' }, { cause: error })
  }
  const keys = ((): KeysFile => {
    try {
      return parseKeys(path, Buffer.concat(plain))
    } catch (error) {
      if (error instanceof AppError && error.code === 'library_newer_format') throw error
      throw new AppError('not_keys', { path, reason: 'does not fit its schema' }, { cause: error })
    }
  })()
  if (keys.library !== library) throw new AppError('not_keys', { path, reason: 'keys of another library' })
  return keys
}

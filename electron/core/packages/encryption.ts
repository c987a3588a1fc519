/**
 * Encryption of a whole package as an age file (age-encryption.org/v1), to a passphrase or to the keys of libraries: `age -d` opens it too.
 * Bytes pass through piece by piece; nothing of a file is believed before its piece was authenticated.
 */
import { open } from 'node:fs/promises'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient, type Identity } from 'age-encryption'
import { AppError } from '#shared/contract/errors'
import { damaged } from './format'
import { unreadable } from './packageFile'

/** `age1…` of those who may open it, or a passphrase; never both. */
export type EncryptTo = { passphrase: string } | { recipients: readonly string[] }

/** What a file is tried with: the identities of the library (`AGE-SECRET-KEY-1…`), and a passphrase if one was given. */
export interface DecryptWith { identities: readonly string[]; passphrase?: string | undefined }

export const newIdentity = async (): Promise<string> => generateX25519Identity()

export const recipientOf = async (identity: string): Promise<string> => identityToRecipient(identity)

/** Whether a text is the public key of somebody: its checksum is right too. */
export const isRecipient = (text: string): boolean => {
  try {
    if (/^age1(?:pq|tag|tagpq)1/.test(text)) return false
    new Encrypter().addRecipient(text)
    return true
  } catch {
    return false
  }
}

const encrypterTo = (to: EncryptTo): Encrypter => {
  const encrypter = new Encrypter()
  if ('passphrase' in to) encrypter.setPassphrase(to.passphrase)
  else new Set(to.recipients).forEach((recipient) => { encrypter.addRecipient(recipient) })
  return encrypter
}

/** A stream that asks for a piece when it is wanted. */
const streamOf = (chunks: AsyncIterable<Uint8Array, unknown>): ReadableStream<Uint8Array> => {
  const iterator = chunks[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await iterator.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
    cancel: async () => { await iterator.return?.() },
  })
}

export async function* encrypted(chunks: AsyncIterable<Uint8Array>, to: EncryptTo): AsyncGenerator<Uint8Array> {
  yield* await encrypterTo(to).encrypt(streamOf(chunks))
}

export const encryptBytes = async (bytes: Uint8Array, to: EncryptTo): Promise<Uint8Array> => encrypterTo(to).encrypt(bytes)

const intro = 'age-encryption.org/v1\n'
const forPassphrase = '-> scrypt '
/** A header ends with its MAC. Ours have a hundred recipients at most; what goes on for longer is no header. */
const longestHeader = 64 * 1024
/** 256 MB of memory: what we and the age program use. A file may ask for more than a machine has. */
const mostWork = 18

/** For what an age file is encrypted, null for any other file. Throws `file_unreadable`. */
export const encryptionOf = async (path: string): Promise<'passphrase' | 'recipients' | null> => {
  try {
    const handle = await open(path, 'r')
    try {
      const length = intro.length + forPassphrase.length
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, 0)
      const start = buffer.toString('latin1', 0, bytesRead)
      if (!start.startsWith(intro)) return null
      return start.endsWith(forPassphrase) ? 'passphrase' : 'recipients'
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** Looks at who a file is for before anybody tries. */
const guard = (path: string, passphrase: string | undefined): Identity => ({
  unwrapFileKey: (stanzas) => {
    const [scrypt] = stanzas.filter(({ args }) => args[0] === 'scrypt')
    if (scrypt && !(Number(scrypt.args[2]) <= mostWork)) throw damaged(path, 'unreadable_part', 'scrypt')
    if (scrypt && passphrase === undefined) throw new AppError('package_locked', { path, needs: 'passphrase', wrong: false })
    return null
  },
})

/** Comes after all others: none of them opened it. */
const nobody = (path: string): Identity => ({
  unwrapFileKey: (stanzas) => {
    const needs = stanzas.some(({ args }) => args[0] === 'scrypt') ? 'passphrase' : 'key'
    throw new AppError('package_locked', { path, needs, wrong: needs === 'passphrase' })
  },
})

/** Refuses a header that does not end soon, before it is read into memory. */
async function* withShortHeader(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start: Buffer | undefined = Buffer.alloc(0)
  for await (const chunk of chunks) {
    if (!start) {
      yield chunk
      continue
    }
    start = Buffer.concat([start, chunk])
    const isWhole = start.includes('\n--- ')
    if (!isWhole && start.length < longestHeader) continue
    if (!isWhole) throw damaged(path, 'unreadable_part', 'header')
    yield start
    start = undefined
  }
  if (start) throw damaged(path, 'truncated')
}

/**
 * The bytes of an age file. Throws `package_locked`, and `package_damaged` for what was changed or cut off, which may be found after some
 * bytes were given. What `chunks` throws goes through.
 */
export async function* decrypted(path: string, chunks: AsyncIterable<Uint8Array>, { identities, passphrase }: DecryptWith): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(guard(path, passphrase))
  identities.forEach((identity) => { decrypter.addIdentity(identity) })
  if (passphrase !== undefined) decrypter.addPassphrase(passphrase)
  decrypter.addIdentity(nobody(path))
  let failure: Error | undefined
  async function* noting(): AsyncGenerator<Uint8Array> {
    try {
      yield* withShortHeader(path, chunks)
    } catch (error) {
      if (error instanceof Error) failure = error
      throw error
    }
  }
  try {
    yield* await decrypter.decrypt(streamOf(noting()))
  } catch (error) {
    if (failure) throw failure
    throw error instanceof AppError ? error : damaged(path, 'changed', '', { cause: error })
  }
}

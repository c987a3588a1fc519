/** Key cards (`.lfcard`): the public keys of a library, signed by themselves, so that a card that was changed is found out. */
import { z } from 'zod'
import { AppError } from '#shared/contract/errors'
import { KeyCardFile, keysFormat, type KeyCard } from '#shared/model/keys'
import { isRecipient } from '../../packages/encryption'
import { signBytes, verifySignature, type PrivateJwk } from '../../packages/signature'
import { canonicalJson, formatJson } from '../../store/canonicalJson'
import { readIfThere } from '../../store/durableFile'
import { parseDocument } from '../../store/jsonFile'

const longestCard = 64 * 1024

const Signature = z.looseObject({ protected: z.string(), signature: z.string() })

export const writtenCard = async (card: KeyCard, key: PrivateJwk): Promise<string> => {
  const signature = await signBytes(Buffer.from(canonicalJson(card)), key)
  return formatJson({ card, signature: Signature.parse(JSON.parse(Buffer.from(signature).toString())) })
}

/** Throws `not_keys` for what is no card, was changed, or names a key that did not sign it; `file_unreadable`. */
export const readCard = async (path: string): Promise<KeyCard> => {
  const bytes = await readIfThere(path)
  if (!bytes) throw new AppError('file_unreadable', { path, reason: 'ENOENT' })
  const refuse = (reason: string, cause?: unknown): AppError => new AppError('not_keys', { path, reason }, { cause })
  if (bytes.length > longestCard) throw refuse('too long')
  const file = ((): z.infer<typeof KeyCardFile> => {
    try {
      return parseDocument(path, bytes, KeyCardFile)
    } catch (error) {
      throw refuse('does not fit its schema', error)
    }
  })()
  const { card } = file
  if (card.format > keysFormat) throw new AppError('library_newer_format', { path, found: card.format, supported: keysFormat })
  const signature = await verifySignature(Buffer.from(JSON.stringify(file.signature)), Buffer.from(canonicalJson(card)))
  if (signature?.jwk.x !== card.keys.signing || !isRecipient(card.keys.encryption)) throw refuse('not signed by its own key')
  return card
}

/** Who vouches for an edition: a signature over all that it says, made with the keys of the library that releases it. */
import { z } from 'zod'
import { isAppError } from '#shared/contract/errors'
import type { EditionSignature } from '#shared/contract/products'
import type { Edition } from '#shared/model/edition'
import { verifySignature, type Signature } from '../../packages/signature'
import { canonicalJson } from '../../store/canonicalJson'
import { isIntact } from '../../store/editionStore'
import type { PackageKeys } from '../keys'
import type { Session } from '../session'

export type EditionKeys = Pick<PackageKeys, 'signerOf' | 'standingOf' | 'wasOwn'>

/** Signs bytes; answers the bytes of a signature file. */
export type SignEdition = (bytes: Uint8Array) => Promise<Uint8Array>

const Made = z.object({ protected: z.string(), signature: z.string() })

/** What is signed: every key but the seal, which covers the signature, and the signature itself. */
const signedBytes = ({ seal: _seal, signature: _signature, ...said }: Edition): Uint8Array => Buffer.from(canonicalJson(said))

export const signed = async (edition: Edition, sign: SignEdition): Promise<Edition> =>
  ({ ...edition, signature: Made.parse(JSON.parse(new TextDecoder().decode(await sign(signedBytes(edition))))) })

/** Undefined where the file of the keys can't be read. */
export const ifReadable = async <T>(reading: Promise<T>): Promise<T | undefined> => reading.catch((error: unknown) => {
  if (isAppError(error)) return undefined
  throw error
})

/** Undefined where the keys can't be read or made: a standard is released without a signature rather than not at all, and says so. */
export const signerOf = async (session: Session, keys: EditionKeys): Promise<SignEdition | undefined> => (await ifReadable(keys.signerOf(session)))?.sign

/** `none` where it has none, `wrong` where it has one that is not of this edition, else the key that made it. */
export type FoundSignature = { kind: 'none' | 'wrong' } | { kind: 'signed'; key: string }

const verified = async ({ signature, ...edition }: Edition): Promise<Signature | undefined> =>
  verifySignature(Buffer.from(JSON.stringify(signature)), signedBytes(edition))

/** Whether nothing of an edition was changed since: it is what was sealed, and where it is signed, what was signed. */
export const isUntouched = async (edition: Edition): Promise<boolean> => isIntact(edition) && (!edition.signature || await verified(edition) !== undefined)

export const signatureIn = async (edition: Edition): Promise<FoundSignature> => {
  if (!edition.signature) return { kind: 'none' }
  const found = await verified(edition)
  return found ? { kind: 'signed', key: found.jwk.x } : { kind: 'wrong' }
}

/** Who vouches for an edition, as far as the keys know that are here. */
export const signatureOf = async (session: Session, keys: EditionKeys, edition: { library: Edition['library']; releasedAt: string; signature: FoundSignature }): Promise<EditionSignature> => {
  if (edition.signature.kind !== 'signed') return edition.signature.kind
  const [libraryId, signing] = [edition.library.id, edition.signature.key]
  const standing = (await ifReadable(keys.standingOf(session, libraryId, signing)))?.standing ?? 'unknown'
  if (standing === 'unsigned') return 'none'
  const isOfHere = standing === 'unknown' && libraryId === session.folder.library.current().id
  // Keys are replaced, and what was released before stays what it was.
  return isOfHere && await ifReadable(keys.wasOwn(session, signing, edition.releasedAt)) ? 'own' : standing
}

/** Keys: what a library signs and opens packages with, the cards that make them known, and whom a library trusts. */
import { z } from 'zod'
import { Timestamp, Uuid } from './ids'
import { NamedLibrary, PublicKeys } from './package'
import { Person } from './record'

export const keysFormat = 1

const secret = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
const Identity = z.string().regex(/^AGE-SECRET-KEY-1[A-Z0-9]{58}$/)

/** Keys that were replaced: what was encrypted to them can still be opened, and nothing is signed with them any more. */
export const EarlierKeys = z.looseObject({ signing: PublicKeys.shape.signing, identity: Identity, createdAt: Timestamp, retiredAt: Timestamp })
export type EarlierKeys = z.infer<typeof EarlierKeys>

/** The keys of one library on one machine, beside its settings; encrypted with a passphrase it is a `.lfkeys` file. `signing` and `secret` are `x` and `d` of an Ed25519 JWK. */
export const KeysFile = z.looseObject({
  format: z.int().min(1), library: Uuid, createdAt: Timestamp, signing: PublicKeys.shape.signing, secret, identity: Identity, earlier: z.array(EarlierKeys).default([]),
})
export type KeysFile = z.infer<typeof KeysFile>

/** What a key card (`.lfcard`) says; its signature is by the key that it names, over its RFC 8785 form. */
export const KeyCard = z.looseObject({ format: z.int().min(1), library: NamedLibrary, keys: PublicKeys, by: Person, at: Timestamp })
export type KeyCard = z.infer<typeof KeyCard>
export const KeyCardFile = z.looseObject({ card: KeyCard, signature: z.looseObject({ protected: z.string(), signature: z.string() }) })

/** A key that the library trusts, or trusted once. `fingerprint` is what was compared: eight groups of five digits. */
export const TrustedKey = z.looseObject({
  id: Uuid, unit: z.string().min(1), library: z.looseObject({ id: Uuid, name: z.string() }), keys: PublicKeys, fingerprint: z.string(),
  addedAt: Timestamp, by: Person, note: z.string(), revokedAt: Timestamp.nullable(), revokedReason: z.string(),
})
export type TrustedKey = z.infer<typeof TrustedKey>

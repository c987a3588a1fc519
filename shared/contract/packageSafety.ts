/** What keeps a package from being changed, read by others, or believed without reason. */
import { z } from 'zod'
import { Uuid } from '../model/ids'
import { TrustedKey } from '../model/keys'

/** As many characters as a passphrase has at least. */
export const shortestPassphrase = 8
export const Passphrase = z.string().min(shortestPassphrase).max(500)

/** How a package leaves. `to` are keys of the trust list, by their ids; the library itself can open what it encrypted to them. */
export const PackageSafety = z.object({
  sign: z.boolean(),
  encrypt: z.union([z.object({ passphrase: Passphrase }), z.object({ to: z.array(Uuid).min(1).max(100) })]).nullable(),
})
export type PackageSafety = z.infer<typeof PackageSafety>

/**
 * What is known of a key that a package or a card comes with. A key of the trust list that names another library than the one it is
 * trusted for is `unknown`, with `otherLibrary`; a key that is not on it, of a library that is trusted by another key, with `otherKey`.
 * What is not signed and names a library of the list has `notSigned`: its signature may have been taken out.
 */
export const KeyStanding = z.object({
  standing: z.enum(['own', 'trusted', 'unknown', 'revoked', 'unsigned']),
  /** Eight groups of five digits, to be compared on the phone; empty for what is not signed. */
  fingerprint: z.string(),
  trusted: TrustedKey.nullable(),
  warning: z.enum(['otherLibrary', 'otherKey', 'notSigned']).nullable(),
})
export type KeyStanding = z.infer<typeof KeyStanding>

/** What is said of an opened package beside its contents. */
export const OpenedSafety = z.object({
  signature: KeyStanding,
  /** What it was encrypted to, null where it was not. */
  encrypted: z.enum(['passphrase', 'recipients']).nullable(),
  /** It says that it was made more than a day from now: a clock is wrong, there or here. */
  clockAhead: z.boolean(),
})
export type OpenedSafety = z.infer<typeof OpenedSafety>

/** The keys of the library that is open, and whom it trusts. */
import { z } from 'zod'
import { Timestamp, Uuid } from '../model/ids'
import { TrustedKey } from '../model/keys'
import { NamedLibrary, PublicKeys } from '../model/package'
import { procedure } from './base'
import { KeyStanding, Passphrase } from './packageSafety'
import { MadeFile } from './packages'

/** Eight groups of five digits: what two people compare on the phone. */
const fingerprint = z.string()

export const OwnKeys = z.object({
  library: NamedLibrary, keys: PublicKeys, fingerprint, createdAt: Timestamp,
  /** Keys that were replaced, the latest first. */
  earlier: z.array(z.object({ fingerprint, createdAt: Timestamp, retiredAt: Timestamp })),
})
export type OwnKeys = z.infer<typeof OwnKeys>

export const ReadCard = z.object({ library: NamedLibrary, keys: PublicKeys, at: Timestamp, known: KeyStanding })
export type ReadCard = z.infer<typeof ReadCard>

const file = z.string().min(1)
const byId = z.object({ id: Uuid })

export const keys = {
  /** Null where the library has none on this machine. Throws `store_corrupt` for a file of keys that can't be read: it is left as it is. */
  own: procedure.output(OwnKeys.nullable()),
  /** Makes keys, unless there are some. */
  create: procedure.output(OwnKeys),
  /** A copy of all keys, encrypted with the passphrase, written to `to` or kept to be downloaded. */
  export: procedure.input(z.object({ passphrase: Passphrase, to: file.nullable() })).output(MadeFile),
  /** The keys of such a copy; what was here is kept among the earlier ones. Throws `not_keys`, `keys_locked`. */
  recover: procedure.input(z.object({ path: file, passphrase: z.string() })).output(OwnKeys),
  /** New keys in the place of those that are lost or known to others. */
  replace: procedure.output(OwnKeys),
  /** The public keys as a file for others, written to `to` or kept to be downloaded. */
  card: procedure.input(z.object({ to: file.nullable() })).output(MadeFile),
  /** Throws `not_keys`. */
  readCard: procedure.input(z.object({ path: file })).output(ReadCard),
  /** By unit. */
  trusted: procedure.output(z.array(TrustedKey)),
  /** What is known of the keys of a library that a package named. */
  standing: procedure.input(z.object({ libraryId: Uuid, signing: PublicKeys.shape.signing })).output(KeyStanding),
  /** Once the fingerprint was compared. One that was revoked is trusted again. */
  trust: procedure
    .input(z.object({ unit: z.string().trim().min(1).max(200), library: NamedLibrary.pick({ id: true, name: true }), keys: PublicKeys, note: z.string().trim().max(500).default('') }))
    .output(TrustedKey),
  /** From here on nothing that it signed is taken, also what it signed before. */
  revoke: procedure.input(byId.extend({ reason: z.string().trim().min(1).max(500) })).output(TrustedKey),
  /** Takes it off the list, as if it had never been known. */
  forget: procedure.input(byId).output(z.null()),
}

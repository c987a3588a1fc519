/** How packages are signed and encrypted on their way out, and who may be believed on their way in. */
import { AppError } from '#shared/contract/errors'
import type { KeyStanding, OpenedSafety, PackageSafety } from '#shared/contract/packageSafety'
import type { ExchangeFile } from '#shared/model/exchange'
import type { PublicKeys } from '#shared/model/package'
import { encrypted, type EncryptTo } from '../../packages/encryption'
import type { WriteControl } from '../../packages/writePackage'
import type { PackageKeys } from '../keys'
import type { Session } from '../session'

/** What the ledger says of it. */
export type SafetyEntry = Required<Pick<ExchangeFile, 'encrypted' | 'signature'>>

/** `keys` stand in the manifest, `hooks` are for writing. */
export interface Outgoing { keys: PublicKeys | null; hooks: Pick<WriteControl, 'sign' | 'encrypt'>; entry: SafetyEntry }

const encryptTo = async (session: Session, keys: PackageKeys, encrypt: NonNullable<PackageSafety['encrypt']>): Promise<EncryptTo> => {
  if ('passphrase' in encrypt) return { passphrase: encrypt.passphrase }
  const recipients = keys.recipientsOf(session, encrypt.to)
  // Its maker can open it too.
  return { recipients: [...recipients, (await keys.signerOf(session)).keys.encryption] }
}

/** Throws `not_found` for a recipient who is not trusted, and what reading the keys throws. */
export const outgoing = async (session: Session, keys: PackageKeys, { sign, encrypt }: PackageSafety): Promise<Outgoing> => {
  const signer = sign ? await keys.signerOf(session) : undefined
  const to = encrypt && await encryptTo(session, keys, encrypt)
  const known = signer && await keys.standingOf(session, session.folder.library.current().id, signer.keys.signing)
  return {
    keys: signer?.keys ?? null,
    hooks: { ...signer && { sign: signer.sign }, ...to && { encrypt: (chunks: AsyncIterable<Uint8Array>) => encrypted(chunks, to) } },
    entry: { encrypted: to && ('passphrase' in to ? 'passphrase' : 'recipients'), signature: known ? signatureOf(known) : null },
  }
}

export const signatureOf = ({ standing, fingerprint }: KeyStanding): SafetyEntry['signature'] => (standing === 'unsigned' ? null : { fingerprint, standing })

/** Throws `package_untrusted` for what may not be taken: a revoked key never, what nobody vouches for only where that is accepted. */
export const expectTrust = (path: string, { standing, fingerprint }: KeyStanding, accept: boolean): void => {
  if (standing === 'own' || standing === 'trusted') return
  if (standing === 'revoked' || !accept) throw new AppError('package_untrusted', { path, standing, fingerprint })
}

const dayMs = 24 * 60 * 60 * 1000

export const isClockAhead = (madeAt: string, now: number): OpenedSafety['clockAhead'] => Date.parse(madeAt) > now + dayMs

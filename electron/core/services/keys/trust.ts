/** Whom a library trusts: a list in its `library.json`, and what it says of a key. */
import type { KeyStanding } from '#shared/contract/packageSafety'
import { TrustedKey } from '#shared/model/keys'
import type { LibraryFile } from '#shared/model/library'
import { fingerprintOf, thumbprintOf } from '../../packages/signature'

type Kept = NonNullable<LibraryFile['trusted']>

/** What a newer version wrote, and this one can't read, is left alone. By unit, in Chinese by pinyin. */
export const trustedOf = ({ trusted = [] }: LibraryFile): TrustedKey[] => trusted.flatMap((each) => TrustedKey.safeParse(each).data ?? [])
  .sort((a, b) => a.unit.localeCompare(b.unit, 'zh-CN') || (a.addedAt < b.addedAt ? -1 : 1))

/** The list with this key, in the place of the one that has its id. */
export const withTrusted = (kept: Kept, key: TrustedKey): Kept =>
  (kept.some(({ id }) => id === key.id) ? kept.map((each) => (each.id === key.id ? { ...each, ...key } : each)) : [...kept, key])

export const fingerprintOfKey = async (signing: string): Promise<string> => fingerprintOf(await thumbprintOf(signing))

/** What is known of the key that signed for a library; `own` are the keys of this one. */
export const standingOf = async (library: LibraryFile, own: string | undefined, libraryId: string, signing: string): Promise<KeyStanding> => {
  const fingerprint = await fingerprintOfKey(signing)
  const trusted = trustedOf(library)
  const same = trusted.filter(({ keys }) => keys.signing === signing)
  const revoked = same.find(({ revokedAt }) => revokedAt !== null)
  if (revoked) return { standing: 'revoked', fingerprint, trusted: revoked, warning: null }
  if (signing === own && libraryId === library.id) return { standing: 'own', fingerprint, trusted: null, warning: null }
  const fit = same.find((each) => each.library.id === libraryId)
  if (fit) return { standing: 'trusted', fingerprint, trusted: fit, warning: null }
  const [other] = same
  if (other || signing === own) return { standing: 'unknown', fingerprint, trusted: other ?? null, warning: 'otherLibrary' }
  const known = trusted.find((each) => each.library.id === libraryId && each.revokedAt === null)
  return { standing: 'unknown', fingerprint, trusted: known ?? null, warning: known ? 'otherKey' : null }
}

export const unsignedStanding: KeyStanding = { standing: 'unsigned', fingerprint: '', trusted: null, warning: null }

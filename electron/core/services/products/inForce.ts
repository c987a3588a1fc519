/** Which of several editions under one number is in force. What they say of themselves decides nothing: anybody can write a date. */
import type { EditionSignature } from '#shared/contract/products'
import type { Session } from '../session'
import { signatureOf, type EditionKeys } from './editionSignature'
import type { KnownEdition } from './knownEditions'

/** What was released here comes first, then what a trusted key vouches for, last what is known to be none of its signer's. */
const ranks: Readonly<Record<EditionSignature, number>> = { own: 0, trusted: 1, unknown: 2, none: 2, revoked: 3, wrong: 3 }

/** Those under a number, the one in force first; equals by their seals. */
export const byForce = async (session: Session, keys: EditionKeys, editions: readonly KnownEdition[], number: number): Promise<KnownEdition[]> => {
  const twins = editions.filter((each) => each.number === number)
  if (twins.length < 2) return twins
  const ranked = await Promise.all(twins.map(async (edition) => ({ edition, rank: ranks[await signatureOf(session, keys, edition)] })))
  return ranked.sort((a, b) => a.rank - b.rank || (a.edition.seal < b.edition.seal ? -1 : 1)).map(({ edition }) => edition)
}

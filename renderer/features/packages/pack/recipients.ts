/** Whom a package can be for: units that were named before or are trusted, libraries that packages came from, and the units of this library. */
import type { ExchangeFile } from '#shared/model/exchange'
import type { TrustedKey } from '#shared/model/keys'
import { isSameRecipient } from '#shared/model/package'

export interface Recipient { unit: string; library: { id: string; name: string } | null }

/** As the field holds it; `libraryId` where it is known. */
interface Named { unit: string; libraryId: string | null }

interface Known { exchanges: readonly ExchangeFile[]; trusted: readonly TrustedKey[]; units: readonly string[]; own: string | undefined }

/** Each once: those with a library that is known first, and no unit again without one. A key that was revoked makes nobody known. */
export const knownRecipients = ({ exchanges, trusted, units, own }: Known): Recipient[] => {
  const libraries: Recipient[] = [
    ...trusted.filter(({ revokedAt }) => revokedAt === null).map(({ unit, library }) => ({ unit, library })),
    ...exchanges.flatMap(({ direction, library }) => (direction === 'received' && library ? [{ unit: library.unit || library.name, library }] : [])),
  ].filter(({ library }) => library.id !== own)
  const byLibrary = new Map<string, Recipient>()
  for (const each of libraries) if (each.library && !byLibrary.has(each.library.id)) byLibrary.set(each.library.id, each)
  const named = new Set([...byLibrary.values()].map(({ unit }) => unit))
  const others = [...new Set([...exchanges.flatMap(({ recipient }) => recipient?.unit ?? []), ...units])].filter((unit) => unit !== '' && !named.has(unit))
  return [...byLibrary.values(), ...others.map((unit) => ({ unit, library: null }))]
}

/** What stands in the field for a recipient: the unit, and the library's name where another one is of the same unit. */
export const recipientText = ({ unit, library }: Recipient, known: readonly Recipient[]): string =>
  (library && known.filter((each) => each.unit === unit).length > 1 ? `${unit}　${library.name}` : unit)

/** Whom the text of the field names: one of those known, or a unit of that name. */
export const recipientOf = (text: string, known: readonly Recipient[]): Recipient =>
  known.find((each) => recipientText(each, known) === text.trim()) ?? { unit: text, library: null }

/** What the field holds once the text stands in it: as it is typed, since more may come, but for a text that names the library besides the unit. */
export const namedBy = (text: string, known: readonly Recipient[]): Named => {
  const { unit, library } = recipientOf(text, known)
  return { unit: unit === text.trim() ? text : unit, libraryId: library?.id ?? null }
}

/** The packages that went to whom the field names, latest first; none while it names nobody. */
export const sentTo = (exchanges: readonly ExchangeFile[], { unit, libraryId }: Named): ExchangeFile[] =>
  exchanges.filter(({ direction, form, packageId, recipient }) =>
    direction === 'sent' && form === 'package' && packageId !== null && isSameRecipient(recipient, unit.trim() === '' ? null : { unit: unit.trim(), libraryId }))

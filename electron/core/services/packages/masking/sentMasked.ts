/** What left masked before, by the ledger: which twin was made of what, what its recipient got before it, and what its masks stand for. */
import type { ExchangedRecord, ExchangeFile, MaskedFile, MaskedText } from '#shared/model/exchange'
import { isSameRecipient, type PackageRecipient } from '#shared/model/package'
import type { Session } from '../../session'

/** A revision that left in the place of `maskedFrom`. */
export interface SentTwin { recordId: string; revisionId: string; maskedFrom: string; masks: readonly MaskedText[]; files: readonly MaskedFile[]; recipient: PackageRecipient | null }

/** `revisions` by id, `editions` the seals of those that left masked. */
export interface SentTwins { revisions: ReadonlyMap<string, SentTwin>; editions: ReadonlySet<string> }

/** What one recipient got: the last twin of each record, all twins of it, the masks that stood for texts, and the revisions that left as they were. */
export interface SentBefore { heads: ReadonlyMap<string, string>; twins: ReadonlyMap<string, readonly string[]>; masks: ReadonlyMap<string, string>; plain: ReadonlySet<string> }

/** Latest first. */
const sentEntries = async ({ folder, noteDamage }: Session): Promise<ExchangeFile[]> =>
  (await folder.exchanges.list((path, { code, data }) => { noteDamage({ path, failure: { code, data } }) })).filter(({ direction, form }) => direction === 'sent' && form === 'package')

const twinsOf = ({ id: recordId, revisionId, maskedFrom, masks = [], files = [], twins = [] }: ExchangedRecord, { recipient = null }: ExchangeFile): SentTwin[] =>
  [...maskedFrom === undefined ? [] : [{ revisionId, maskedFrom }], ...twins].map((each) => ({ recordId, revisionId: each.revisionId, maskedFrom: each.maskedFrom, masks, files, recipient }))

const sentTwins = async (session: Session): Promise<SentTwins> => {
  const revisions = new Map<string, SentTwin>()
  const editions = new Set<string>()
  for (const entry of await sentEntries(session)) {
    for (const record of entry.records) {
      // Of a twin that left again, what it was made of last.
      for (const twin of twinsOf(record, entry)) if (!revisions.has(twin.revisionId)) revisions.set(twin.revisionId, twin)
      for (const { seal } of record.editions ?? []) editions.add(seal)
    }
  }
  return { revisions, editions }
}

/** Reads the ledger when it is asked first, and once: most packages bring nothing that left masked. */
export const lazySentTwins = (session: Session): (() => Promise<SentTwins>) => {
  let twins: Promise<SentTwins> | undefined
  return async () => twins ??= sentTwins(session)
}

/** The units that a twin went to, each once. */
export const recipientsOf = async (session: Session, id: string): Promise<ReadonlyMap<string, readonly string[]>> => {
  const units = new Map<string, Set<string>>()
  for (const entry of await sentEntries(session)) {
    for (const record of entry.records) {
      if (record.id !== id) continue
      for (const { revisionId, recipient } of twinsOf(record, entry)) units.set(revisionId, (units.get(revisionId) ?? new Set()).add(recipient?.unit ?? ''))
    }
  }
  return new Map([...units].map(([revisionId, all]) => [revisionId, [...all].filter((unit) => unit !== '')]))
}

/** Whoever is not named is one: what goes on from masks that somebody else got tells nothing that they do not say. */
const isTheirs = (recipient: PackageRecipient | null, entry: ExchangeFile): boolean =>
  isSameRecipient(entry.recipient, recipient) || (!entry.recipient && !recipient)

/** `since` is a package that the recipient has, whoever it says that it is for. */
export const sentBefore = async (session: Session, recipient: PackageRecipient | null, since: string | null): Promise<SentBefore> => {
  const heads = new Map<string, string>()
  const twins = new Map<string, string[]>()
  const masks = new Map<string, string>()
  const plain = new Set<string>()
  for (const entry of await sentEntries(session)) {
    if (!isTheirs(recipient, entry) && (since === null || entry.packageId !== since)) continue
    for (const record of entry.records) {
      for (const { recordId, revisionId } of twinsOf(record, entry)) twins.set(recordId, [...twins.get(recordId) ?? [], revisionId])
      if (record.maskedFrom === undefined) plain.add(record.revisionId)
      if (record.maskedFrom !== undefined && !heads.has(record.id)) heads.set(record.id, record.revisionId)
      for (const { text, by, action } of record.masks ?? []) if (action === 'mask' && !masks.has(text)) masks.set(text, by)
    }
  }
  return { heads, twins, masks, plain }
}

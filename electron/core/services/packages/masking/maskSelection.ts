/** A package's selection as it leaves masked: twins in the place of what masking changes, and what the ledger keeps of that here. */
import type { Masking } from '#shared/contract/masking'
import type { PackageTerms } from '#shared/contract/packages'
import { pinKey } from '#shared/model/gates'
import type { ExchangedRecord } from '#shared/model/exchange'
import type { Hit } from '#shared/model/masking/sensitive'
import type { PackageRecipient } from '#shared/model/package'
import { attachmentPathOf } from '../../../packages/format'
import { rowOf } from '../../../store/catalog/entry'
import { removeDurably } from '../../../store/durableFile'
import { stageWrites, type FileWrite } from '../../../store/fileWrite'
import type { Authorship } from '../../../store/revisions'
import type { JobControl } from '../../jobs'
import { readPinned } from '../../products'
import type { Session } from '../../session'
import { allNeedsOf, headOf, withoutUnchanged, type SelectedRecord, type Selection } from '../selection'
import { findSent } from '../sent'
import { decideBy, hitKey } from './decisions'
import { finderFor } from './finder'
import { lookThrough, type Finder, type LookedThrough } from './lookThrough'
import { createMasker, type Masker } from './masker'
import { maskEditions, type MaskedEditions } from './maskedEditions'
import { ledgerEntries } from './ledgerEntries'
import { sentBefore, type SentBefore } from './sentMasked'
import { sentRevisions, type SentRevision } from './sentRevisions'
import { createStandingForms } from './standingForms'
import { noteHolders, standInsOf, type Holders } from './sentFiles'
import type { StandIns } from './standIns'
import { makeTwins, type TwinMaking, type Twins } from './twins'

/** `entries` are what the ledger keeps of masked records. `forget` takes back what was written for it, where no package comes of it. */
export interface MaskedSelection {
  selection: Selection
  /** What its maker says of it, masked. */
  said: SaidOf
  editions: MaskedEditions
  entries: ReadonlyMap<string, Partial<ExchangedRecord>>
  forget: () => Promise<void>
}

/** The unit that a package is for stays: it says where it goes. */
type SaidOf = Pick<PackageTerms, 'title' | 'purpose' | 'licence'>

export interface MaskWish { masking: Masking; said: SaidOf; recipient: PackageRecipient | null; since: string | null; authorship: Authorship }

const maskedAttachments = (attachments: Selection['attachments'], standIns: StandIns, holders: Holders, masker: Masker): Selection['attachments'] => {
  const masked = [...attachments.values()].flatMap((attachment) => {
    const standIn = standIns.get(attachment.sha256)
    const [recordId = ''] = holders.get(attachment.sha256) ?? []
    if (standIn === null) return []
    const { sha256, size } = standIn ?? attachment
    // Where it is named by its hash, it is by that of what leaves.
    const name = attachment.name === attachment.sha256 ? sha256 : masker.text(attachment.name, recordId)
    return [{ ...attachment, sha256, size, name, path: attachmentPathOf(sha256, name) }]
  })
  return new Map(masked.map((attachment) => [attachment.sha256, attachment]))
}

const maskedRecord = async (session: Session, id: string, selected: SelectedRecord, twins: Twins, masker: Masker): Promise<SelectedRecord> => {
  const revisions = new Set([...selected.revisions].map((revisionId) => twins.get(pinKey({ recordId: id, revisionId }))?.revision.id ?? revisionId))
  const twin = twins.get(pinKey({ recordId: id, revisionId: selected.head.revisionId }))
  const file = twin && await readPinned(session, { recordId: id, revisionId: twin.revision.id })
  const via = selected.via.map(({ library, by, ...hop }) =>
    ({ ...hop, library: { ...library, name: masker.text(library.name, id), unit: masker.text(library.unit, id) }, by: masker.person(by, id) }))
  if (!file) return { ...selected, revisions, via }
  return { ...selected, revisions, via, row: rowOf(file), head: headOf(file), revision: file.revision, needs: allNeedsOf(file.content) }
}

/** Files that are missing are not named in what leaves. */
const maskedMissing = ({ missing }: Selection, masker: Masker): Selection['missing'] =>
  missing.flatMap((part) => (part.kind === 'attachment' ? [] : [{ ...part, name: masker.text(part.name, part.recordId) }]))

interface Prepared { find: Finder; masker: Masker; standIns: StandIns; holders: Holders; looked: LookedThrough[] }

/** All texts are looked through before the first is masked: what stands in one of them is no mask. */
const prepare = async (session: Session, whole: Selection, { masking, authorship: { by } }: MaskWish, before: SentBefore, revisions: readonly SentRevision[], signal: AbortSignal, step: (current: string) => void): Promise<Prepared> => {
  const [find, decide] = [finderFor(session, whole), decideBy(masking)]
  const standing = createStandingForms()
  const holders: Holders = new Map()
  const first = new Map<string, Pick<Hit, 'kind' | 'text'>>()
  const looked = await lookThrough({
    session, find, by, signal, onText: standing.note,
    onHit: ({ kind, text }) => { if (!first.has(hitKey(kind, text))) first.set(hitKey(kind, text), { kind, text }) },
    onRevision: (revision, { title }) => {
      noteHolders(holders, revision)
      step(title)
    },
  }, revisions)
  const masker = createMasker({ find, decide, by, known: before.masks, stands: standing.has }, first.values())
  return { find, masker, holders, looked, standIns: await standInsOf({ session, find, decide, masking, holders, step }, whole) }
}

/** Puts the twins into history, all of them or none, and answers where they lie too. */
const putTwins = async ({ folder: { journal } }: Session, making: Omit<TwinMaking, 'write'>, looked: readonly LookedThrough[], signal: AbortSignal, step: (current: string) => void): Promise<{ twins: Twins; written: ReadonlySet<string> }> => {
  const written = new Set<string>()
  let twins: Twins = new Map()
  await journal.commit(async (stage) => {
    const write = async (twin: FileWrite): Promise<void> => {
      // Two revisions that differ in nothing but what is masked have one twin.
      if (!written.has(twin.path)) await stageWrites(stage, [twin])
      written.add(twin.path)
    }
    twins = await makeTwins({ ...making, write }, looked, signal, () => { step('') })
  })
  return { twins, written }
}

/** What leaves of a whole package once the twins are there, but for what its recipient has as it would leave. */
const leaving = async (session: Session, whole: Selection, { masker, standIns, holders }: Prepared, twins: Twins, editions: MaskedEditions, since: string | null): Promise<Selection> => {
  const records = new Map<string, SelectedRecord>()
  for (const [id, record] of whole.records) records.set(id, await maskedRecord(session, id, record, twins, masker))
  const selection: Selection = {
    ...whole, records, editions: whole.editions.map((edition) => ({ ...edition, seal: editions.get(edition.seal)?.seal ?? edition.seal })),
    attachments: maskedAttachments(whole.attachments, standIns, holders, masker), missing: maskedMissing(whole, masker),
  }
  if (since !== null) withoutUnchanged(selection, await findSent(session, since))
  return selection
}

/**
 * Makes the twins and what leaves of the rest. The selection is that of a whole package: what its recipient has is told by how it would leave.
 * Throws what reading and writing throw, and the reason of the signal; then nothing was written but pictures.
 */
export const maskSelection = async (session: Session, whole: Selection, wish: MaskWish, { signal, progress }: JobControl): Promise<MaskedSelection> => {
  const { said, recipient, since, authorship } = wish
  const before = await sentBefore(session, recipient, since)
  const revisions = await sentRevisions(session, whole)
  let done = 0
  const step = (current: string): void => {
    signal.throwIfAborted()
    progress({ done: (done += 1), current })
  }
  progress({ total: revisions.length * 2 + whole.attachments.size })
  const goesBack = (recordId: string): boolean => {
    const from = whole.records.get(recordId)?.via.at(-1)?.library.id
    return from !== undefined && from === recipient?.libraryId
  }
  const prepared = await prepare(session, whole, wish, before, revisions, signal, step)
  const { find, masker, standIns, looked } = prepared
  const { twins, written } = await putTwins(session, { session, find, masker, standIns, before, authorship, goesBack }, looked, signal, step)
  const forget = async (): Promise<void> => removeDurably([...written])
  try {
    const editions = await maskEditions(session, whole.editions, twins, masker)
    const selection = await leaving(session, whole, prepared, twins, editions, since)
    return {
      selection, said: { title: masker.text(said.title, ''), purpose: masker.text(said.purpose, ''), licence: masker.text(said.licence, '') }, editions: new Map([...editions.values()].map((edition) => [edition.seal, edition])),
      entries: ledgerEntries(whole, twins, editions, masker, standIns, looked), forget,
    }
  } catch (error) {
    await forget()
    throw error
  }
}

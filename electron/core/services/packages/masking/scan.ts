/** Looks through all that a package would hold and tells what was found where, before anything is decided. */
import { mostMaskPlaces, type MaskFile, type MaskHit, type MaskPlace, type MaskScan } from '#shared/contract/masking'
import { maskingMemory } from '#shared/model/masking/memory'
import type { Hit, MaskAction } from '#shared/model/masking/sensitive'
import type { PackagedAttachment } from '#shared/model/package'
import type { Person } from '#shared/model/record'
import type { JobControl } from '../../jobs'
import type { Session } from '../../session'
import type { Selection } from '../selection'
import { hitKey } from './decisions'
import { lookIntoFile, type FileLook } from './fileLooks'
import { finderFor } from './finder'
import { createGivenForms } from './givenForms'
import { lookThrough, type TextAt } from './lookThrough'
import { noteHolders, type Holders } from './sentFiles'
import type { SentBefore } from './sentMasked'
import { sentRevisions } from './sentRevisions'
import { createStandingForms } from './standingForms'

/** Characters of what stands around a hit, on each side; what is cut off is told. */
const around = 24

const placeOf = ({ start, end }: Hit, text: string, at: TextAt): MaskPlace =>
  ({ ...at, before: `${start > around ? '…' : ''}${text.slice(Math.max(0, start - around), start)}`, after: `${text.slice(end, end + around)}${end + around < text.length ? '…' : ''}` })

interface Found { hit: Hit; count: number; records: Set<string>; places: MaskPlace[] }

const collecting = () => {
  const found = new Map<string, Found>()
  return {
    found,
    note: (hit: Hit, text: string, at: TextAt): void => {
      const key = hitKey(hit.kind, hit.text)
      const known = found.get(key) ?? { hit, count: 0, records: new Set<string>(), places: [] }
      found.set(key, known)
      known.count += 1
      known.records.add(at.recordId)
      if (known.places.length < mostMaskPlaces) known.places.push(placeOf(hit, text, at))
    },
  }
}

/** Those that most places have come first; forms are given as a package gives them: in the order in which texts were found, those that are kept or replaced last. */
const hitsOf = (session: Session, found: Iterable<Found>, formOf: ReturnType<typeof createGivenForms>): MaskHit[] => {
  const { decisions } = maskingMemory(session.folder.library.current())
  const remembered = new Map(decisions.map(({ kind, text, decision }): [string, MaskAction] => [hitKey(kind, text), decision]))
  const all = [...found]
  for (const { hit: { kind, text } } of all) if ((remembered.get(hitKey(kind, text))?.action ?? 'mask') === 'mask') formOf(kind, text)
  const hits = all.map(({ hit: { kind, text }, count, records, places }): MaskHit => {
    const decision = remembered.get(hitKey(kind, text))
    return { kind, text, masked: formOf(kind, text), decision: decision ?? { action: 'mask' }, remembered: decision !== undefined, count, records: records.size, places }
  })
  return hits.sort((a, b) => b.count - a.count)
}

const fileOf = ({ sha256, name, size }: PackagedAttachment, { recordIds, title }: Pick<MaskFile, 'recordIds' | 'title'>, why: MaskFile['why'], { hits }: FileLook): MaskFile => ({
  sha256, name, recordIds, title, size, why, hits: [...new Map(hits.map(({ hit: { kind, text } }) => [hitKey(kind, text), { kind, text }])).values()],
})

/** `masks` are the forms that the recipient knows. Throws what reading throws, and the reason of the signal. */
export const scanSelection = async (session: Session, selection: Selection, by: Person, { masks }: Pick<SentBefore, 'masks'>, { signal, progress }: JobControl): Promise<MaskScan> => {
  const find = finderFor(session, selection)
  const revisions = await sentRevisions(session, selection)
  const standing = createStandingForms()
  const { found, note } = collecting()
  const holders: Holders = new Map()
  const titles = new Map<string, string>()
  let done = 0
  const step = (current: string): void => {
    signal.throwIfAborted()
    progress({ done: (done += 1), current })
  }
  progress({ total: revisions.length + selection.attachments.size })
  await lookThrough({
    session, find, by, signal, onText: standing.note, onHit: note,
    onRevision: (revision, { title }) => {
      noteHolders(holders, revision)
      if (!titles.has(revision.recordId)) titles.set(revision.recordId, title)
      step(title)
    },
  }, revisions)
  const files: MaskFile[] = []
  let cleaned = 0
  for (const attachment of selection.attachments.values()) {
    const look = await lookIntoFile(session, attachment, find)
    const { sha256, name } = attachment
    const recordIds = holders.get(sha256) ?? []
    const [recordId] = recordIds
    if (recordId !== undefined) {
      const title = titles.get(recordId) ?? ''
      for (const { hit, text } of look.hits) note(hit, text, { recordId, title, part: 'attachments', section: null, file: { sha256, name } })
      if (look.why !== null) files.push(fileOf(attachment, { recordIds, title }, look.why, look))
    }
    if (look.cleaned) cleaned += 1
    step(name)
  }
  return { hits: hitsOf(session, found.values(), createGivenForms(masks, standing.has)), files, cleaned, records: selection.records.size }
}

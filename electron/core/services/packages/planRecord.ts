/** What becomes of one record of a package, and what is to be written for it: by what was decided, else by how it stands. */
import { AppError } from '#shared/contract/errors'
import type { MergeDecision } from '#shared/contract/packageMerge'
import type { ExchangeOutcome } from '#shared/model/exchange'
import { newId } from '#shared/model/ids'
import type { OperationRecord } from '#shared/model/operation'
import type { PackagedRecord } from '#shared/model/package'
import { titleLimit, type EditableContent, type Person, type Received, type RecordContent, type RecordFile, type RevisionFile } from '#shared/model/record'
import { stagesOf } from '#shared/model/recordTypes'
import { threeWayContent } from '#shared/model/threeWay/contents'
import type { MergePick } from '#shared/model/threeWay/parts'
import type { FileWrite } from '../../store/fileWrite'
import { toRevisionFile } from '../../store/recordReader'
import { firstRevision, settleContent } from '../../store/revisions'
import { arrivalOf } from '../operations'
import { editContent } from '../records'
import { hasGivenOf, withGivenOf } from './givenStays'
import { withEarlierLineage } from './provenance'
import type { Returned } from './returned'
import { ledContent, sidesOf, standingOf, type Comparing, type Standing } from './standing'

/** `device` and `now` are those of whoever takes it. */
export interface Taking extends Comparing {
  decisions: Readonly<Record<string, MergeDecision>>
  seen: Readonly<Record<string, string | null>>
  by: Person
  device: string
  now: number
  received: Received
}

export interface RecordPlan {
  outcome: ExchangeOutcome
  writes: FileWrite[]
  /** The record that was put in place, and what undoing it needs. */
  shown?: RecordFile
  entry?: OperationRecord
}

const left = (outcome: ExchangeOutcome): RecordPlan => ({ outcome, writes: [] })

const receivedAs = ({ received }: Taking, revisionId: string): Received => ({ ...received, revisionId })

/** Puts a record in place: nothing goes on from this revision, it is in a package. */
const placed = (taking: Taking, { local, ...record }: RecordFile, revisionId: string): RecordFile =>
  ({ ...record, local: { ...local, sealed: true, received: withEarlierLineage(receivedAs(taking, revisionId), local.received) } })

/** As it is there; where its words are led into others, as a revision that goes on from it. */
const arrives = async (taking: Taking, theirs: RevisionFile): Promise<RecordPlan> => {
  const { session: { folder: { records } }, by } = taking
  const { record } = records.arrival(theirs, receivedAs(taking, theirs.revision.id))
  const led = await records.planEdit(record, () => ledContent(taking, theirs), by)
  const shown = led ? placed(taking, led.record, led.record.revision.id) : record
  return isNew(taking, shown, led ? await records.keepRevision(theirs) : [])
}

/** What left masked from here and was deleted since: both what the twin was made of and what became of it are what it comes of. */
const arrivesBack = async (taking: Taking, { original, onto }: Returned, theirs: RevisionFile): Promise<RecordPlan> => {
  const { session: { folder: { records } }, by } = taking
  const { record: head } = records.arrival(original, receivedAs(taking, theirs.revision.id))
  const { record, writes } = await records.planMerge(head, theirs, onto, by)
  return isNew(taking, placed(taking, record, record.revision.id), writes)
}

const isNew = async ({ session: { folder: { records, journal, paths } } }: Taking, shown: RecordFile, writes: readonly FileWrite[]): Promise<RecordPlan> => {
  const isInTrash = await journal.find(paths.trashed(shown.id)) !== undefined
  return { outcome: 'added', shown, entry: { ...arrivalOf(shown), ...isInTrash && { inTrash: true } }, writes: [...writes, records.headWrite(shown)] }
}

const changeOf = (head: RecordFile, { id, revision, content: { number, title } }: RecordFile): OperationRecord =>
  ({ id, number, title, before: head.revision.id, after: revision.id, local: head.local })

/** The package's revision itself comes into place, the one here goes to history. */
const goesOn = async (taking: Taking, head: RecordFile, theirs: RevisionFile): Promise<RecordPlan> => {
  const { records } = taking.session.folder
  const shown = placed(taking, { ...theirs, local: head.local }, theirs.revision.id)
  return { outcome: 'updated', shown, entry: changeOf(head, shown), writes: [...await records.keepRevision(toRevisionFile(head)), records.headWrite(shown)] }
}

/** A revision that comes of both. What was changed here since the package's is told by `received`. */
const becomesOne = async (taking: Taking, head: RecordFile, theirs: RevisionFile, content: RecordContent, outcome: 'updated' | 'merged'): Promise<RecordPlan> => {
  const { records } = taking.session.folder
  const { record, writes } = await records.planMerge(head, theirs, content, taking.by)
  const shown = placed(taking, record, outcome === 'updated' ? record.revision.id : theirs.revision.id)
  return { outcome, shown, entry: changeOf(head, shown), writes: [...writes, records.headWrite(shown)] }
}

/** A record of its own beside the one here: neither a product's editions nor where it is in its life are its own. */
const isCopied = async (taking: Taking, { returned }: Standing, theirs: RevisionFile): Promise<RecordPlan> => {
  const { session: { folder, numbering }, by, device, now } = taking
  const { id: related, content: { stageHistory: _steps, ...content } } = { ...theirs, content: returned?.theirs ?? ledContent(taking, theirs) }
  const { edition: _edition, ...others } = content.fields
  const fields = content.type === 'product' ? others : content.fields
  const id = newId()
  const copied = settleContent({
    ...content, number: await numbering.next(content.type, now), stage: stagesOf(content.type)[0] ?? content.stage, fields,
    links: [...content.links, { to: related, relation: 'related' }],
  })
  const revision = firstRevision(id, copied, { by, device, now })
  const { lineage: _ancestors, ...received } = receivedAs(taking, revision.id)
  const { record, write } = folder.records.arrival({ ...theirs, id, content: copied, revision }, received)
  return { outcome: 'copied', shown: record, entry: arrivalOf(record), writes: [write] }
}

/** What was made of both by hand, on top of what they make by themselves. Throws `invalid` for a title that can't be kept. */
const byHand = (merged: RecordContent, content: EditableContent): RecordContent => {
  const { fields, custom, ...rest } = content
  const made = editContent(merged, {
    ...rest, ...fields && { fields: { ...merged.fields, ...fields } }, ...custom && { custom: { ...merged.custom, ...custom } },
  })
  const isLong = made.title.length > titleLimit && made.title !== merged.title
  if (made.title.trim() === '' || isLong) throw new AppError('invalid', { issues: [{ path: 'title', message: isLong ? 'too long' : 'empty' }] })
  return made
}

const merging = async (taking: Taking, at: Standing & { head: RecordFile }, theirs: RevisionFile, decision: Exclude<MergeDecision, { choice: 'take' | 'keep' | 'copy' }>): Promise<RecordPlan> => {
  const { head, standing } = at
  if (standing === 'older' && decision.choice === 'merge') return left('older')
  const { base, mine, theirs: led } = sidesOf(taking, at, theirs)
  const picks = new Map<string, MergePick>(Object.entries(decision.picks))
  const merged = withGivenOf(head.content, threeWayContent(base, mine ?? head.content, led, picks))
  return becomesOne(taking, head, theirs, decision.choice === 'hand' ? byHand(merged, decision.content) : merged, 'merged')
}

const undecided = (standing: Standing['standing']): MergeDecision => {
  if (standing === 'new' || standing === 'newer') return { choice: 'take' }
  return standing === 'mergeable' ? { choice: 'merge', picks: {} } : { choice: 'keep' }
}

/** Whether the package's head can come into place as it is, and what is here is among what it came of. */
const canGoOn = (taking: Taking, { standing, head, base }: Standing, { lineage }: PackagedRecord, theirs: RevisionFile): boolean =>
  (standing === 'newer' || base?.revision.id === head?.revision.id) && lineage.some(({ id, contentHash }) => id === head?.revision.id || contentHash === head?.revision.contentHash)
    && ledContent(taking, theirs) === theirs.content && (!head || hasGivenOf(head.content, theirs.content))

const changed = async (taking: Taking, packaged: PackagedRecord, at: Standing & { head: RecordFile }, decision: MergeDecision, theirs: RevisionFile): Promise<RecordPlan> => {
  if (decision.choice === 'merge' || decision.choice === 'hand') {
    const isAllTheirs = at.standing === 'newer' && decision.choice === 'merge' && Object.keys(decision.picks).length === 0
    if (!isAllTheirs) return merging(taking, at, theirs, decision)
  }
  if (canGoOn(taking, at, packaged, theirs)) return goesOn(taking, at.head, theirs)
  return becomesOne(taking, at.head, theirs, withGivenOf(at.head.content, at.returned?.onto ?? ledContent(taking, theirs)), 'updated')
}

/** Throws what reading the package throws, and `invalid` for what was made by hand and can't be kept. */
export const planRecord = async (taking: Taking, packaged: PackagedRecord): Promise<RecordPlan> => {
  const at = await standingOf(taking, packaged)
  const { standing, isHere, head } = at
  const seen = Object.hasOwn(taking.seen, packaged.id) ? taking.seen[packaged.id] : undefined
  if (seen !== undefined && seen !== (head?.revision.id ?? null)) return left('kept')
  const decision = (Object.hasOwn(taking.decisions, packaged.id) ? taking.decisions[packaged.id] : undefined) ?? undecided(standing)
  if (standing === 'same') return left('same')
  if (decision.choice === 'keep') return left(standing === 'older' ? 'older' : 'kept')
  const theirs = await taking.readRevision(packaged.id, packaged.revisionId)
  if (!isHere) return at.returned ? arrivesBack(taking, at.returned, theirs) : arrives(taking, theirs)
  if (decision.choice === 'copy') return isCopied(taking, at, theirs)
  // What can't be read is not written over, and a record does not become another kind of record.
  if (head?.content.type !== packaged.type) return left('kept')
  return changed(taking, packaged, { ...at, head }, decision, theirs)
}

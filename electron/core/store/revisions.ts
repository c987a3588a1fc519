/** Revision identity (architecture.md, "Revisions"): what a content and a revision hash to, and when a save begins a new one. */
import { normaliseBody } from '#shared/model/body/normalise'
import { withUniqueIds } from '#shared/model/body/uniqueIds'
import { RecordContent, type Person, type RecordFile, type Revision } from '#shared/model/record'
import { hashJson, wellFormed } from './canonicalJson'

/** Saves by one person on one device with gaps under ten minutes are one sitting: they rewrite its open revision. */
export const sittingGapMs = 10 * 60_000

/** Content in the form in which it is hashed and written. */
export const settleContent = (content: RecordContent): RecordContent => {
  const parsed = RecordContent.parse(wellFormed(content))
  return { ...parsed, body: withUniqueIds(normaliseBody(parsed.body)) }
}

/** Whether a revision's hashes are those of its content and of itself. */
export const isTrueRevision = ({ id, revision, content }: Pick<RecordFile, 'id' | 'revision' | 'content'>): boolean =>
  hashJson(content) === revision.contentHash && revisionIdOf(id, revision) === revision.id

export interface Authorship { by: Person; device: string; now: number }

/** The id that a revision must have: the hash of the record's id and all of its keys but the id. */
export const revisionIdOf = (recordId: string, { id: _id, ...rest }: Revision): string => hashJson({ recordId, ...rest })

/** What a revision says of where its content came from. */
export type Further = Pick<Revision, 'restoredFrom' | 'mergedFrom' | 'masked'>

const makeRevision = (recordId: string, parents: string[], contentHash: string, { by, device, now }: Authorship, further: Further = {}): Revision => {
  const revision = { id: '', parents, by, at: new Date(now).toISOString(), device, contentHash, ...further }
  return { ...revision, id: revisionIdOf(recordId, revision) }
}

const samePerson = (a: Person, b: Person): boolean => a.name === b.name && a.unit === b.unit

const isSameSitting = ({ revision, local }: RecordFile, { by, device, now }: Authorship): boolean =>
  !local.sealed && revision.device === device && samePerson(revision.by, by) && Math.abs(now - Date.parse(revision.at)) < sittingGapMs

export const firstRevision = (recordId: string, content: RecordContent, authorship: Authorship): Revision =>
  makeRevision(recordId, [], hashJson(content), authorship)

/** What leaves in the place of a revision: `parents` are the twins of the same record that left for there before. */
export const maskedRevision = (recordId: string, parents: string[], content: RecordContent, authorship: Authorship): Revision =>
  makeRevision(recordId, parents, hashJson(content), authorship, { masked: true })

/** What a save makes of a record: nothing if nothing changed, else the sitting's revision rewritten, or a child of it. */
export const nextRevision = (head: RecordFile, content: RecordContent, authorship: Authorship, further?: Further): { record: RecordFile; keepsHead: boolean } | undefined => {
  const contentHash = hashJson(content)
  if (contentHash === head.revision.contentHash) return undefined
  const rewrites = isSameSitting(head, authorship)
  const revision = makeRevision(head.id, rewrites ? head.revision.parents : [head.revision.id], contentHash, authorship, further)
  return { record: { ...head, revision, content, local: { ...head.local, sealed: false } }, keepsHead: !rewrites }
}

/** What an earlier content makes of a record when it is brought back: what is the record's now and not the revision's stays. */
export const restoredContent = (now: RecordContent, earlier: RecordContent): RecordContent => {
  const { edition: _edition, ...fields } = earlier.fields
  return {
    ...earlier, type: now.type, number: now.number, stage: now.stage, stageHistory: now.stageHistory, origin: now.origin,
    fields: now.fields.edition === undefined ? fields : { ...fields, edition: now.fields.edition },
  }
}

/**
 * A restore begins a revision of its own even within a sitting, and seals it: what is written next can be told from what was brought
 * back. Nothing if the content is in place already.
 */
export const restoringRevision = (head: RecordFile, content: RecordContent, restoredFrom: string, authorship: Authorship): RecordFile | undefined => {
  const contentHash = hashJson(content)
  if (contentHash === head.revision.contentHash) return undefined
  const revision = makeRevision(head.id, [head.revision.id], contentHash, authorship, { restoredFrom })
  return { ...head, revision, content, local: { ...head.local, sealed: true } }
}

/** What a head and a revision that came from elsewhere become: a child of both, also where it says what one of them says. It is sealed. */
export const mergingRevision = (head: RecordFile, other: string, content: RecordContent, authorship: Authorship): RecordFile => {
  const revision = makeRevision(head.id, [head.revision.id, other], hashJson(content), authorship)
  return { ...head, revision, content, local: { ...head.local, sealed: true } }
}

/**
 * A file whose content does not have its revision's hash was edited outside the app. It is read as a revision of its own, a child of
 * the one it names, by nobody we know; the same file always reads as the same revision. It is sealed: no sitting goes on from it, not
 * even one of somebody without a name.
 */
export const adoptOutsideEdit = (record: RecordFile): RecordFile => {
  const contentHash = hashJson(record.content)
  const { revision } = record
  if (contentHash === revision.contentHash) return record
  const adopted = { id: '', parents: [revision.id], by: { name: '', unit: '' }, at: revision.at, device: revision.device, contentHash }
  return { ...record, revision: { ...adopted, id: revisionIdOf(record.id, adopted) }, local: { ...record.local, sealed: true } }
}

/** A head that stays as it is: the next save begins a new revision. */
export const sealedHead = (record: RecordFile): RecordFile => ({ ...record, local: { ...record.local, sealed: true } })

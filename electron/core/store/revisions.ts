/** Revision identity (architecture.md, "Revisions"): what a content and a revision hash to, and when a save begins a new one. */
import { normaliseBody } from '#shared/model/body/normalise'
import { RecordContent, type Person, type Revision } from '#shared/model/record'
import { hashJson, wellFormed } from './canonicalJson'

/** Saves by one person on one device with gaps under ten minutes are one sitting: they rewrite its open revision. */
export const sittingGapMs = 10 * 60_000

/** Content in the form in which it is hashed and written. */
export const settleContent = (content: RecordContent): RecordContent => {
  const parsed = RecordContent.parse(wellFormed(content))
  return { ...parsed, body: normaliseBody(parsed.body) }
}

export interface Authorship { by: Person; device: string; now: number }

const makeRevision = (recordId: string, parents: string[], contentHash: string, { by, device, now }: Authorship): Revision => {
  const at = new Date(now).toISOString()
  const identity = { parents, by, at, device, contentHash }
  return { id: hashJson({ recordId, ...identity }), ...identity, sealed: false }
}

/** The id that a revision must have, for whoever checks one. */
export const revisionIdOf = (recordId: string, { parents, by, at, device, contentHash }: Revision): string =>
  hashJson({ recordId, parents, by, at, device, contentHash })

const samePerson = (a: Person, b: Person): boolean => a.name === b.name && a.unit === b.unit

const isSameSitting = (revision: Revision, { by, device, now }: Authorship): boolean =>
  !revision.sealed && revision.device === device && samePerson(revision.by, by) && Math.abs(now - Date.parse(revision.at)) < sittingGapMs

export const firstRevision = (recordId: string, content: RecordContent, authorship: Authorship): Revision =>
  makeRevision(recordId, [], hashJson(content), authorship)

/** The revision that a save makes on `head`: none if nothing changed, else the sitting's own rewritten, or a child of it. */
export const nextRevision = (
  recordId: string, head: Revision, content: RecordContent, authorship: Authorship,
): { revision: Revision; keepsHead: boolean } | undefined => {
  const contentHash = hashJson(content)
  if (contentHash === head.contentHash) return undefined
  const rewrites = isSameSitting(head, authorship)
  return { revision: makeRevision(recordId, rewrites ? head.parents : [head.id], contentHash, authorship), keepsHead: !rewrites }
}

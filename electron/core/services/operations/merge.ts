/** Making one record of two: what becomes of the one that stays, of the one that goes to the trash, and of those that refer to it. */
import { AppError } from '#shared/contract/errors'
import { isKnownInline, type Inline } from '#shared/model/body/inlines'
import { mapInlines } from '#shared/model/body/mapBody'
import { stricter } from '#shared/model/merging'
import type { OperationFile } from '#shared/model/operation'
import { titleLimit, type EditableContent, type RecordContent, type RecordFile } from '#shared/model/record'
import { sealedHead } from '../../store/revisions'
import { editContent } from '../records'
import type { Session } from '../session'
import { toEdit, toTrash, type Plan } from './plans'

/** `into` stays, `from` goes; the revisions are those that were looked at. */
export interface MergeRequest { into: string; intoBase: string; from: string; fromBase: string; content: EditableContent }

/** Text that mentions one record, mentioning another; without `to` it mentions none. */
const mentioning = (from: string, to: string | undefined) => (inline: Inline): Inline => {
  if (!isKnownInline(inline) || inline.type !== 'recordLink' || inline.recordId !== from) return inline
  return to === undefined ? { type: 'text', text: inline.text } : { ...inline, recordId: to }
}

/** Links that pin a revision, and citations, mean what was said then: they stay as they are, and what they name stays in the trash. */
const repointedLinks = (links: RecordContent['links'], id: string, from: string, to: string): RecordContent['links'] => {
  const moved = links.map((link) => (link.to === from && link.revisionId === undefined ? { ...link, to } : link)).filter((link) => link.to !== id)
  const keyOf = ({ to: target, relation, revisionId = '' }: RecordContent['links'][number]): string => `${relation} ${target} ${revisionId}`
  return [...new Map([...moved].reverse().map((link) => [keyOf(link), link])).values()].reverse()
}

/** A content of record `id` in which what led to one record leads to another. */
export const repointed = (content: RecordContent, id: string, from: string, to: string): RecordContent => ({
  ...content, links: repointedLinks(content.links, id, from, to), body: mapInlines(content.body, mentioning(from, id === to ? undefined : to)),
})

const conflictWith = ({ id, revision }: RecordFile): AppError => new AppError('conflict', { id, current: revision.id, at: revision.at, by: revision.by })

/** Throws `conflict` where the record is not as it was looked at. */
const expectBase = async ({ folder }: Session, id: string, base: string): Promise<RecordFile> => {
  const head = await folder.records.readToChange(id)
  if (head.revision.id !== base) throw conflictWith(head)
  return head
}

const invalid = (message: string): AppError => new AppError('invalid', { issues: [{ path: 'from', message }] })

/** What an adoption takes up, as a word that is the same for the same. */
const takenUp = ({ content: { links, fields: { edition, seal, pilot } } }: RecordFile): string =>
  JSON.stringify([links.filter(({ relation }) => relation === 'adopts').map(({ to }) => to), seal ?? edition, pilot === true])

/**
 * Editions are sealed under the id of their product, and adoptions pin it: they can't be led to another. Two adoptions of different editions
 * are not one. Throws `invalid`.
 */
const expectMergeable = async ({ folder, catalog }: Session, into: RecordFile, from: RecordFile): Promise<void> => {
  if (from.content.type === 'product') {
    const isTakenUp = catalog.backlinks(from.id).some(({ relation }) => relation === 'adopts')
    if (isTakenUp || (await folder.editions.seals(from.id)).length > 0) throw invalid('a product with editions or adoptions')
  }
  if (from.content.type === 'adoption' && into.content.type === 'adoption' && takenUp(into) !== takenUp(from)) throw invalid('adoptions of something else')
}

/** The edit of the record that stays: no stage, number or type of it changes. Throws `invalid` for a title that neither has and that can't be kept. */
const mergedInto = (into: RecordContent, from: RecordFile, { content, into: id }: MergeRequest): RecordContent => {
  const title = content.title ?? into.title
  if (title.trim() === '' || (title.length > titleLimit && title !== into.title && title !== from.content.title)) {
    throw new AppError('invalid', { issues: [{ path: 'title', message: title.trim() === '' ? 'empty' : 'too long' }] })
  }
  return repointed({ ...editContent(into, content), confidentiality: stricter(into.confidentiality, from.content.confidentiality) }, id, from.id, id)
}

/** What is to be written for one record of a merge: the two themselves, and any that refers to the one that goes. */
export const toMerge = async (session: Session, id: string, request: MergeRequest, operation: OperationFile): Promise<Plan> => {
  const { records } = session.folder
  if (id === request.from) {
    await expectBase(session, id, request.fromBase)
    return toTrash(session, id, operation)
  }
  if (id !== request.into) return toEdit(session, id, (content) => repointed(content, id, request.from, request.into), operation.by)
  const into = await expectBase(session, id, request.intoBase)
  const from = await expectBase(session, request.from, request.fromBase)
  await expectMergeable(session, into, from)
  const { number, title } = from.content
  const plan = await toEdit(session, id, (content) => mergedInto(content, from, request), operation.by, { recordId: from.id, revisionId: from.revision.id, number, title })
  const shown = plan.shown && sealedHead(plan.shown)
  if (!shown) return plan
  const sealed = records.headWrite(shown)
  return { ...plan, shown, writes: plan.writes.map((write) => (write.path === sealed.path ? sealed : write)) }
}

/** The records that a merge changes: the two, and those that refer to the one that goes otherwise than by citing it. */
export const mergedIds = ({ catalog }: Session, { into, from }: MergeRequest): string[] =>
  [...new Set([into, from, ...catalog.backlinks(from).filter(({ relation }) => relation !== 'cites').map(({ row }) => row.id)])]

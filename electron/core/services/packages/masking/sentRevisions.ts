/** The revisions of which something leaves in a package, those of its editions too, each once. */
import { pinKey } from '#shared/model/gates'
import type { Edition } from '#shared/model/edition'
import { recordFormat, type RevisionFile } from '#shared/model/record'
import type { Session } from '../../session'
import type { Selection } from '../selection'

/** `isHead` is the one that stands for its record in the package; `editions` are released from it. */
export interface SentRevision { recordId: string; revisionId: string; isHead: boolean; editions: string[] }

/** In the order of the package. An edition is read to know its revision. */
export const sentRevisions = async ({ folder }: Session, { records, editions }: Selection): Promise<SentRevision[]> => {
  const sent = new Map<string, SentRevision>()
  for (const [recordId, { head, revisions }] of records) {
    for (const revisionId of revisions) sent.set(pinKey({ recordId, revisionId }), { recordId, revisionId, isHead: revisionId === head.revisionId, editions: [] })
  }
  for (const { recordId, seal } of editions) {
    const { revision: { id: revisionId } } = await folder.editions.read(recordId, seal)
    const key = pinKey({ recordId, revisionId })
    const known = sent.get(key) ?? { recordId, revisionId, isHead: false, editions: [] }
    sent.set(key, known)
    known.editions.push(seal)
  }
  return [...sent.values()]
}

const asRevision = ({ recordId, revision, content }: Edition): RevisionFile => ({ format: recordFormat, id: recordId, revision, content })

/** What an edition says was verified when it was selected: its revision need not lie in history. */
export const readSent = async ({ folder }: Session, { recordId, revisionId, editions: [seal] }: SentRevision): Promise<RevisionFile> =>
  (seal === undefined ? folder.records.readRevision(recordId, revisionId) : asRevision(await folder.editions.read(recordId, seal)))

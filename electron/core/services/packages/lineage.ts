/** What a record came of: the headers of all its ancestors that are kept here, by which another library tells newer, older and conflict. */
import { isAppError } from '#shared/contract/errors'
import type { Revision, RevisionFile } from '#shared/model/record'
import type { Session } from '../session'

/** A revision of history that is missing or can't be read ends its line: what came before it is not known. */
const readAncestor = async ({ folder }: Session, id: string, revisionId: string): Promise<Revision | undefined> => {
  try {
    return (await folder.records.readRevision(id, revisionId)).revision
  } catch (error) {
    if (isAppError(error)) return undefined
    throw error
  }
}

/** The nearest first, without the head itself. */
export const lineageOf = async (session: Session, head: Pick<RevisionFile, 'id' | 'revision'>): Promise<Revision[]> => {
  const lineage: Revision[] = []
  const seen = new Set([head.revision.id])
  const waiting = [...head.revision.parents]
  for (const revisionId of waiting) {
    if (seen.has(revisionId)) continue
    seen.add(revisionId)
    const revision = await readAncestor(session, head.id, revisionId)
    if (!revision) continue
    lineage.push(revision)
    // What is added while it is walked is walked too: the nearest first.
    waiting.push(...revision.parents)
  }
  return lineage
}

/** What a record came of: the headers of all its ancestors that are known here, by which another library tells newer, older and conflict. */
import { isAppError } from '#shared/contract/errors'
import type { Revision, RevisionFile } from '#shared/model/record'
import { readHead } from '../products'
import type { Session } from '../session'

/** What the packages said that brought it: of a record that came, earlier revisions need not have come along. */
const readKept = async (session: Session, id: string): Promise<ReadonlyMap<string, Revision>> =>
  new Map((await readHead(session, id))?.local.received?.lineage?.map((revision) => [revision.id, revision]))

/** A revision of history that is missing or can't be read ends its line, unless a package said what it was. */
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
  let kept: ReadonlyMap<string, Revision> | undefined
  const seen = new Set([head.revision.id])
  const waiting = [...head.revision.parents]
  for (const revisionId of waiting) {
    if (seen.has(revisionId)) continue
    seen.add(revisionId)
    const revision = await readAncestor(session, head.id, revisionId) ?? (kept ??= await readKept(session, head.id)).get(revisionId)
    if (!revision) continue
    lineage.push(revision)
    // What is added while it is walked is walked too: the nearest first.
    waiting.push(...revision.parents)
  }
  return lineage
}

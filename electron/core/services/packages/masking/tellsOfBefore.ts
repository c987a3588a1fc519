/**
 * What a record that is clean now would tell of what it said before: its ancestors are named by hashes of what they said, from which a number
 * could be found by trying, and by who wrote them; steps of its life by the hash of what was judged; a record that was made one with it, by title.
 */
import { visitTexts } from '#shared/model/masking/texts'
import type { Hit } from '#shared/model/masking/sensitive'
import type { Person, RecordContent, Revision, RevisionFile } from '#shared/model/record'
import { judgedHash } from '../../life'
import { readPinned } from '../../products'
import type { Session } from '../../session'
import { nameHit, type Finder } from './lookThrough'
import type { Masker } from './masker'
import type { SentBefore } from './sentMasked'

const hitsIn = (content: RecordContent, find: Finder): Hit[] => {
  const hits: Hit[] = []
  visitTexts(content, (text) => { hits.push(...find(text)) })
  return hits
}

/** `by` is whoever makes the package, `before` what its recipient got. */
export interface Telling { session: Session; masker: Masker; find: Finder; before: SentBefore; authorship: { by: Person } }

/** `lineage` are the ancestors that would be named. What its recipient got as it was is known there. */
export const tellsOfBefore = async ({ session, masker, find, before, authorship: { by } }: Telling, { id, revision, content }: RevisionFile, lineage: readonly Revision[]): Promise<boolean> => {
  const isMasked = (hits: Iterable<Hit>): boolean => masker.changes(hits, id)
  const isNamed = ({ by: author, mergedFrom }: Revision): boolean => isMasked(nameHit(author.name, by)) || (mergedFrom !== undefined && isMasked(find(mergedFrom.title)))
  if (revision.mergedFrom && isMasked(find(revision.mergedFrom.title))) return true
  const judged = new Set([judgedHash(content)])
  for (const ancestor of lineage) {
    if (before.plain.has(ancestor.id)) continue
    if (isNamed(ancestor)) return true
    const file = await readPinned(session, { recordId: id, revisionId: ancestor.id })
    if (file && isMasked(hitsIn(file.content, find))) return true
    if (file) judged.add(judgedHash(file.content))
  }
  return (content.stageHistory ?? []).some((step) => !judged.has(step.judged))
}

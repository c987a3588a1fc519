/** How one record of a package stands to this library, and the contents that a merge of the two goes by. */
import { isAppError } from '#shared/contract/errors'
import type { MergeSides, RecordStanding } from '#shared/contract/packageMerge'
import type { PackagedRecord } from '#shared/model/package'
import type { RecordContent, RecordFile, RevisionFile } from '#shared/model/record'
import { threeWayParts } from '#shared/model/threeWay/contents'
import type { ThreeWayPart } from '#shared/model/threeWay/parts'
import type { WordMap } from '#shared/model/wordMaps'
import { hashJson } from '../../store/canonicalJson'
import { toRevisionFile } from '../../store/recordReader'
import { settleContent } from '../../store/revisions'
import { readPinned } from '../products'
import type { Session } from '../session'
import { ancestryOf } from './ancestry'
import type { SentTwins } from './masking'
import { givenStays } from './givenStays'
import { returnedOf, type Returned } from './returned'
import { withWordsLed, wordsUnusedBy } from './senderWords'

/** What a package is compared with: the library, the package's revisions, what the sender's words become, and what left masked from here. */
export interface Comparing { session: Session; words: WordMap; twins: () => Promise<SentTwins>; readRevision: (id: string, revisionId: string) => Promise<RevisionFile> }

/**
 * `isHere` also where the record here can't be read, or not be changed: there is no `head` then. `parts` are those that differ. `returned` says
 * what the package's revision and the base do, of what left masked from here.
 */
export interface Standing { standing: RecordStanding; isHere: boolean; head?: RecordFile; base?: RevisionFile; parts: ThreeWayPart[]; returned?: Returned }

/** What a revision of the sender's says in words of this library. */
export const ledContent = ({ words }: Comparing, { content }: Pick<RevisionFile, 'content'>): RecordContent => {
  const led = withWordsLed(content, words)
  return led === content ? content : settleContent(led)
}

/** The base of a merge, in words of this library where the record here has been led into them: what was taken as it stood is led now, by theirs. */
const ledBase = (comparing: Comparing, head: RecordFile, base: RevisionFile): RecordContent =>
  ledContent({ ...comparing, words: wordsUnusedBy(head.content, comparing.words) }, base)

const readHead = async ({ folder }: Session, id: string): Promise<RecordFile | undefined> => {
  try {
    return await folder.records.readToChange(id)
  } catch (error) {
    // Nothing is written over what can't be read.
    if (isAppError(error)) return undefined
    throw error
  }
}

/** A record is here also where its file can't be read. */
const isHere = async ({ folder, catalog }: Session, id: string): Promise<boolean> =>
  catalog.get(id) !== undefined || await folder.journal.find(folder.paths.record(id)) !== undefined

/** Whether all that was done here was to lead the sender's words into others. */
const saysLed = (comparing: Comparing, head: RecordFile, file: RevisionFile): boolean => hashJson(ledContent(comparing, file)) === head.revision.contentHash

const readBase = async ({ session }: Comparing, recordId: string, [revisionId, second]: readonly string[]): Promise<RevisionFile | undefined> =>
  // Of two that neither came of the other, none is what both went on from.
  (revisionId === undefined || second !== undefined ? undefined : readPinned(session, { recordId, revisionId }))

/** What differs; what an adoption takes up is never changed by itself. */
const partsOf = (base: RecordContent | null, mine: RecordContent, theirs: RecordContent): ThreeWayPart[] => givenStays(threeWayParts(base, mine, theirs), mine, theirs)

/** What it would bring: all of it was changed there alone. */
const partsOfNewer = (comparing: Comparing, { content }: RecordFile, theirs: RevisionFile): ThreeWayPart[] => partsOf(content, content, ledContent(comparing, theirs))

/** It goes on from what is here, and can be put in place by itself unless that makes the record less confidential, or an adoption one of something else. */
const standingNewer = (comparing: Comparing, head: RecordFile, theirs: RevisionFile): Standing => {
  const parts = partsOfNewer(comparing, head, theirs)
  const at = { isHere: true, head, parts }
  return parts.some(({ taken }) => taken === null) ? { ...at, standing: 'conflict', base: toRevisionFile(head) } : { ...at, standing: 'newer' }
}

/** In words of this library. */
const returnedIn = async (comparing: Comparing, record: PackagedRecord, bases: readonly string[]): Promise<Returned | undefined> => {
  const { session, twins, readRevision } = comparing
  if (![record, ...record.lineage].some(({ masked }) => masked)) return undefined
  const returned = await returnedOf(session, await twins(), record, await readRevision(record.id, record.revisionId), bases)
  const led = (content: RecordContent): RecordContent => ledContent(comparing, { content })
  return returned && { ...returned, base: returned.base && led(returned.base), theirs: led(returned.theirs), onto: led(returned.onto) }
}

/** It never comes into place as it is. Where nothing was changed there, the one here has gone on. */
const standingReturned = (head: RecordFile, returned: Returned): Standing => {
  const parts = partsOf(returned.base, head.content, returned.theirs)
  const at = { isHere: true, head, base: returned.from, returned }
  if (parts.some(({ taken }) => taken === null)) return { ...at, standing: 'conflict', parts }
  if (parts.some(({ taken }) => taken !== 'mine')) return { ...at, standing: 'mergeable', parts }
  return { ...at, standing: parts.length === 0 ? 'same' : 'older', parts: [] }
}

const standingApart = async (comparing: Comparing, record: PackagedRecord, head: RecordFile, bases: readonly string[]): Promise<Standing> => {
  const theirs = await comparing.readRevision(record.id, record.revisionId)
  if (saysLed(comparing, head, theirs)) return { standing: 'same', isHere: true, head, parts: [] }
  const base = await readBase(comparing, record.id, bases)
  if (base && saysLed(comparing, head, base)) return standingNewer(comparing, head, theirs)
  const parts = partsOf(base ? ledBase(comparing, head, base) : null, head.content, ledContent(comparing, theirs))
  const standing = parts.some(({ taken }) => taken === null) ? 'conflict' : 'mergeable'
  return { standing, isHere: true, head, ...base && { base }, parts }
}

/** Throws what reading the package throws. */
export const standingOf = async (comparing: Comparing, record: PackagedRecord): Promise<Standing> => {
  const { session, words, readRevision } = comparing
  if (!(await isHere(session, record.id))) {
    const returned = await returnedIn(comparing, record, [])
    return { standing: 'new', isHere: false, parts: [], ...returned && { returned } }
  }
  const head = await readHead(session, record.id)
  if (!head) return { standing: 'conflict', isHere: true, parts: [] }
  if (head.content.type !== record.type) return { standing: 'conflict', isHere: true, head, parts: [] }
  const ancestry = await ancestryOf(session, head, record)
  const returned = ancestry.relation === 'newer' || ancestry.relation === 'apart' ? await returnedIn(comparing, record, ancestry.relation === 'apart' ? ancestry.bases : []) : undefined
  if (returned) return standingReturned(head, returned)
  if (ancestry.relation === 'apart') return standingApart(comparing, record, head, ancestry.bases)
  const isLed = ancestry.relation === 'older' && Object.keys(words).length > 0 && head.revision.parents.includes(record.revisionId)
  if (isLed && saysLed(comparing, head, await readRevision(record.id, record.revisionId))) return { standing: 'same', isHere: true, head, parts: [] }
  if (ancestry.relation === 'newer') return standingNewer(comparing, head, await readRevision(record.id, record.revisionId))
  return { standing: ancestry.relation, isHere: true, head, parts: [] }
}

/** What one side is merged with the other by: where only one of them went on, the other is what both went on from. */
export const sidesOf = (comparing: Comparing, { standing, head, base, returned }: Standing, theirs: RevisionFile): MergeSides => {
  const [mine, led] = [head?.content ?? null, ledContent(comparing, theirs)]
  if (returned) return { base: mine && returned.base, mine, theirs: mine ? returned.theirs : returned.onto }
  switch (standing) {
    case 'new': return { base: null, mine: null, theirs: led }
    case 'newer': case 'same': return { base: mine, mine, theirs: led }
    case 'older': return { base: led, mine, theirs: led }
    case 'mergeable': case 'conflict': {
      if (!base || !head) return { base: null, mine, theirs: led }
      return { base: base.revision.id === head.revision.id ? mine : ledBase(comparing, head, base), mine, theirs: led }
    }
  }
}

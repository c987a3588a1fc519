/**
 * What left masked and comes back: what was changed there, said on top of what it was made of, so that no mask comes in the place of what it
 * stands for. What a mask stood for is in the ledger here.
 */
import type { PackagedRecord } from '#shared/model/package'
import { visitTexts } from '#shared/model/masking/texts'
import { unmaskedPair } from '#shared/model/masking/unmask'
import type { RecordContent, RevisionFile } from '#shared/model/record'
import { threeWayContent } from '#shared/model/threeWay/contents'
import { isOfMaskedLine } from '#shared/model/masking/maskedLine'
import { descendsFrom } from '../../store/goodRevisions'
import { readPinned } from '../products'
import type { Session } from '../session'
import { withPinsLed, type SentTwin, type SentTwins } from './masking'

/**
 * `base` and `theirs` are what a merge goes by, with every mask put back of which it is known what it stood for; without a base nothing is
 * taken by itself. `onto` is what was made of the record masked and changed there, without anything that may be a mask. `from` is the revision
 * that `base` says, `original` what the twin was made of.
 */
export interface Returned { from: RevisionFile; original: RevisionFile; base: RecordContent | null; theirs: RecordContent; onto: RecordContent }

/** Those that left from here, the nearest first. */
const twinsOf = ({ revisions }: SentTwins, { id, revisionId, lineage }: PackagedRecord): SentTwin[] =>
  [revisionId, ...lineage.map((revision) => revision.id)].flatMap((each) => revisions.get(each) ?? []).filter(({ recordId }) => recordId === id)

/** What both went on from as it left masked: the twin, or what came back of it before. What they have in common unmasked may say less. */
const baseOf = async (session: Session, { id, lineage }: PackagedRecord, twin: RevisionFile, bases: readonly string[]): Promise<RevisionFile> => {
  const [revisionId, second] = bases
  if (revisionId === undefined || second !== undefined) return twin
  const base = await readPinned(session, { recordId: id, revisionId })
  const known = new Map(lineage.map((revision) => [revision.id, revision]))
  return base && isOfMaskedLine(base.revision, known) && descendsFrom(base.revision, twin.revision.id, known) ? base : twin
}

const wordsOf = (content: RecordContent): string => {
  const texts: string[] = []
  visitTexts(content, (text) => { texts.push(text) })
  return texts.join('\n')
}

/** Whether a mask of those that left earlier still stands where it did not before. */
const hasMaskLeft = (earlier: readonly SentTwin[], base: RecordContent, theirs: RecordContent): boolean => {
  const [before, after] = [wordsOf(base), wordsOf(theirs)]
  return earlier.some(({ masks }) => masks.some(({ by }) => after.split(by).length > before.split(by).length))
}

/** `bases` are what the two went on from, as far as is known by their ancestors. Undefined for what did not leave masked, or where what it was made of is gone. */
export const returnedOf = async (session: Session, twins: SentTwins, record: PackagedRecord, theirs: RevisionFile, bases: readonly string[]): Promise<Returned | undefined> => {
  const [sent, ...earlier] = twinsOf(twins, record)
  const twin = sent && await readPinned(session, { recordId: record.id, revisionId: sent.revisionId })
  const original = sent && await readPinned(session, { recordId: record.id, revisionId: sent.maskedFrom })
  if (!sent || !twin || !original) return undefined
  const from = await baseOf(session, record, twin, bases)
  const putBack = ({ content }: RevisionFile): RecordContent => withPinsLed(content, ({ revisionId }) => twins.revisions.get(revisionId)?.maskedFrom)
  /** Masks of twins that left before it may stand in it too: what it was made of went on from them. */
  const withEarlierPutBack = async (content: RecordContent): Promise<RecordContent> => {
    let back = content
    for (const { recordId, revisionId, maskedFrom, masks, files } of earlier) {
      const [masked, made] = [await readPinned(session, { recordId, revisionId }), await readPinned(session, { recordId, revisionId: maskedFrom })]
      if (masked && made) back = unmaskedPair(putBack(masked), made.content, back, masks, files).theirs
    }
    return back
  }
  const pairOf = async (base: RevisionFile): Promise<{ base: RecordContent | null; theirs: RecordContent }> => {
    const pair = unmaskedPair(putBack(base), original.content, putBack(theirs), sent.masks, sent.files)
    const back = await withEarlierPutBack(pair.theirs)
    return { base: hasMaskLeft(earlier, pair.base, back) ? null : pair.base, theirs: back }
  }
  const whole = await pairOf(twin)
  return { from, original, ...from === twin ? whole : await pairOf(from), onto: threeWayContent(whole.base, original.content, whole.theirs, new Map()) }
}

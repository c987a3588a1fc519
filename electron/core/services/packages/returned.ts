/**
 * What left masked and comes back: what was changed there, said on top of what it was made of, so that no mask comes in the place of what it
 * stands for. What a mask stood for is in the ledger here.
 */
import type { PackagedRecord } from '#shared/model/package'
import { unmaskedPair } from '#shared/model/masking/unmask'
import type { RecordContent, RevisionFile } from '#shared/model/record'
import { threeWayContent } from '#shared/model/threeWay/contents'
import { isOfMaskedLine } from '#shared/model/masking/maskedLine'
import { descendsFrom } from '../../store/goodRevisions'
import { readPinned } from '../products'
import type { Session } from '../session'
import { withPinsLed, type SentTwin, type SentTwins } from './masking'

/**
 * `base` and `theirs` are what a merge goes by, with every mask put back of which it is known what it stood for; `onto` is what was made of the
 * record masked and changed there, without anything that may be a mask. `from` is the revision that `base` says, `original` what the twin was made of.
 */
export interface Returned { from: RevisionFile; original: RevisionFile; base: RecordContent; theirs: RecordContent; onto: RecordContent }

/** The nearest one that left from here. */
const twinOf = ({ revisions }: SentTwins, { id, revisionId, lineage }: PackagedRecord): SentTwin | undefined =>
  [revisionId, ...lineage.map((revision) => revision.id)].flatMap((each) => revisions.get(each) ?? []).find(({ recordId }) => recordId === id)

/** What both went on from: the twin, or what came back of it before. Undefined where they have something in common that is not masked. */
const baseOf = async (session: Session, { id, lineage }: PackagedRecord, twin: RevisionFile, bases: readonly string[]): Promise<RevisionFile | undefined> => {
  const [revisionId, second] = bases
  if (revisionId === undefined || second !== undefined) return twin
  const base = await readPinned(session, { recordId: id, revisionId })
  const known = new Map(lineage.map((revision) => [revision.id, revision]))
  if (!base || !isOfMaskedLine(base.revision, known)) return undefined
  return descendsFrom(base.revision, twin.revision.id, known) ? base : twin
}

/** `bases` are what the two went on from, as far as is known by their ancestors. Undefined for what did not leave masked, or where what it was made of is gone. */
export const returnedOf = async (session: Session, twins: SentTwins, record: PackagedRecord, theirs: RevisionFile, bases: readonly string[]): Promise<Returned | undefined> => {
  const sent = twinOf(twins, record)
  const twin = sent && await readPinned(session, { recordId: record.id, revisionId: sent.revisionId })
  const original = sent && await readPinned(session, { recordId: record.id, revisionId: sent.maskedFrom })
  const from = twin && await baseOf(session, record, twin, bases)
  if (!sent || !twin || !original || !from) return undefined
  const putBack = ({ content }: RevisionFile): RecordContent =>
    withPinsLed(content, ({ revisionId }) => twins.revisions.get(revisionId)?.maskedFrom)
  const pairOf = (base: RevisionFile): { base: RecordContent; theirs: RecordContent } => unmaskedPair(putBack(base), original.content, putBack(theirs), sent.masks, sent.files)
  const whole = pairOf(twin)
  return { from, original, ...from === twin ? whole : pairOf(from), onto: threeWayContent(whole.base, original.content, whole.theirs, new Map()) }
}

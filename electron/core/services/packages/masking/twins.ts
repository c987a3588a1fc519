/**
 * The masked twins of what leaves: a revision whose texts, files or citations change leaves as one of its own. What a revision cites and pins
 * came before it, so that its twin is made after theirs, and there is no ring of them.
 */
import { pinKey, type PinnedRevision } from '#shared/model/gates'
import { isOfMaskedLine, type LineRevision } from '#shared/model/masking/maskedLine'
import { changeTexts } from '#shared/model/masking/texts'
import type { Revision, RecordContent, RevisionFile } from '#shared/model/record'
import { recordFormat } from '#shared/model/record'
import { descendsFrom } from '../../../store/goodRevisions'
import type { FileWrite } from '../../../store/fileWrite'
import { maskedRevision, settleContent, type Authorship } from '../../../store/revisions'
import { hashJson } from '../../../store/canonicalJson'
import { readPinned } from '../../products'
import type { Session } from '../../session'
import { lineageOf } from '../lineage'
import { withPinsLed } from './ledPins'
import type { Masker } from './masker'
import { withStepsMasked } from './maskedSteps'
import type { Finder, LookedThrough } from './lookThrough'
import { readSent } from './sentRevisions'
import type { SentBefore } from './sentMasked'
import { withStandIns, type StandIns } from './standIns'
import { tellsOfBefore } from './tellsOfBefore'

export interface TwinMaking {
  session: Session
  find: Finder
  masker: Masker
  standIns: StandIns
  before: SentBefore
  authorship: Authorship
  /** Whether a record came from where it goes. */
  goesBack: (recordId: string) => boolean
  write: (write: FileWrite) => Promise<void>
}

/** What leaves in the place of the revision `from`. */
export interface Twin { recordId: string; revision: Revision; from: string }

/** By `pinKey` of what they were made of. */
export type Twins = ReadonlyMap<string, Twin>

/** A content as it leaves: what it came of by a file is not told. */
const maskedContent = (content: RecordContent, recordId: string, { masker, standIns }: TwinMaking, led: (pin: PinnedRevision) => string | undefined): RecordContent => {
  const texts = changeTexts(content, (text) => masker.replacements(text, recordId))
  const { file: _file, ...origin } = texts.origin
  const masked = withPinsLed(withStandIns({ ...texts, origin }, standIns), led)
  return withStepsMasked(settleContent(masked), content)
}

/**
 * The twin that left before and says the same, so that its recipient need not get another. Of what stands for its record the last one alone:
 * a text that was brought back comes after what came between.
 */
const sameAsBefore = async ({ session, before }: TwinMaking, { recordId, isHead }: LookedThrough, contentHash: string): Promise<RevisionFile | undefined> => {
  const last = before.heads.get(recordId)
  for (const revisionId of isHead ? (last === undefined ? [] : [last]) : before.twins.get(recordId) ?? []) {
    const file = await readPinned(session, { recordId, revisionId })
    if (file?.revision.contentHash === contentHash) return file
  }
  return undefined
}

/**
 * What a record's twin goes on from, all of it known to its recipient: the last one that went there, what came back of those that did and is
 * in what leaves now, and where it goes back to whom it came from, the masked ones that it came as. Those that another of them came of are
 * told by that.
 */
const parentsOf = async ({ session, before, goesBack }: TwinMaking, { recordId }: LookedThrough, original: RevisionFile): Promise<string[]> => {
  const last = before.heads.get(recordId)
  const file = last === undefined ? undefined : await readPinned(session, { recordId, revisionId: last })
  const lineage = [...file ? [file.revision] : [], ...await lineageOf(session, original)]
  const known = new Map(lineage.map((revision) => [revision.id, revision]))
  const sent = new Set(before.twins.get(recordId))
  const isKnownThere = (revision: LineRevision): boolean => sent.has(revision.id) || (goesBack(recordId) && revision.masked === true)
  const there = lineage.filter((revision) => isOfMaskedLine(revision, known, isKnownThere))
  return [...new Set(there.map(({ id }) => id))].filter((id) => !there.some((other) => descendsFrom(other, id, known)))
}

const makeTwin = async (making: TwinMaking, sent: LookedThrough, original: RevisionFile, content: RecordContent): Promise<Revision> => {
  const { session, authorship, write } = making
  const { recordId, isHead } = sent
  const known = await sameAsBefore(making, sent, hashJson(content))
  if (known) return known.revision
  const revision = maskedRevision(recordId, isHead ? await parentsOf(making, sent, original) : [], content, authorship)
  await write(await session.folder.records.historyWrite({ format: recordFormat, id: recordId, revision, content }))
  return revision
}

/** `onStep` is told after each revision. Throws what reading throws, and the reason of the signal. */
export const makeTwins = async (making: TwinMaking, looked: readonly LookedThrough[], signal: AbortSignal, onStep: () => void): Promise<Twins> => {
  const { session, masker, standIns, before } = making
  const sent = new Map(looked.map((each) => [pinKey(each), each]))
  const twins = new Map<string, Twin>()
  const done = new Set<string>()

  const isChanged = ({ recordId, isHead, found, files, pins }: LookedThrough): boolean => masker.changes(found.values(), recordId)
    || files.some((sha256) => standIns.has(sha256)) || pins.some((pin) => twins.has(pinKey(pin))) || (isHead && before.heads.has(recordId))

  const visit = async (each: LookedThrough): Promise<void> => {
    const key = pinKey(each)
    if (done.has(key)) return
    done.add(key)
    for (const pin of each.pins) await visitIfSent(pin)
    signal.throwIfAborted()
    const { recordId, revisionId, isHead } = each
    const original = await readSent(session, each)
    if (!isChanged(each)) {
      const lineage = isHead ? await lineageOf(session, original) : []
      for (const { id } of lineage) await visitIfSent({ recordId, revisionId: id })
      const hasTwin = lineage.some(({ id }) => twins.has(pinKey({ recordId, revisionId: id })))
      if (!hasTwin && !await tellsOfBefore(making, original, lineage)) return
    }
    const masked = maskedContent(original.content, recordId, making, (pin) => twins.get(pinKey(pin))?.revision.id)
    twins.set(key, { recordId, revision: await makeTwin(making, each, original, masked), from: revisionId })
  }
  const visitIfSent = async (pin: PinnedRevision): Promise<void> => {
    const each = sent.get(pinKey(pin))
    if (each) await visit(each)
  }

  for (const each of looked) {
    await visit(each)
    onStep()
  }
  return twins
}

/** Three contents of a record made one: that which two went on from, and the two. What only one of them changed is taken by itself. */
import { stricter } from '../merging'
import { RecordContent, type AttachmentRef, type RecordLink, type StageChange } from '../record'
import { fieldOf } from '../recordTypes'
import { isSameJson } from '../sameJson'
import { bodyFork } from './bodies'
import { changedAlone, type Fork, type MergePick, type Sides, type ThreeWayPart } from './parts'
import { keysFork, setFork, valueFork, wholeFork, type Place } from './values'

/** What stays as it is here, or is merged apart. */
const apart = ['type', 'origin', 'body', 'fields', 'custom', 'links', 'attachments', 'stage', 'stageHistory', 'confidentiality'] as const

type Contents = Sides<RecordContent> & { mine: RecordContent; theirs: RecordContent }

const sidesBy = <T>({ base, mine, theirs, known }: Contents, read: (content: RecordContent) => T): Sides<T> & { mine: T; theirs: T } =>
  ({ base: base && read(base), mine: read(mine), theirs: read(theirs), known })

const without = (values: object, keys: readonly string[]): Record<string, unknown> => Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key)))

interface Stage { stage: string; stageHistory?: StageChange[] | undefined; edition?: number | undefined }

/** How it came to its stage on both sides, in the order of time. */
const joinedHistory = (one: readonly StageChange[] = [], other: readonly StageChange[] = []): StageChange[] =>
  [...one, ...other.filter((step) => !one.some((own) => isSameJson(own, step)))]
    .sort((a, b) => (a.at === b.at ? (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1) : a.at < b.at ? -1 : 1))

const joinedStage = (one: Stage, other: Stage): Stage => ({
  stage: one.stage, stageHistory: one.stageHistory || other.stageHistory ? joinedHistory(one.stageHistory, other.stageHistory) : undefined,
  edition: one.edition || other.edition ? Math.max(one.edition ?? 0, other.edition ?? 0) : undefined,
})

/** The stage, how it came to it, and the edition go together. Two that came to one stage by ways of their own have gone both. */
const stageFork = (sides: Sides<Stage> & { mine: Stage; theirs: Stage }): Fork<Stage> => {
  const place: Place = { key: 'stage', field: 'stage', kind: 'field' }
  const both = sides.known && changedAlone(sides) === null && sides.mine.stage === sides.theirs.stage ? joinedStage(sides.mine, sides.theirs) : undefined
  const fork = wholeFork(sides, place, both)
  const parts = fork.parts.map((part): ThreeWayPart => (both ? { ...part, taken: 'both' } : part))
  const [own] = parts
  return { parts, take: (pickOf) => fork.take(own ? () => pickOf(own) : pickOf) ?? sides.mine }
}

/** Changed on both sides: the stricter. What they alone made less strict is a conflict: nothing becomes less confidential here unseen. */
const confidentialityFork = (sides: Sides<RecordContent['confidentiality']> & { mine: RecordContent['confidentiality']; theirs: RecordContent['confidentiality'] }): Fork<unknown> => {
  const fork = wholeFork(sides, { key: 'confidentiality', field: 'confidentiality', kind: 'field' })
  const side = stricter(sides.mine, sides.theirs) === sides.mine ? 'mine' : 'theirs'
  const takenOf = (alone: MergePick | null): MergePick | null => (alone === null ? side : alone === 'theirs' && side === 'mine' ? null : alone)
  const parts = fork.parts.map((part): ThreeWayPart => (sides.known ? { ...part, taken: takenOf(part.taken) } : part))
  const [own] = parts
  return { parts, take: (pickOf) => fork.take(own ? () => pickOf(own) : pickOf) }
}

const nameOfLink = ({ to, relation }: RecordLink): string => `${relation} ${to}`
const nameOfFile = ({ sha256 }: AttachmentRef): string => sha256

const contentFork = (base: RecordContent | null, mine: RecordContent, theirs: RecordContent): Fork<RecordContent> => {
  const sides: Contents = { base: base ?? undefined, mine, theirs, known: base !== null }
  const placeOf = (prefix: string) => (key: string): Place =>
    ({ key: prefix + key, field: prefix + key, kind: 'field', long: prefix === '' ? key === 'summary' : prefix === 'fields.' && fieldOf(mine.type, key)?.kind === 'longText' })
  const plainKeys = keysFork(sidesBy(sides, (content) => without(content, apart)), placeOf(''))
  const confidentiality = confidentialityFork(sidesBy(sides, (content) => content.confidentiality))
  const stage = stageFork(sidesBy(sides, (content): Stage => ({ stage: content.stage, stageHistory: content.stageHistory, edition: content.fields.edition })))
  const links = setFork(sidesBy(sides, (content) => content.links), { key: 'links', field: 'links', kind: 'list' }, nameOfLink)
  const attachments = setFork(sidesBy(sides, (content) => content.attachments), { key: 'attachments', field: 'attachments', kind: 'list' }, nameOfFile)
  const fields = keysFork(sidesBy(sides, (content) => without(content.fields, ['edition'])), placeOf('fields.'), valueFork)
  const custom = keysFork(sidesBy(sides, (content) => content.custom), placeOf('custom.'))
  const body = bodyFork(base?.body, mine.body, theirs.body)
  return {
    parts: [plainKeys, confidentiality, stage, links, attachments, fields, custom, body].flatMap(({ parts }) => parts),
    take: (pickOf) => {
      const { edition, stage: own, stageHistory } = stage.take(pickOf)
      return RecordContent.parse({
        ...plainKeys.take(pickOf), type: mine.type, origin: mine.origin, confidentiality: confidentiality.take(pickOf), stage: own, ...(stageHistory ? { stageHistory } : {}),
        links: links.take(pickOf) ?? [], attachments: attachments.take(pickOf) ?? [], custom: custom.take(pickOf), body: body.take(pickOf),
        fields: { ...fields.take(pickOf), ...(edition === undefined ? {} : { edition }) },
      })
    },
  }
}

/** The parts that differ between two contents, in the order of the record. Without a base all of them are conflicts. */
export const threeWayParts = (base: RecordContent | null, mine: RecordContent, theirs: RecordContent): ThreeWayPart[] => contentFork(base, mine, theirs).parts

/** The two contents made one. A part that `picks` does not name takes the side that changed it; a conflict, mine. */
export const threeWayContent = (base: RecordContent | null, mine: RecordContent, theirs: RecordContent, picks: ReadonlyMap<string, MergePick>): RecordContent =>
  contentFork(base, mine, theirs).take(({ key, taken, choices }) => {
    const pick = picks.get(key)
    return pick !== undefined && choices.includes(pick) ? pick : taken ?? 'mine'
  })

/**
 * Making one record of two: what differs, what can be taken of it, and what comes of the choices. One of the two stays (`into`), with its
 * number, stage and history; the other (`from`) goes to the trash.
 */
import { z } from 'zod'
import type { Block } from './body/blocks'
import type { Body, Section } from './body/body'
import { normaliseBlock } from './body/normalise'
import { bodyRows, wholeText } from './difference/bodies'
import { bigramsOf, fingerprint, likeness } from './difference/fingerprint'
import { fieldOf, stagesOf } from './recordTypes'
import { FieldRow, saysNothing } from './fields'
import { newBlockId } from './ids'
import { AttachmentRef, EditableContent, type Confidentiality, type RecordContent, type RecordFile } from './record'

/** What is taken: what stays, what comes from the other, or both, one after the other. */
export type MergeChoice = 'into' | 'from' | 'both'

/** A field that differs. `key` is `fields.x` or `custom.x` for what is no field of every record; of lists, both sides' entries are joined. */
export interface MergedField { kind: 'field'; key: string; into: unknown; from: unknown; choices: readonly MergeChoice[]; preset: MergeChoice }
/** A section that differs, or the text before the first one (`key` null, `title` empty); a side without it is undefined. */
export interface MergedSection { kind: 'section'; key: string; title: string; into: readonly Block[] | undefined; from: readonly Block[] | undefined; choices: readonly MergeChoice[]; preset: MergeChoice }

export interface MergeParts { fields: MergedField[]; sections: MergedSection[] }

/** By the key of each part; one that is not named takes its preset. */
export type MergeChoices = ReadonlyMap<string, MergeChoice>

const all: readonly MergeChoice[] = ['into', 'from', 'both']
const either: readonly MergeChoice[] = ['into', 'from']

/** What is chosen by itself: the title, what stands in one line, what is written at length; and lists. */
const plainKeys = ['title', 'summary', 'unit', 'team', 'field', 'date', 'place', 'contact'] as const
const listKeys = ['authors', 'tags', 'attachments', 'links'] as const

const confidentialities: readonly Confidentiality[] = ['public', 'internal', 'restricted']

/** The stricter of two. */
export const stricter = (one: Confidentiality, other: Confidentiality): Confidentiality =>
  (confidentialities.indexOf(one) >= confidentialities.indexOf(other) ? one : other)

/** Which of two stays: the one further in its life, else the older. */
export const staysFirst = (one: RecordFile, other: RecordFile): boolean => {
  const place = ({ content: { type, stage } }: RecordFile): number => stagesOf(type).indexOf(stage)
  return place(one) === place(other) ? one.local.createdAt <= other.local.createdAt : place(one) > place(other)
}

type Fields = Readonly<Record<string, unknown>>

/** The fields of the other's type that this one's has not stay behind with it. */
const ownKeys = ({ type }: RecordContent, fields: Fields): string[] => Object.keys(fields).filter((key) => key !== 'edition' && (key === 'results' || fieldOf(type, key) !== undefined))

const isLong = ({ type }: RecordContent, key: string): boolean => key === 'summary' || fieldOf(type, key.replace(/^fields\./, ''))?.kind === 'longText'

/** Whether all that a row says stands in another one too. */
const isContained = (row: FieldRow, other: FieldRow): boolean =>
  Object.entries(row).every(([key, value]) => key === 'id' || saysNothing(value) || fingerprint([value]) === fingerprint([other[key]]))

/** What the other's list has beyond this one's: an entry that says what one here says, or less, adds nothing. */
const beyond = (into: readonly unknown[], from: readonly unknown[]): unknown[] => {
  const said = new Set(into.map((each) => fingerprint([each])))
  const rows = into.flatMap((each) => FieldRow.safeParse(each).data ?? [])
  return from.filter((each) => {
    const row = FieldRow.safeParse(each).data
    return !said.has(fingerprint([each])) && !(row && rows.some((other) => isContained(row, other)))
  })
}

const fieldPart = (content: RecordContent, key: string, into: unknown, from: unknown): MergedField[] => {
  if ((saysNothing(into) && saysNothing(from)) || fingerprint([into]) === fingerprint([from])) return []
  const isList = Array.isArray(into ?? from) && Array.isArray(from ?? into)
  const choices = isList || isLong(content, key) ? all : either
  const preset = saysNothing(into) ? 'from' : Array.isArray(into) && Array.isArray(from) && beyond(into, from).length > 0 ? 'both' : 'into'
  return [{ kind: 'field', key, into, from, choices, preset }]
}

/** Links of the two to one another mean nothing once they are one. */
const outward = (links: RecordContent['links'], ids: readonly string[]): RecordContent['links'] => links.filter(({ to }) => !ids.includes(to))

const fieldParts = (into: RecordContent, from: RecordContent, ids: readonly string[]): MergedField[] => {
  const values = (content: RecordContent): Fields => ({ ...content, links: outward(content.links, ids) })
  const [one, two] = [values(into), values(from)]
  const own = new Set([...ownKeys(into, into.fields), ...ownKeys(into, from.fields)])
  return [
    ...[...plainKeys, ...listKeys].flatMap((key) => fieldPart(into, key, one[key], two[key])),
    ...[...own].flatMap((key) => fieldPart(into, `fields.${key}`, into.fields[key], from.fields[key])),
    ...Object.keys({ ...into.custom, ...from.custom }).flatMap((key) => fieldPart(into, `custom.${key}`, into.custom[key], from.custom[key])),
  ]
}

const sayOf = (block: Block): string => fingerprint(normaliseBlock(block))
const isBlank = (blocks: readonly Block[] = []): boolean => blocks.every((block) => block.type === 'paragraph' && Array.isArray(block.inlines) && block.inlines.length === 0)

/** What both sides say is said once. */
const joined = (into: readonly Block[], from: readonly Block[]): Block[] => {
  if (isBlank(into)) return [...from]
  const said = new Set(into.map(sayOf))
  return [...into, ...isBlank(from) ? [] : from.filter((block) => !said.has(sayOf(block)))]
}

/** Blocks that differ by more than this say something else. */
const nearlySame = 0.8

/** Whether the other has a block that this one has not, in these words or nearly. */
const hasMore = (into: readonly Block[], from: readonly Block[]): boolean => {
  const body = (blocks: readonly Block[]): Body => ({ version: 1, preamble: [...blocks], sections: [] })
  return bodyRows(body(into), body(from)).some((row) => row.kind === 'added' || (row.kind === 'changed' && 'block' in row.before && 'block' in row.after
    && likeness(bigramsOf(wholeText(row.before.block)), bigramsOf(wholeText(row.after.block))) < nearlySame))
}

const sectionPart = (key: string, title: string, into: readonly Block[] | undefined, from: readonly Block[] | undefined): MergedSection[] => {
  if (from === undefined || (isBlank(into) && isBlank(from)) || fingerprint([into]) === fingerprint([from])) return []
  const preset = isBlank(into) ? 'from' : isBlank(from) || !hasMore(into ?? [], from) ? 'into' : 'both'
  return [{ kind: 'section', key, title, into, from, choices: isBlank(into) || isBlank(from) ? either : all, preset }]
}

/** The sections of the other beside those that they belong to: by their key, else by their title. */
const counterparts = (into: Body, from: Body): Map<Section, Section | undefined> => {
  const free = new Set(into.sections)
  return new Map(from.sections.map((section) => {
    const found = [...free].find(({ key, title }) => (key !== null && key === section.key) || (key === null && section.key === null && title === section.title))
    if (found) free.delete(found)
    return [section, found]
  }))
}

const beginning = 'beginning'

const sectionParts = (into: Body, from: Body): MergedSection[] => [
  ...sectionPart(beginning, '', into.preamble, from.preamble),
  ...[...counterparts(into, from)].flatMap(([section, own]) => sectionPart(`section.${section.id}`, own?.title ?? section.title, own?.blocks, section.blocks)),
]

/** What differs between two contents; `ids` are those of the two records. */
export const mergeParts = (into: RecordContent, from: RecordContent, ids: readonly string[]): MergeParts =>
  ({ fields: fieldParts(into, from, ids), sections: sectionParts(into.body, from.body) })

/**
 * Entries that say the same, whatever their ids, are one, and a row that says less than one of the other gives way to it. Rows of one
 * template bear its ids on both sides: of two that differ, the other's gets a new one.
 */
const joinedList = (into: readonly unknown[], from: readonly unknown[]): unknown[] => {
  const added = beyond(into, from)
  const own = into.filter((each) => beyond(added, [each]).length > 0)
  const taken = new Set(own.flatMap((each) => FieldRow.safeParse(each).data?.id ?? []))
  const withFreeId = (each: unknown): unknown => {
    const row = FieldRow.safeParse(each).data
    return row && taken.has(row.id) ? { ...row, id: newBlockId() } : each
  }
  const left = new Set(added)
  const inPlace = into.flatMap((each) => {
    if (own.includes(each)) return [each]
    const fuller = [...left].find((other) => beyond([other], [each]).length === 0)
    left.delete(fuller)
    return fuller === undefined ? [] : [withFreeId(fuller)]
  })
  return [...inPlace, ...[...left].map(withFreeId)]
}

/** A file is there once, as the side has it that says what it is for. */
const joinedFiles = (into: readonly AttachmentRef[], from: readonly AttachmentRef[]): AttachmentRef[] => {
  const files = new Map<string, AttachmentRef>()
  for (const file of [...into, ...from]) if (files.get(file.sha256)?.role === undefined && (file.role !== undefined || !files.has(file.sha256))) files.set(file.sha256, file)
  return [...files.values()]
}

const files = z.array(AttachmentRef)

const fieldValue = ({ key, into, from, preset }: MergedField, choice: MergeChoice = preset): unknown => {
  if (choice === 'into') return into
  if (choice === 'from') return from
  if (key === 'attachments') return joinedFiles(files.parse(into), files.parse(from))
  if (Array.isArray(into) && Array.isArray(from)) return joinedList(into, from)
  return saysNothing(into) ? from : saysNothing(from) ? into : `${String(into)}\n${String(from)}`
}

const sectionBlocks = ({ into = [], from = [], preset }: MergedSection, choice: MergeChoice = preset): Block[] =>
  (choice === 'into' ? [...into] : choice === 'from' ? [...from] : joined(into, from))

const mergedBody = (into: Body, from: Body, parts: readonly MergedSection[], choices: MergeChoices): Body => {
  const byKey = new Map(parts.map((part) => [part.key, part]))
  const blocksOf = (key: string, otherwise: Block[]): Block[] => {
    const part = byKey.get(key)
    return part ? sectionBlocks(part, choices.get(key)) : otherwise
  }
  const beside = counterparts(into, from)
  const keyOf = new Map([...beside].flatMap(([section, own]) => (own ? [[own, `section.${section.id}`] as const] : [])))
  const added = [...beside].flatMap(([section, own]) => {
    const blocks = own ? [] : blocksOf(`section.${section.id}`, [])
    return blocks.length > 0 ? [{ ...section, blocks }] : []
  })
  return { ...into, preamble: blocksOf(beginning, into.preamble), sections: [...into.sections.map((section) => ({ ...section, blocks: blocksOf(keyOf.get(section) ?? '', section.blocks) })), ...added] }
}

/** What proves a result comes along with it. */
const withEvidence = (content: EditableContent, from: RecordContent): EditableContent => {
  const attachments = content.attachments ?? []
  const needed = new Set(content.fields?.results?.flatMap(({ evidence }) => evidence) ?? [])
  for (const { sha256 } of attachments) needed.delete(sha256)
  return { ...content, attachments: [...attachments, ...from.attachments.filter(({ sha256 }) => needed.has(sha256))] }
}

/** The content of the record that stays. Its confidentiality is the stricter of the two. */
export const mergedContent = (into: RecordContent, from: RecordContent, { fields, sections }: MergeParts, choices: MergeChoices): EditableContent => {
  const merged = { plain: new Map<string, unknown>(), fields: new Map(Object.entries(into.fields)), custom: new Map(Object.entries(into.custom)) }
  for (const part of fields) {
    const value = fieldValue(part, choices.get(part.key))
    const [, group, key] = /^(fields|custom)\.(.*)$/s.exec(part.key) ?? []
    if (key !== undefined) (group === 'fields' ? merged.fields : merged.custom).set(key, value)
    else merged.plain.set(part.key, value)
  }
  const defined = (map: ReadonlyMap<string, unknown>): Record<string, unknown> => Object.fromEntries([...map].filter(([, value]) => value !== undefined))
  const { title, summary, unit, team, authors, contact, field, tags, date, place, links, attachments } = into
  return withEvidence(EditableContent.parse({
    title, summary, unit, team, authors, contact, field, tags, date, place, links, attachments,
    confidentiality: stricter(into.confidentiality, from.confidentiality),
    body: mergedBody(into.body, from.body, sections, choices), ...defined(merged.plain),
    fields: defined(merged.fields), custom: defined(merged.custom),
  }), from)
}

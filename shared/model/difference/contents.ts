/** The difference of two contents of a record: its fields, lists and body. */
import { saysNothing } from '../fields'
import type { AttachmentRef, MeasuredResult, RecordContent, RecordLink } from '../record'
import { bodyRows, type DifferenceRow } from './bodies'
import { fingerprint } from './fingerprint'

/** A field before and after, undefined where there is none. `key` is `fields.x` or `custom.x` for what is no field of every record. */
export interface FieldChange { key: string; before: unknown; after: unknown }

/** An entry of a list that is on one side only, or on both and differs. */
export interface ListChange<T> { before: T | undefined; after: T | undefined }

export interface ContentDifference {
  fields: FieldChange[]
  links: ListChange<RecordLink>[]
  attachments: ListChange<AttachmentRef>[]
  results: ListChange<MeasuredResult>[]
  body: DifferenceRow[]
}

type Fields = Readonly<Record<string, unknown>>

/** What is compared by its entries, or is no field. */
const apart: ReadonlySet<string> = new Set(['body', 'links', 'attachments', 'fields', 'custom', 'results', 'stageHistory'])

const fieldChanges = (before: Fields, after: Fields, prefix = ''): FieldChange[] => Object.keys({ ...before, ...after }).flatMap((key): FieldChange[] => {
  const [one, two] = [before[key], after[key]]
  if (apart.has(key) || (saysNothing(one) && saysNothing(two)) || fingerprint([one]) === fingerprint([two])) return []
  return [{ key: prefix + key, before: one, after: two }]
})

/** Entries with one name are one entry; the order of a list says nothing. */
const listChanges = <T>(before: readonly T[], after: readonly T[], nameOf: (entry: T) => string): ListChange<T>[] => {
  const [one, two] = [new Map(before.map((entry) => [nameOf(entry), entry])), new Map(after.map((entry) => [nameOf(entry), entry]))]
  return [...new Set([...one.keys(), ...two.keys()])].flatMap((name) => {
    const change = { before: one.get(name), after: two.get(name) }
    return fingerprint([change.before]) === fingerprint([change.after]) ? [] : [change]
  })
}

export const contentDifference = (before: RecordContent, after: RecordContent): ContentDifference => ({
  fields: [...fieldChanges(before, after), ...fieldChanges(before.fields, after.fields, 'fields.'), ...fieldChanges(before.custom, after.custom, 'custom.')],
  links: listChanges(before.links, after.links, ({ to, relation }) => `${relation} ${to}`),
  attachments: listChanges(before.attachments, after.attachments, ({ sha256, name }) => `${sha256} ${name}`),
  results: listChanges(before.fields.results ?? [], after.fields.results ?? [], ({ id }) => id),
  body: bodyRows(before.body, after.body),
})

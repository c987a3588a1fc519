/** Templates: what a new record of a type begins with. One file for each in `templates/`. */
import { z } from 'zod'
import type { Body } from './body/body'
import type { FieldDefinition, PlainField } from './fields'
import { rowsOf } from './fields'
import { Timestamp, Uuid } from './ids'
import type { UnitNode } from './library'
import { Person, RecordContent } from './record'
import { FreeType, recordTypes } from './recordTypes'

export const templateFormat = 1

export const templateLimits = { name: 100, count: 1000 } as const

/** What a template gives: no title, number, stage, links or attachments but the pictures that its body shows. */
export const TemplateContent = z.looseObject(RecordContent.pick({
  summary: true, field: true, tags: true, confidentiality: true, fields: true, custom: true, body: true,
}).shape)
export type TemplateContent = z.infer<typeof TemplateContent>

/**
 * `unit` is the unit that it is for, with all below it; empty for every unit. `at`: when it was last changed, and `by` whom. `defaultSince`: since
 * when a new record of its type begins with it for its unit.
 */
export const TemplateFile = z.looseObject({
  format: z.int().min(1), id: Uuid, name: z.string().min(1), type: FreeType, unit: z.string(), by: Person, at: Timestamp, defaultSince: Timestamp.optional(), content: TemplateContent,
})
export type TemplateFile = z.infer<typeof TemplateFile>

/**
 * What may be left out of a record that becomes a template: `text` what stands in its sections, `fields` the type's own and the library's,
 * `measured` the values before and after, `dates` and `people` what is such among the fields.
 */
export const templateParts = ['text', 'summary', 'field', 'tags', 'fields', 'measured', 'dates', 'people'] as const
export const TemplatePart = z.enum(templateParts)
export type TemplatePart = z.infer<typeof TemplatePart>

/** What belongs to one case alone. */
export const usuallyLeftOut: readonly TemplatePart[] = ['measured', 'dates', 'people']

type Values = Readonly<Record<string, unknown>>
type LeftOut = ReadonlySet<TemplatePart>

const isPersonal = (field: PlainField): boolean => (field.kind === 'text' || field.kind === 'words') && field.suggest === 'people'

const staysOut = (field: PlainField, leftOut: LeftOut): boolean =>
  (field.kind === 'date' && leftOut.has('dates')) || (isPersonal(field) && leftOut.has('people'))

const without = (values: Values, keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key)))

/** The values of fields without those that are left out, in the cells of rows too. */
const keptValues = (definitions: readonly FieldDefinition[], values: Values, leftOut: LeftOut): Record<string, unknown> => {
  const kept = { ...values }
  const gone: string[] = []
  for (const field of definitions) {
    if (field.kind !== 'rows') {
      if (staysOut(field, leftOut)) gone.push(field.key)
      continue
    }
    const columns = field.columns.filter((column) => staysOut(column, leftOut)).map(({ key }) => key)
    if (columns.length > 0 && values[field.key] !== undefined) kept[field.key] = rowsOf(values[field.key]).map((row) => ({ ...without(row, columns), id: row.id }))
  }
  return without(kept, gone)
}

/** The indicators stay, what was measured goes; evidence are attachments of the record, which a template has none of. */
const keptResults = (results: RecordContent['fields']['results'], leftOut: LeftOut): Pick<RecordContent['fields'], 'results'> => (results === undefined ? {} : {
  results: results.map(({ note, ...result }) => (leftOut.has('measured') ? { ...result, before: '', after: '', evidence: [] } : { ...result, ...note !== undefined && { note }, evidence: [] })),
})

const emptied = (body: Body): Body => ({ ...body, preamble: [], sections: body.sections.map((section) => ({ ...section, blocks: [] })) })

type Source = Pick<RecordContent, 'type' | 'summary' | 'field' | 'tags' | 'confidentiality' | 'fields' | 'custom' | 'body'>

/** What a record says that another can begin with. `customFields`: those that the library adds to its type. */
export const templateOf = (
  { type, summary, field, tags, confidentiality, fields: { results, edition: _edition, ...own }, custom, body }: Source, customFields: readonly FieldDefinition[], leftOut: LeftOut,
): TemplateContent => ({
  summary: leftOut.has('summary') ? '' : summary,
  field: leftOut.has('field') ? '' : field,
  tags: leftOut.has('tags') ? [] : tags,
  confidentiality,
  fields: { ...leftOut.has('fields') ? {} : keptValues(recordTypes[type].fields, own, leftOut), ...keptResults(results, leftOut) },
  custom: leftOut.has('fields') ? {} : keptValues(customFields, custom, leftOut),
  body: leftOut.has('text') ? emptied(body) : body,
})

/** The units that one stands below and itself, the nearest first; every path to it where several bear its name. */
const unitsAbove = (units: readonly UnitNode[], name: string): string[] => {
  const paths = (nodes: readonly UnitNode[], above: readonly string[]): string[][] => nodes.flatMap((node) => {
    const path = [node.name, ...above]
    return [...node.name === name ? [path] : [], ...paths(node.children ?? [], path)]
  })
  return [...new Set([name, ...paths(units, []).flat()])]
}

type ForWhat = Pick<TemplateFile, 'type' | 'unit'>

export const isForTheSame = (a: ForWhat, b: ForWhat): boolean => a.type === b.type && a.unit === b.unit

/** One for each type and unit: of several that are marked, as two machines may have left them, the one that was marked last. */
export const defaultTemplates = <T extends ForWhat & Pick<TemplateFile, 'id' | 'defaultSince'>>(templates: readonly T[]): T[] => {
  const sinceOf = ({ defaultSince = '', id }: T): string => `${defaultSince} ${id}`
  return templates.filter((one) => one.defaultSince !== undefined && !templates.some((other) => isForTheSame(one, other) && other.defaultSince !== undefined && sinceOf(other) > sinceOf(one)))
}

/** The default that holds for whoever works in a unit: that of the unit itself, else of the nearest above it, else that of every unit. */
export const defaultFor = <T extends Pick<TemplateFile, 'unit'>>(defaults: readonly T[], units: readonly UnitNode[], unit: string): T | undefined =>
  [...unit === '' ? [] : unitsAbove(units, unit), ''].flatMap((each) => defaults.filter((template) => template.unit === each))[0]

/** `fitting`: for the unit, the nearest first, then those for every unit. `others` are for units that it is not below. */
export interface OrderedTemplates<T> { fitting: T[]; others: T[] }

/** The templates as they are offered to whoever works in a unit. Without a unit, those for a unit fit as well, behind the others. */
export const orderTemplates = <T extends Pick<TemplateFile, 'name' | 'unit'>>(templates: readonly T[], units: readonly UnitNode[], unit: string): OrderedTemplates<T> => {
  const byName = [...templates].sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
  const near = unit === '' ? [] : unitsAbove(units, unit)
  const own = near.flatMap((each) => byName.filter((template) => template.unit === each))
  const general = byName.filter((template) => template.unit === '')
  const others = byName.filter((template) => template.unit !== '' && !near.includes(template.unit))
  return unit === '' ? { fitting: [...general, ...others], others: [] } : { fitting: [...own, ...general], others }
}

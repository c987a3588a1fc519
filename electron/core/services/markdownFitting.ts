/** A record that comes from a Markdown file, which anyone can write: what no edit could have made of it is left out, and told. */
import { customFieldsOf } from '#shared/model/customFields'
import { fits, type FieldDefinition } from '#shared/model/fields'
import { newBlockId } from '#shared/model/ids'
import type { LibraryFile } from '#shared/model/library'
import { RealDate } from '#shared/model/partialDate'
import { titleLimit, type RecordContent } from '#shared/model/record'
import { recordTypes, stagesOf } from '#shared/model/recordTypes'
import { fittingWords } from './markdownWords.data'

/** `leftOut` are the names of the fields whose values could not stay as they were; `isDraftedAnew` tells a product that comes without its editions. */
export interface Fitting { content: RecordContent; leftOut: string[]; isDraftedAnew: boolean }

const numberText = /^[^\p{Cc}\p{Zl}\p{Zp}/\\]{1,64}$/u

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Each row under an id that no other has: editors know rows by it. */
const withRowIds = (value: unknown): unknown => {
  if (!Array.isArray(value)) return value
  const taken = new Set<unknown>()
  return value.map((row: unknown) => {
    if (!isRow(row)) return row
    const id = typeof row.id === 'string' && row.id !== '' && row.id.length <= 64 && !taken.has(row.id) ? row.id : newBlockId()
    taken.add(id)
    return row.id === id ? row : { ...row, id }
  })
}

/** Values of a shape that their fields can't show go; one that is none of the options stays, as it does when options change. */
const fittingValues = (definitions: readonly FieldDefinition[], values: Readonly<Record<string, unknown>>): { values: Record<string, unknown>; misfits: FieldDefinition[] } => {
  const kept: Record<string, unknown> = { ...values }
  for (const { key, kind } of definitions) if (kind === 'rows' && key in kept) kept[key] = withRowIds(kept[key])
  const misfits = definitions.filter((definition) => !fits(definition, kept[definition.key]))
  return { values: Object.fromEntries(Object.entries(kept).filter(([key]) => !misfits.some((each) => each.key === key))), misfits }
}

/** How far a record has come in its life: a product is drafted anew, since no file holds its editions. */
const fittingLife = ({ type, stage, stageHistory, fields }: RecordContent): { life: Pick<RecordContent, 'stage' | 'stageHistory'>; isDraftedAnew: boolean; isOther: boolean } => {
  const stages = stagesOf(type)
  const isDraftedAnew = type === 'product' && (fields.edition !== undefined || (stages.includes(stage) && stage !== 'proposed' && stage !== 'drafting'))
  if (isDraftedAnew) return { life: { stage: 'drafting' }, isDraftedAnew, isOther: false }
  if (!stages.includes(stage)) return { life: { stage: stages[0] ?? 'draft' }, isDraftedAnew, isOther: true }
  const steps = stageHistory?.filter(({ from, to }) => stages.includes(from) && stages.includes(to))
  return { life: { stage, ...steps && { stageHistory: steps } }, isDraftedAnew, isOther: steps?.length !== stageHistory?.length }
}

export const fittingHere = (library: LibraryFile, content: RecordContent): Fitting => {
  const { language } = library
  const words = fittingWords[language]
  const { stage: _stage, stageHistory: _history, ...rest } = content
  const { edition, ...others } = content.fields
  const { life, isDraftedAnew, isOther } = fittingLife(content)
  const own = fittingValues(recordTypes[content.type].fields, content.type === 'product' ? others : content.fields)
  const custom = fittingValues(customFieldsOf(library, content.type), content.custom)
  const isNumber = content.number === '' || (numberText.test(content.number) && content.number.trim() === content.number)
  const isDate = content.date === '' || RealDate.safeParse(content.date).success
  const title = content.title.trim() === '' ? content.number || words.untitled : content.title.length > titleLimit ? content.title.slice(0, titleLimit).toWellFormed() : content.title
  return {
    isDraftedAnew,
    leftOut: [
      ...title === content.title ? [] : [words.title], ...isNumber ? [] : [words.number], ...isDate ? [] : [words.date], ...isOther ? [words.stage] : [],
      ...[...own.misfits, ...custom.misfits].map((definition) => definition.title[language]),
    ],
    content: { ...rest, ...life, title, number: isNumber ? content.number : '', date: isDate ? content.date : '', fields: own.values, custom: custom.values },
  }
}

/** What becomes of a copy: begun, written, finished, opened again. Each is judged on the form that the copy carries. */
import { AppError } from '#shared/contract/errors'
import { misfits } from '#shared/model/fields'
import { copyFormat, type FilledCopy, type FilledValues } from '#shared/model/forms/copy'
import { definitionsOf, formOf, formulasOf } from '#shared/model/forms/form'
import { resultsOf } from '#shared/model/forms/results'
import { gapsIn, presetValues, type FormFault } from '#shared/model/forms/validity'
import type { Person, RecordFile } from '#shared/model/record'

const derived = (copy: FilledCopy): FilledCopy => ({
  ...copy,
  results: Object.fromEntries([...resultsOf(copy, copy.values)].map(([id, outcome]) => [id, 'value' in outcome ? outcome.value : null])),
})

const without = (values: FilledValues): FilledValues => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

/** Throws `invalid` with each field whose new value is none of it. */
const expectFit = ({ form, values: before }: Pick<FilledCopy, 'form' | 'values'>, values: FilledValues): void => {
  const wrong = misfits(form.flatMap(definitionsOf), before, values)
  if (wrong.length > 0) throw new AppError('invalid', { issues: wrong.map((key) => ({ path: `values.${key}`, message: 'not a value of this field' })) })
}

/** Throws `invalid` for a tool with nothing to fill in. */
export const begunCopy = ({ id: toolId, revision, content }: RecordFile, { id, title, values, by, at }: { id: string; title: string; values: FilledValues; by: Person; at: string }): FilledCopy => {
  const [form, formulas] = [formOf(content.fields), formulasOf(content.fields)]
  if (form.length === 0 && formulas.length === 0) throw new AppError('invalid', { issues: [{ path: '', message: 'not to be filled in' }] })
  expectFit({ form, values: {} }, values)
  return derived({
    format: copyFormat, id, toolId, tool: { number: content.number, title: content.title, revisionId: revision.id }, title, form, formulas,
    values: { ...presetValues(form), ...without(values) }, results: {}, state: 'open', by, startedAt: at, savedAt: at,
  })
}

/** Throws `invalid` for a finished copy and for what is no value. */
export const writtenCopy = (copy: FilledCopy, { title, values }: { title?: string | undefined; values?: FilledValues | undefined }, at: string): FilledCopy => {
  if (copy.state === 'done') throw new AppError('invalid', { issues: [{ path: '', message: 'finished' }] })
  if (values) expectFit(copy, values)
  return derived({ ...copy, ...title !== undefined && { title }, ...values && { values: without(values) }, savedAt: at })
}

const told = (fault: FormFault): string => {
  switch (fault) {
    case 'missing': return 'missing a value'
    case 'wrong': return 'not a value of this field'
    case 'below': return 'below its bound'
    case 'above': return 'above its bound'
    case 'remark': return 'without a remark'
  }
}

/** Throws `invalid` with what is missing. One that is finished stays as it is. */
export const finishedCopy = (copy: FilledCopy, at: string): FilledCopy => {
  if (copy.state === 'done') return copy
  const gaps = gapsIn(copy.form, copy.values)
  if (gaps.length > 0) throw new AppError('invalid', { issues: gaps.map(({ fieldId, fault }) => ({ path: `values.${fieldId}`, message: told(fault) })) })
  return { ...derived(copy), state: 'done', savedAt: at, doneAt: at }
}

export const reopenedCopy = (copy: FilledCopy, at: string): FilledCopy => {
  if (copy.state === 'open') return copy
  const { doneAt: _doneAt, ...open } = copy
  return { ...open, state: 'open', savedAt: at }
}

export const removedCopy = (copy: FilledCopy, isRemoved: boolean, by: Person, at: string): FilledCopy => {
  if (isRemoved === (copy.removed !== undefined)) return copy
  const { removed: _removed, ...kept } = copy
  return isRemoved ? { ...kept, removed: { by, at } } : kept
}

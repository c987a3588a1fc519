/** What the formulas of a form make of its values. */
import { calculate, type Input } from '../calculation/calculate'
import type { CalculationValue, Outcome } from '../calculation/problems'
import { truthText } from '../fields'
import type { Language } from '../language'
import { nameOf, type FormField, type Formula } from './form'

type Values = Readonly<Record<string, unknown>>

/** A value as formulas reckon with it: an option that is a number counts as one. */
const given = ({ kind }: FormField, value: unknown): CalculationValue | undefined => {
  if (kind === 'flag') return value === true
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || value.trim() === '') return undefined
  return kind === 'choice' && Number.isFinite(Number(value)) ? Number(value) : value
}

const takesPart: ReadonlySet<string> = new Set(['number', 'choice', 'text', 'date', 'flag', 'check'])

const inputsOf = (form: readonly FormField[], values: Values): Input[] =>
  form.filter(({ kind }) => takesPart.has(kind)).map((field) => ({ name: nameOf(field), value: given(field, values[field.id]) }))

/** By the id of each formula. Never throws. */
export const resultsOf = ({ form, formulas }: { form: readonly FormField[]; formulas: readonly Formula[] }, values: Values): Map<string, Outcome<CalculationValue>> =>
  calculate(inputsOf(form, values), formulas.map((formula) => ({ id: formula.id, name: nameOf(formula), expression: formula.expression })))

/** A result as it is shown: as many decimal places as the formula asks for, else what is certain of it. */
export const resultText = ({ digits }: Pick<Formula, 'digits'>, value: CalculationValue, language: Language): string => {
  if (typeof value === 'boolean') return truthText(value, language)
  if (typeof value === 'string') return value
  if (digits === undefined) return String(Number(value.toPrecision(12)))
  return value.toFixed(digits)
}

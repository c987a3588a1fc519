/** What keeps a filled copy from being finished: judged alike by the page while it is written and by the core. */
import { fieldSchema, saysNothing } from '../fields'
import { definitionsOf, remarkKey, type FormField } from './form'

/** `missing` though it is required; not a value of the field; below or above its bounds; a failed check without a remark. */
export type FormFault = 'missing' | 'wrong' | 'below' | 'above' | 'remark'
export interface FormGap { fieldId: string; fault: FormFault }

type Values = Readonly<Record<string, unknown>>

const faultOf = (field: FormField, values: Values): FormFault | undefined => {
  const value = values[field.id]
  if (definitionsOf(field).some((definition) => values[definition.key] !== undefined && !fieldSchema(definition).safeParse(values[definition.key]).success)) return 'wrong'
  if (field.required === true && (saysNothing(value) || value === false)) return 'missing'
  if (field.kind === 'number' && typeof value === 'number') {
    if (field.min !== undefined && value < field.min) return 'below'
    if (field.max !== undefined && value > field.max) return 'above'
  }
  return field.kind === 'check' && value === 'fail' && saysNothing(values[remarkKey(field)]) ? 'remark' : undefined
}

/** Each field of which something is not as it must be, in their order. */
export const gapsIn = (form: readonly FormField[], values: Values): FormGap[] => form.flatMap((field) => {
  const fault = field.kind === 'heading' ? undefined : faultOf(field, values)
  return fault === undefined ? [] : [{ fieldId: field.id, fault }]
})

/** How many checked items failed. */
export const failsIn = (form: readonly FormField[], values: Values): number => form.filter(({ id, kind }) => kind === 'check' && values[id] === 'fail').length

/** How many fields are written in, of how many that can be. */
export const progressOf = (form: readonly FormField[], values: Values): { filled: number; total: number } => {
  const fields = form.filter(({ kind }) => kind !== 'heading')
  return { filled: fields.filter(({ id }) => !saysNothing(values[id])).length, total: fields.length }
}

/** What a new copy begins with: the presets that are values of their fields. */
export const presetValues = (form: readonly FormField[]): Record<string, unknown> => Object.fromEntries(form.flatMap((field) => {
  const preset = field.preset?.trim() ?? ''
  if (preset === '' || field.kind === 'rows' || field.kind === 'heading') return []
  const value = field.kind === 'number' ? Number(preset) : field.kind === 'flag' ? true : field.kind === 'choices' ? [preset] : preset
  const [definition] = definitionsOf(field)
  return definition && fieldSchema(definition).safeParse(value).success ? [[field.id, value] as const] : []
}))

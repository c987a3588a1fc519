/** A filled copy: one filling-in of a tool, with the form as it was then, so that it reads on after the tool changed. One file each. */
import { z } from 'zod'
import { Sha256, Timestamp, Uuid } from '../ids'
import { Person } from '../record'
import { FormField, Formula } from './form'

export const copyFormat = 1

/** `fails` and `results` are derived from the values, for whoever reads the file without the app. */
export const FilledCopy = z.looseObject({
  format: z.int().min(1), id: Uuid, toolId: Uuid,
  tool: z.looseObject({ number: z.string(), title: z.string(), revisionId: Sha256 }),
  title: z.string().min(1), form: z.array(FormField), formulas: z.array(Formula),
  /** By the id of a field; the remark on a checked item under its `remarkKey`. */
  values: z.record(z.string(), z.unknown()),
  /** By the id of a formula; null where it could not be calculated. */
  results: z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()])),
  state: z.enum(['open', 'done']), by: Person, startedAt: Timestamp, savedAt: Timestamp, doneAt: Timestamp.optional(),
  /** Out of the list, until it is brought back or removed for good. */
  removed: z.looseObject({ by: Person, at: Timestamp }).optional(),
})
export type FilledCopy = z.infer<typeof FilledCopy>
export type FilledValues = FilledCopy['values']

/** What a copy leaves as. */
export const CopyForm = z.enum(['word', 'excel'])
export type CopyForm = z.infer<typeof CopyForm>

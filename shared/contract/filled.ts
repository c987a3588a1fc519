/** Filled copies of tools: begun, written, finished, and on their way out. Those that change one answer `conflict` for another base than the file in place. */
import { z } from 'zod'
import { CopyForm, FilledCopy } from '../model/forms/copy'
import { Sha256, Timestamp, Uuid } from '../model/ids'
import { procedure } from './base'
import { ExportWarning } from './documents'
import { MadeFile } from './packages'

/** What a list says of a copy. `fails` counts the checks that failed. */
export const CopyRow = FilledCopy.pick({ id: true, title: true, state: true, by: true, startedAt: true, savedAt: true, doneAt: true }).extend({ fails: z.int(), isRemoved: z.boolean() })
export type CopyRow = z.infer<typeof CopyRow>

/** `base` is what the next change is made on. */
export const OpenCopy = z.object({ copy: FilledCopy, base: Sha256 })
export type OpenCopy = z.infer<typeof OpenCopy>

const title = z.string().trim().min(1).max(200)
const values = FilledCopy.shape.values
const one = z.object({ toolId: Uuid, id: Uuid })
const onBase = one.extend({ base: Sha256 })
const many = z.object({ toolId: Uuid, ids: z.array(Uuid).min(1) })

export const filled = {
  /** The latest begun first. `unread` counts those that can't be read. */
  list: procedure.input(z.object({ toolId: Uuid })).output(z.object({ copies: z.array(CopyRow), unread: z.int() })),
  get: procedure.input(one).output(OpenCopy),
  /** `id` is the copy's own, so that a try that was not answered for is not made twice. Throws `invalid` for a tool with nothing to fill in. */
  start: procedure.input(one.extend({ title, values: values.optional() })).output(OpenCopy),
  /** Whole values. Throws `invalid` for what is no value of its field and was not there before, and for a finished copy. */
  save: procedure.input(onBase.extend({ title: title.optional(), values: values.optional() })).output(z.object({ base: Sha256, savedAt: Timestamp })),
  /** Counts as one use of the tool. Throws `invalid` with what is missing, by the ids of the fields. */
  finish: procedure.input(onBase).output(OpenCopy),
  reopen: procedure.input(onBase).output(OpenCopy),
  /** Takes copies out of the list, or brings them back. */
  remove: procedure.input(many.extend({ isRemoved: z.boolean() })).output(z.null()),
  /** Removes for good what was taken out of the list before. Throws `invalid` for what was not. */
  purge: procedure.input(many).output(z.null()),
  /** A Word file of one copy, or an Excel file of one or many. Restricted tools as in `documents.word`. */
  export: procedure
    .input(many.extend({ form: CopyForm, to: z.string().min(1).nullable(), allowRestricted: z.boolean().default(false) }))
    .output(z.object({ file: MadeFile, warnings: z.array(ExportWarning) })),
}

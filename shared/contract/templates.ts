/** Templates of the open library: what a new record of a type can begin with, for every unit or for one and those below it. */
import { z } from 'zod'
import { Timestamp, Uuid } from '../model/ids'
import { Person } from '../model/record'
import { FreeType } from '../model/recordTypes'
import { TemplateContent, TemplateFile, templateLimits } from '../model/template'
import { procedure } from './base'

/** A template without its content. `isDefault`: a new record of its type begins with it for its unit; one at most for each type and unit. */
export const TemplateEntry = z.object({ id: Uuid, name: z.string(), type: FreeType, unit: z.string(), by: Person, at: Timestamp, isDefault: z.boolean() })
export type TemplateEntry = z.infer<typeof TemplateEntry>

const named = { id: Uuid, name: z.string().trim().min(1).max(templateLimits.name), unit: z.string().trim().max(100) }

/** Those that change throw why the library can't be written, `store_write_failed`, and what reading the template there throws: nothing unreadable is written over. */
export const templates = {
  /** By name. What can't be read is left out, and reported as damage. */
  list: procedure.output(z.array(TemplateEntry)),
  /** Throws `not_found`. */
  get: procedure.input(z.object({ id: Uuid })).output(TemplateFile),
  /** A new one under an id of its own, or in the place of the one that has it: that one is answered as `replaced`. Throws `invalid` where there are too many. */
  save: procedure.input(z.object({ ...named, type: FreeType, content: TemplateContent })).output(z.object({ template: TemplateFile, replaced: TemplateFile.nullable() })),
  /** Another name, another unit; for another unit it is no default any more. Throws `not_found`. */
  rename: procedure.input(z.object(named)).output(TemplateFile),
  /** Marks it as what a new record of its type begins with for its unit, in the place of the one that is so far; or takes that back, so that none is. Throws `not_found`. */
  setDefault: procedure.input(z.object({ id: Uuid, isDefault: z.boolean() })).output(z.null()),
  /** Answers what was removed, so that it can be put back. Throws `not_found`. */
  remove: procedure.input(z.object({ id: Uuid })).output(TemplateFile),
  /**
   * Writes a template that was removed or replaced as it was. `over` is the `at` of the one in its place, null where it was removed: throws
   * `conflict` where another one is there by now, and `not_found` where that one is gone.
   */
  putBack: procedure.input(z.object({ template: TemplateFile, over: Timestamp.nullable() })).output(z.null()),
}

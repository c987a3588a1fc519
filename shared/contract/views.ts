/** Saved views: lists that somebody narrowed, sorted and grouped, under a name. */
import { z } from 'zod'
import { Uuid } from '../model/ids'
import { SavedView } from '../model/listFields'
import { procedure } from './base'

export { SavedView } from '../model/listFields'

export const views = {
  /** Those of the open library, by name. */
  list: procedure.output(z.array(SavedView)),
  /** Keeps a list under a name, or replaces the view with this id. */
  save: procedure.input(SavedView.omit({ id: true }).extend({ id: Uuid.optional() })).output(SavedView),
  remove: procedure.input(z.object({ id: Uuid })).output(z.null()),
}

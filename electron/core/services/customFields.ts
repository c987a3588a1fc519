/** The fields that a library adds to the types, kept in `library.json`. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { z } from 'zod'
import { AppError, isAppError } from '#shared/contract/errors'
import type { CustomFields } from '#shared/contract/library'
import { customDefinition, CustomField } from '#shared/model/customFields'
import { fieldLimits, fieldSchema } from '#shared/model/fields'
import type { LibraryFile } from '#shared/model/library'
import { atATime } from '../store/atATime'
import type { CatalogEntry } from '../store/catalog/entry'
import { hashJson } from '../store/canonicalJson'
import type { Changes } from './changes'
import type { SessionHolder } from './session'

export interface CustomFieldService {
  list: () => CustomFields
  /** Replaces them all; the values of a field that goes stay in the records. Throws what the contract says. */
  set: (fields: readonly CustomField[], base: string) => Promise<CustomFields>
  use: (field: CustomField) => Promise<{ records: number; misfits: number }>
}

const readsAtATime = 16

/** Records looked at before others have their turn. */
const slice = 8192

const answersKept = 1000

/** Whether a value is one of the field; texts recur, and saying why one is none takes long. */
const fitsOf = (schema: z.ZodType): ((value: unknown) => boolean) => {
  const known = new Map<string, boolean>()
  return (value) => {
    const before = typeof value === 'string' ? known.get(value) : undefined
    if (before !== undefined) return before
    const answer = schema.safeParse(value).success
    if (typeof value === 'string' && known.size < answersKept) known.set(value, answer)
    return answer
  }
}

/** Whether a record says something in a field, and whether that fits it; undefined where only the record itself tells. */
const fitOf = ({ key, kind }: CustomField, fits: (value: unknown) => boolean, { values, unlisted }: CatalogEntry): { known: boolean; fits?: boolean } => {
  const length = unlisted?.[key]
  if (length === undefined) {
    const value = values?.[`custom:${key}`]
    return value === undefined ? { known: false } : { known: true, fits: fits(value) }
  }
  // What is neither a text nor a list of texts can be nothing but a table.
  if (length < 0) return kind === 'rows' ? { known: true } : { known: true, fits: false }
  switch (kind) {
    case 'text':
    case 'longText': return { known: true, fits: length <= fieldLimits[kind] }
    // An option is one line, and shorter than what a list cuts; so is a date.
    default: return { known: true, fits: false }
  }
}

const issuesOf = (fields: readonly CustomField[]): { path: string; message: string }[] => fields.flatMap(({ key, kind, options = [], columns = [] }, index) => [
  ...fields.findIndex((other) => other.key === key) === index ? [] : [{ path: `fields.${index}.key`, message: 'not unique' }],
  ...(kind === 'choice' || kind === 'choices') && options.length === 0 ? [{ path: `fields.${index}.options`, message: 'empty' }] : [],
  ...kind === 'rows' && columns.length === 0 ? [{ path: `fields.${index}.columns`, message: 'empty' }] : [],
])

const isKnown = (each: unknown): boolean => CustomField.safeParse(each).success

const fieldsOf = ({ customFields = [] }: LibraryFile): CustomFields =>
  ({ fields: customFields.flatMap((each) => CustomField.safeParse(each).data ?? []), base: hashJson(customFields) })

export const createCustomFieldService = ({ sessions, changes, now }: { sessions: SessionHolder; changes: Changes; now: () => number }): CustomFieldService => ({
  list: () => fieldsOf(sessions.required().folder.library.current()),
  set: async (fields, base) => {
    const session = sessions.writable()
    const issues = issuesOf(fields)
    if (issues.length > 0) throw new AppError('invalid', { issues })
    const library = await session.write(async () => session.folder.library.update((library) => {
      const there = fieldsOf(library)
      // Who changed them is not kept: when that was noticed is now.
      if (there.base !== base) throw new AppError('conflict', { id: 'customFields', current: there.base, at: new Date(now()).toISOString(), by: { name: '', unit: '' } })
      // What is none as this version knows them is not ours to drop.
      return { ...library, customFields: [...fields, ...(library.customFields ?? []).filter((each) => !isKnown(each))] }
    }))
    changes.publish({ type: 'library' })
    return fieldsOf(library)
  },
  use: async (field) => {
    const { catalog, folder, whenChecked } = sessions.required()
    await whenChecked()
    const isFit = fitsOf(fieldSchema(customDefinition(field)))
    const use = { records: 0, misfits: 0 }
    const toRead: string[] = []
    for (const [index, id] of [...catalog.ids()].entries()) {
      if (index % slice === slice - 1) await nextTurn()
      const entry = catalog.entry(id)
      if (!entry || !field.types.some((type) => type === entry.row.type)) continue
      const { known, fits } = fitOf(field, isFit, entry)
      if (!known) continue
      use.records += 1
      if (fits === undefined) toRead.push(id)
      else if (!fits) use.misfits += 1
    }
    await atATime(readsAtATime, toRead, async (id) => {
      const fits = await folder.records.read(id).then(({ content }) => isFit(content.custom[field.key]), (error: unknown) => {
        // One that can't be read is told as damage; what it says nobody knows.
        if (isAppError(error)) return true
        throw error
      })
      if (!fits) use.misfits += 1
    })
    return use
  },
})

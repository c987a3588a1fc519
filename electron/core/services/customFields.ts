/** The fields that a library adds to the types, kept in `library.json`. */
import { AppError, isAppError } from '#shared/contract/errors'
import type { CustomFields } from '#shared/contract/library'
import { customDefinition, CustomField } from '#shared/model/customFields'
import { fieldSchema, saysNothing } from '#shared/model/fields'
import type { LibraryFile } from '#shared/model/library'
import { atATime } from '../store/atATime'
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
    const schema = fieldSchema(customDefinition(field))
    const use = { records: 0, misfits: 0 }
    const ids = [...catalog.ids()].filter((id) => field.types.some((type) => type === catalog.get(id)?.type))
    await atATime(readsAtATime, ids, async (id) => {
      const value = await folder.records.read(id).then(({ content }) => content.custom[field.key], (error: unknown) => {
        // One that can't be read is told as damage; what it says nobody knows.
        if (isAppError(error)) return undefined
        throw error
      })
      if (saysNothing(value)) return
      use.records += 1
      if (!schema.safeParse(value).success) use.misfits += 1
    })
    return use
  },
})

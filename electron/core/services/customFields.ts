/** The fields that a library adds to the types, kept in `library.json`. */
import { AppError } from '#shared/contract/errors'
import { CustomField } from '#shared/model/customFields'
import type { Changes } from './changes'
import type { SessionHolder } from './session'

export interface CustomFieldService {
  list: () => CustomField[]
  /** Replaces them all. The values of a field that goes stay in the records. Throws `invalid` for two with one key, or a choice without options. */
  set: (fields: readonly CustomField[]) => Promise<CustomField[]>
}

const issuesOf = (fields: readonly CustomField[]): { path: string; message: string }[] => fields.flatMap(({ key, kind, options = [], columns = [] }, index) => [
  ...fields.findIndex((other) => other.key === key) === index ? [] : [{ path: `fields.${index}.key`, message: 'not unique' }],
  ...(kind === 'choice' || kind === 'choices') && options.length === 0 ? [{ path: `fields.${index}.options`, message: 'empty' }] : [],
  ...kind === 'rows' && columns.length === 0 ? [{ path: `fields.${index}.columns`, message: 'empty' }] : [],
])

export const createCustomFieldService = ({ sessions, changes }: { sessions: SessionHolder; changes: Changes }): CustomFieldService => {
  const known = (fields: readonly unknown[] | undefined): CustomField[] => (fields ?? []).flatMap((each) => CustomField.safeParse(each).data ?? [])
  return {
    list: () => known(sessions.required().folder.library.current().customFields),
    set: async (fields) => {
      const session = sessions.writable()
      const issues = issuesOf(fields)
      if (issues.length > 0) throw new AppError('invalid', { issues })
      await session.write(async () => session.folder.library.update((library) => {
        // What is none as this version knows them is not ours to drop.
        const unknown = (library.customFields ?? []).filter((each) => !CustomField.safeParse(each).success)
        return { ...library, customFields: [...fields, ...unknown] }
      }))
      changes.publish({ type: 'library' })
      return [...fields]
    },
  }
}

/** The templates of the open library, and in which order they are offered to whoever works here. */
import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/queries'
import type { TemplateEntry } from '#shared/contract/templates'
import type { FreeType } from '#shared/model/recordTypes'
import { defaultFor, orderTemplates, type OrderedTemplates } from '#shared/model/template'

export const useTemplates = () => useQuery(api.templates.list.queryOptions())

/** `byDefault` is what a new record begins with unless something else is chosen; undefined: with nothing but its sections. */
interface OfferedTemplates extends OrderedTemplates<TemplateEntry> { byDefault: TemplateEntry | undefined }

const none: OfferedTemplates = { fitting: [], others: [], byDefault: undefined }

/** Those of a type; until all that it takes is read, none. */
export const useOfferedTemplates = (type: FreeType | undefined): OfferedTemplates => {
  const { data: templates } = useTemplates()
  const { data: open } = useQuery(api.library.current.queryOptions())
  const { data: settings } = useQuery(api.app.settings.queryOptions())
  if (!templates || !open || !settings) return none
  const ofType = templates.filter((template) => template.type === type)
  const { units } = open.library.vocabularies
  const { unit } = settings.profile
  return { ...orderTemplates(ofType, units, unit), byDefault: defaultFor(ofType.filter(({ isDefault }) => isDefault), units, unit) }
}

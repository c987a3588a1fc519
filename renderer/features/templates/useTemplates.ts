/** The templates of the open library, and in which order they are offered to whoever works here. */
import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/queries'
import type { TemplateEntry } from '#shared/contract/templates'
import type { FreeType } from '#shared/model/recordTypes'
import { orderTemplates, type OrderedTemplates } from '#shared/model/template'

export const useTemplates = () => useQuery(api.templates.list.queryOptions())

const none: OrderedTemplates<TemplateEntry> = { fitting: [], others: [] }

/** Those of a type; until all that it takes is read, none. */
export const useOfferedTemplates = (type: FreeType | undefined): OrderedTemplates<TemplateEntry> => {
  const { data: templates } = useTemplates()
  const { data: open } = useQuery(api.library.current.queryOptions())
  const { data: settings } = useQuery(api.app.settings.queryOptions())
  if (!templates || !open || !settings) return none
  return orderTemplates(templates.filter((template) => template.type === type), open.library.vocabularies.units, settings.profile.unit)
}

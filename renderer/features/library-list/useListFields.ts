/** The fields of a library's list by their keys: what they and their values are called, which of them are facets, by which it can be grouped. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { useLanguage } from '#renderer/ui/useLanguage'
import { fieldText } from '#shared/model/fields'
import { FacetName, facetsOf, groupsOf, listFieldsOf, type ListField } from '#shared/model/listFields'
import type { ListedType } from '#shared/model/recordTypes'
import { useFacetLabel } from './facetLabel'

export interface ListFields {
  /** Beyond what every record has. */
  fields: readonly ListField[]
  facets: readonly string[]
  groups: readonly string[]
  nameOf: (key: string) => string
  valueName: (key: string, value: string) => string
  /** The values that a field can have in their order, where that is set. */
  optionsOf: (key: string) => readonly string[] | undefined
}

const none: { customFields?: readonly unknown[] } = {}

export const useListFields = (type: ListedType): ListFields => {
  const { t, i18n } = useTranslation('common')
  const language = useLanguage()
  const label = useFacetLabel()
  const library = useQuery(api.library.current.queryOptions()).data?.library ?? none
  return useMemo(() => {
    const fields = listFieldsOf(type, library)
    const byKey = new Map(fields.map((field) => [field.key, field.definition]))
    const nameOf = (key: string): string => {
      const facet = FacetName.safeParse(key).data
      if (facet) return t(`facet.${facet}`)
      return byKey.get(key)?.title[language] ?? (i18n.exists(`common:field.${key}`) ? t(`field.${key}`, { defaultValue: key }) : t('goneField'))
    }
    return {
      fields, facets: facetsOf(type, library), groups: groupsOf(type, library), nameOf,
      valueName: (key, value) => {
        const definition = byKey.get(key)
        if (!definition || value === '') return label(key, value)
        return fieldText(definition, definition.kind === 'flag' ? value === 'true' : value, language)
      },
      optionsOf: (key) => {
        const definition = byKey.get(key)
        if (definition?.kind === 'flag') return ['true', 'false']
        return definition && 'options' in definition ? definition.options.map(({ value }) => value) : undefined
      },
    }
  }, [type, library, t, i18n, language, label])
}

/** What the columns of a list are called. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { useLanguage } from '#renderer/ui/useLanguage'
import { listFieldsOf } from '#shared/model/listFields'
import type { ExportedList } from '../exportRequest'

const plain = ['number', 'title', 'stage', 'edition', 'unit', 'team', 'field', 'tags', 'date', 'updatedAt', 'polarity', 'attachments', 'confidentiality', 'authors'] as const

/** In their order; those that the library no longer has are left out. */
export const useColumnNames = (list: ExportedList | null): readonly string[] => {
  const { t } = useTranslation('common')
  const language = useLanguage()
  const library = useQuery(api.library.current.queryOptions()).data?.library
  if (!list || !library) return []
  const fields = listFieldsOf(list.type, library)
  return list.columns.flatMap((key) => {
    const known = plain.find((each) => each === key)
    return known ? t(`field.${known}`) : fields.find((field) => field.key === key)?.definition.title[language] ?? []
  })
}

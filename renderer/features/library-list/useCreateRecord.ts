/** Makes a new draft and opens it for editing. */
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useNavigation } from '#renderer/ui/navigation'
import type { LibraryType } from '#shared/model/recordTypes'

export interface Creation { create: () => void; isPending: boolean; error: Error | null }

export const useCreateRecord = (type: LibraryType): Creation => {
  const { t } = useTranslation('library-list')
  const { openRecord } = useNavigation()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => core.records.create({ type, content: { title: t(`untitled.${type}`) } }),
    onSuccess: ({ id }) => openRecord(id, { edit: true }),
  })
  return { create: () => mutate(), isPending, error }
}

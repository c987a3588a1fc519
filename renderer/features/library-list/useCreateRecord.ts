/** Makes a new draft and opens it for editing; of a product, asks for its name and its sources first. */
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useNavigation } from '#renderer/ui/navigation'
import { LibraryType, type ListedType } from '#shared/model/recordTypes'

export interface Creation { create: () => void; isPending: boolean; error: Error | null }

export const useCreateRecord = (type: ListedType): Creation => {
  const { t } = useTranslation('library-list')
  const { newProduct, openRecord } = useNavigation()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (library: LibraryType) => core.records.create({ type: library, content: { title: t(`untitled.${library}`) } }),
    onSuccess: ({ id }) => openRecord(id, { edit: true }),
  })
  const library = LibraryType.safeParse(type).data
  return { create: () => { if (library) mutate(library); else newProduct([]) }, isPending, error }
}

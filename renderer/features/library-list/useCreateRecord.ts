/** Makes a new draft and opens it for editing; of a product, asks for its name and its sources first. */
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useNavigation } from '#renderer/ui/navigation'
import { FreeType, type ListedType } from '#shared/model/recordTypes'

export interface Creation { create: () => void; isPending: boolean; error: Error | null }

export const useCreateRecord = (type: ListedType): Creation => {
  const { t } = useTranslation('library-list')
  const { newProduct, openRecord } = useNavigation()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (free: FreeType) => core.records.create({ type: free, content: { title: t(`untitled.${free}`) } }),
    onSuccess: ({ id }) => openRecord(id, { edit: true }),
  })
  const free = FreeType.safeParse(type).data
  return { create: () => { if (free) mutate(free); else newProduct([]) }, isPending, error }
}

/** How lists of a type look on this machine: read at once, kept in the settings as soon as something of it is chosen. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { ListedType } from '#shared/model/recordTypes'
import type { ListLook } from '#shared/model/settings'

const asItComes: ListLook = {}

export interface KeptLook { look: ListLook; setLook: (look: ListLook) => void }

/** `type` is null where records of all types stand together: such a list looks as it comes. */
export const useListLook = (type: ListedType | null): KeptLook => {
  const { t } = useTranslation('library-list')
  const client = useQueryClient()
  const showError = useErrorDialog()
  const settings = useQuery(api.app.settings.queryOptions()).data
  const key = api.app.settings.queryKey()
  const save = useMutation({
    mutationFn: (asked: { type: ListedType; look: ListLook }) => core.app.setListLook(asked),
    onError: (error) => {
      void client.invalidateQueries({ queryKey: key })
      showError(error, t('columns.notKept'))
    },
  })
  return {
    look: (type && settings?.lists[type]) ?? asItComes,
    setLook: (look) => {
      if (!type) return
      client.setQueryData(key, (before) => before && { ...before, lists: { ...before.lists, [type]: look } })
      save.mutate({ type, look })
    },
  }
}

/** The fields that the library adds to the types, and saving them as a whole: where somebody changed them meanwhile it says so, and nothing is lost. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { toFailure } from '#shared/contract/errors'
import type { CustomField } from '#shared/model/customFields'

export interface CustomFieldSettings {
  fields: readonly CustomField[] | undefined
  notRead: Error | null
  readAgain: () => void
  /** What `change` makes of those that are there now. Answers whether it was saved; why not was said then. */
  save: (change: (fields: readonly CustomField[]) => CustomField[]) => Promise<boolean>
  isPending: boolean
}

export const useCustomFields = (): CustomFieldSettings => {
  const { t } = useTranslation('custom-fields')
  const { message } = App.useApp()
  const showError = useErrorDialog()
  const { data, error, refetch } = useQuery(api.library.customFields.queryOptions())
  const { mutateAsync, isPending } = useMutation({
    mutationFn: async (change: (fields: readonly CustomField[]) => CustomField[]) => {
      // A change that is taken back later is made on what is there then.
      const { fields, base } = queryClient.getQueryData(api.library.customFields.queryKey()) ?? await core.library.customFields()
      return core.library.setCustomFields({ fields: change(fields), base })
    },
    scope: { id: 'customFields' },
    onSuccess: (answer) => { queryClient.setQueryData(api.library.customFields.queryKey(), answer) },
  })
  return {
    fields: data?.fields, notRead: error, isPending, readAgain: () => { void refetch() },
    save: async (change) => {
      try {
        await mutateAsync(change)
        return true
      } catch (failed) {
        if (toFailure(failed)?.code === 'conflict') {
          await refetch()
          void message.warning(t('changedElsewhere'), 8)
        } else showError(failed, t('notSaved'))
        return false
      }
    },
  }
}

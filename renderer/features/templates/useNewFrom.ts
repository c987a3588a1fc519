/** Makes a new draft of what is given and opens it for editing; what could not be made is said, and nothing of the source is touched. */
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useNavigation } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { withNewRows } from '#shared/model/fields'
import type { EditableContent } from '#shared/model/record'
import type { FreeType } from '#shared/model/recordTypes'
import type { TemplateContent } from '#shared/model/template'

export interface Beginning { type: FreeType; content: EditableContent & { title: string } }

/** What a record takes of a template, under row ids of its own: what a later version put beside it stays there. */
export const beginningOf = ({ summary, field, tags, confidentiality, fields, custom, body }: TemplateContent): EditableContent =>
  ({ summary, field, tags, confidentiality, fields: withNewRows(fields), custom: withNewRows(custom), body })

export const useNewFrom = <T>(begin: (source: T) => Promise<Beginning>): UseMutationResult<void, Error, T> => {
  const { t } = useTranslation('templates')
  const { openRecord } = useNavigation()
  const showError = useErrorDialog()
  return useMutation({
    mutationFn: async (source: T) => {
      const { id } = await core.records.create(await begin(source))
      openRecord(id, { edit: true })
    },
    onError: (error) => { showError(error, t('notCreated')) },
  })
}

/** A new draft that begins with a template. */
import type { UseMutationResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { beginningOf, useNewFrom } from './useNewFrom'

/** Takes the template's id. */
export const useNewFromTemplate = (): UseMutationResult<void, Error, string> => {
  const { t } = useTranslation('library-list')
  return useNewFrom(async (id: string) => {
    const { type, content } = await core.templates.get({ id })
    return { type, content: { ...beginningOf(content), title: t(`untitled.${type}`) } }
  })
}

/** A new draft that begins with what another record says, and links to it as what it derives from. */
import type { UseMutationResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { customFieldsOf } from '#shared/model/customFields'
import { titleLimit, type RecordFile } from '#shared/model/record'
import { FreeType } from '#shared/model/recordTypes'
import { templateOf, usuallyLeftOut } from '#shared/model/template'
import { beginningOf, useNewFrom } from './useNewFrom'

/** Takes the record as it was saved. */
export const useNewFromRecord = (): UseMutationResult<void, Error, RecordFile> => {
  const { t } = useTranslation('templates')
  return useNewFrom(async ({ id, content }: RecordFile) => {
    const open = await core.library.current()
    const template = templateOf(content, open ? customFieldsOf(open.library, content.type) : [], new Set(usuallyLeftOut))
    return {
      type: FreeType.parse(content.type),
      content: { ...beginningOf(template), title: t('newFrom', { title: content.title.slice(0, titleLimit - 20) }), links: [{ to: id, relation: 'derivedFrom' as const }] },
    }
  })
}

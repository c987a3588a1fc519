/** A sheet of the meeting to be filled, as an Excel file where the user wants it; what is unsaved is saved first, and that of a restricted meeting is asked about. */
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { askDestination } from '#renderer/client/files'
import { useAnnounceFile } from '#renderer/features/made-files'
import { saveFirst, type RecordSession } from '#renderer/features/record'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { toFailure } from '#shared/contract/errors'
import type { MadeFile } from '#shared/contract/packages'
import { fileNameOf } from '#shared/text/fileName'

export type SheetKind = 'participants' | 'attendance' | 'feedback'

export const useSheet = (session: RecordSession): UseMutationResult<MadeFile | undefined, Error, SheetKind> => {
  const { t } = useTranslation('meeting')
  const { modal } = App.useApp()
  const announce = useAnnounceFile()
  const showError = useErrorDialog()
  const confirmed = (title: string): Promise<boolean> => new Promise((resolve) => {
    modal.confirm({
      icon: null, title: t('sheet.restricted.title'), content: t('sheet.restricted.text', { title }), okText: t('sheet.restricted.ok'), cancelText: t('common:cancel'), onOk: () => { resolve(true) }, onCancel: () => { resolve(false) },
    })
  })
  return useMutation({
    mutationFn: async (sheet) => {
      await saveFirst(session)
      const { id, content: { title } } = session.view().record
      const name = t(`sheet.${sheet}`)
      const destination = await askDestination(fileNameOf(`${title} ${name}`, name, 'xlsx'), { name: t('sheet.files'), extension: 'xlsx' })
      if (!destination) return undefined
      const asked = { id, sheet, to: destination.to }
      try {
        return await core.meetings.sheet(asked)
      } catch (error) {
        if (toFailure(error)?.code !== 'restricted_content') throw error
        return await confirmed(title) ? core.meetings.sheet({ ...asked, allowRestricted: true }) : undefined
      }
    },
    onSuccess: (file) => { if (file) announce(file, t('sheet.made'), []) },
    onError: (error) => { showError(error, t('sheet.notMade')) },
  })
}

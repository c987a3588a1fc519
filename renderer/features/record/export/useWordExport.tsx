/**
 * A record as a Word file: what is unsaved is saved first, so that the file says what the screen says; then the core writes it where
 * the user wants it. A restricted record is asked about.
 */
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { askDestination, type Destination } from '#renderer/client/files'
import { useAnnounceFile } from '#renderer/features/made-files'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useLanguage } from '#renderer/ui/useLanguage'
import { toFailure } from '#shared/contract/errors'
import { fileNameOf } from '#shared/text/fileName'
import { exportWarningText } from '#shared/text/messages/failureText'
import type { RecordSession } from '../session/recordSession'
import { saveFirst } from './saveFirst'

type Written = Awaited<ReturnType<typeof core.documents.word>>

export const useWordExport = (session: RecordSession): UseMutationResult<Written | undefined, Error, void> => {
  const { t } = useTranslation('record')
  const language = useLanguage()
  const { modal } = App.useApp()
  const announce = useAnnounceFile()
  const showError = useErrorDialog()

  const confirmRestricted = (title: string): Promise<boolean> => new Promise((resolve) => {
    modal.confirm({
      icon: null, title: t('export.restricted.title'), content: t('export.restricted.text', { title }), okText: t('export.restricted.ok'), cancelText: t('common:cancel'),
      onOk: () => { resolve(true) }, onCancel: () => { resolve(false) },
    })
  })

  const write = async ({ id, title }: { id: string; title: string }, { to }: Destination): Promise<Written | undefined> => {
    try {
      return await core.documents.word({ id, to })
    } catch (error) {
      if (toFailure(error)?.code !== 'restricted_content') throw error
      return await confirmRestricted(title) ? core.documents.word({ id, to, allowRestricted: true }) : undefined
    }
  }

  return useMutation({
    mutationFn: async () => {
      await saveFirst(session)
      const { id, content: { title } } = session.view().record
      const destination = await askDestination(fileNameOf(title, t('export.fileName'), 'docx'), { name: t('export.wordFiles'), extension: 'docx' })
      return destination && write({ id, title }, destination)
    },
    onSuccess: (written) => {
      if (!written) return
      void core.usage.note({ id: session.view().record.id, kind: 'exported' })
      announce(written.file, t('export.done'), written.warnings.map((warning) => exportWarningText(warning, language)))
    },
    onError: (error) => { showError(error, t('export.notDone')) },
  })
}

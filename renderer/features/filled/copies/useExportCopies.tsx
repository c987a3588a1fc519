/** Filled copies as a file where the user wants it; those of a restricted tool are asked about. */
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { askDestination, type Destination } from '#renderer/client/files'
import { useAnnounceFile } from '#renderer/features/made-files'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useLanguage } from '#renderer/ui/useLanguage'
import { toFailure } from '#shared/contract/errors'
import type { CopyForm } from '#shared/model/forms/copy'
import { fileNameOf } from '#shared/text/fileName'
import { exportWarningText } from '#shared/text/messages/failureText'

type Exported = Awaited<ReturnType<typeof core.filled.export>>
export interface ExportRequest { ids: string[]; form: CopyForm; name: string }

const extensions = { word: 'docx', excel: 'xlsx' } as const

/** `prepare` saves what is unsaved, so that the file says what the screen says. */
export const useExportCopies = (toolId: string, prepare?: () => Promise<unknown>): UseMutationResult<Exported | undefined, Error, ExportRequest> => {
  const { t } = useTranslation('filled')
  const language = useLanguage()
  const { modal } = App.useApp()
  const announce = useAnnounceFile()
  const showError = useErrorDialog()

  const confirmRestricted = (): Promise<boolean> => new Promise((resolve) => {
    modal.confirm({
      icon: null, title: t('export.restrictedTitle'), content: t('export.restricted'), okText: t('export.restrictedOk'), cancelText: t('common:cancel'),
      onOk: () => { resolve(true) }, onCancel: () => { resolve(false) },
    })
  })

  const write = async ({ ids, form }: ExportRequest, { to }: Destination): Promise<Exported | undefined> => {
    try {
      return await core.filled.export({ toolId, ids, form, to })
    } catch (error) {
      if (toFailure(error)?.code !== 'restricted_content') throw error
      return await confirmRestricted() ? core.filled.export({ toolId, ids, form, to, allowRestricted: true }) : undefined
    }
  }

  return useMutation({
    mutationFn: async (request) => {
      await prepare?.()
      const extension = extensions[request.form]
      const destination = await askDestination(fileNameOf(request.name, t('export.fileName'), extension), { name: t(`export.${request.form}Files`), extension })
      return destination && write(request, destination)
    },
    onSuccess: (made, { form }) => {
      if (!made) return
      void core.usage.note({ id: toolId, kind: 'exported' })
      announce(made.file, t(`export.${form}Done`), made.warnings.map((warning) => exportWarningText(warning, language)))
    },
    onError: (error) => { showError(error, t('export.notDone')) },
  })
}

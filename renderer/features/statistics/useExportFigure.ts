/** A figure as an Excel file where the user wants it. */
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { askDestination } from '#renderer/client/files'
import { useAnnounceFile } from '#renderer/features/made-files'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { MadeFile } from '#shared/contract/packages'
import type { Figure } from '#shared/contract/statistics'
import { fileNameOf } from '#shared/text/fileName'
import { today } from './chart/picture'

export const useExportFigure = (figure: Figure): UseMutationResult<MadeFile | undefined, Error, void> => {
  const { t } = useTranslation('statistics')
  const announce = useAnnounceFile()
  const showError = useErrorDialog()
  return useMutation({
    mutationFn: async () => {
      const title = t(`figure.${figure}.title`)
      const destination = await askDestination(fileNameOf(`${title} ${today()}`, title, 'xlsx'), { name: t('excel.files'), extension: 'xlsx' })
      return destination && core.statistics.export({ figure, to: destination.to })
    },
    onSuccess: (file) => { if (file) announce(file, t('excel.done'), []) },
    onError: (error) => { showError(error, t('excel.notDone')) },
  })
}

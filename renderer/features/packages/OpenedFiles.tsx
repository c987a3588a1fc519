/** Looks into the packages that the system opens with the app. They wait at the host until a library is open to compare them with. */
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { watchOpenedFiles } from '#renderer/client/files'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useOpenPackages } from './useOpenPackages'

export const OpenedFiles = () => {
  const { t } = useTranslation('packages')
  const showError = useErrorDialog()
  const { mutateAsync: open } = useOpenPackages()
  useEffect(() => watchOpenedFiles((path) => { open([path]).catch((error: unknown) => { showError(error, t('notOpened')) }) }), [open, showError, t])
  return null
}

/** Shows an error that has no place of its own on the page, such as one of a menu, in a dialog. */
import { App } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from './ErrorPanel'

export const useErrorDialog = (): ((error: unknown, what?: string) => void) => {
  const { modal } = App.useApp()
  const { t } = useTranslation('common')
  return useCallback((error, what) => {
    const content = <ErrorPanel error={error} {...what !== undefined && { what }} />
    modal.error({ icon: null, width: 560, title: null, content, okText: t('close') })
  }, [modal, t])
}

/** Shows a file where it lies, on hosts that can; nothing elsewhere. */
import { FolderOpen } from 'lucide-react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { host } from '#renderer/client/client'
import { useCapabilities } from '#renderer/client/hostCapabilities'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'

export const RevealButton = ({ path }: { path: string }) => {
  const { t } = useTranslation('made-files')
  const showError = useErrorDialog()
  if (useCapabilities()?.reveal !== true) return null
  return <Button size="small" icon={<FolderOpen size={14} />} onClick={() => { host.reveal({ path }).catch(showError) }}>{t('reveal')}</Button>
}

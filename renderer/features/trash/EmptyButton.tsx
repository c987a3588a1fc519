/** Empties the trash, after it was said what goes and what stays. */
import { Button } from 'antd'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useConfirmRemoval } from './useConfirmRemoval'

export const EmptyButton = () => {
  const { t } = useTranslation('trash')
  const confirm = useConfirmRemoval()
  const showError = useErrorDialog()
  /** Counted anew: the list may not know yet what was brought back a moment ago. */
  const ask = async (): Promise<void> => {
    const [{ all }, copies] = await Promise.all([core.trash.list({ text: '', offset: 0, limit: 1 }), core.trash.copies({})])
    confirm({ count: all, copies }, core.trash.empty, t('emptyAll'))
  }
  return <Button danger icon={<Trash2 size={15} />} onClick={() => { ask().catch((error: unknown) => { showError(error, t('notRead')) }) }}>{t('emptyAll')}</Button>
}

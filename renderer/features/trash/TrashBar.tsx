/** What can be done to the chosen ones: bringing them back, or removing them for good. */
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { RotateCcw, Trash2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useAnnounceOutcome } from '#renderer/features/operations'
import { formatCount } from '#renderer/ui/format'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useLanguage } from '#renderer/ui/useLanguage'
import styles from './trash.module.css'
import { useConfirmRemoval } from './useConfirmRemoval'

export const TrashBar = ({ chosen, onDone }: { chosen: readonly string[]; onDone: () => void }) => {
  const { t } = useTranslation('trash')
  const language = useLanguage()
  const announce = useAnnounceOutcome()
  const showError = useErrorDialog()
  const confirm = useConfirmRemoval()
  const ids = [...chosen]
  const restore = useMutation({
    mutationFn: () => core.trash.restore({ ids }),
    onSuccess: (outcome) => { onDone(); announce(outcome, t('restored', { count: outcome.done })) },
    onError: (error) => { showError(error, t('notRestored')) },
  })
  const remove = async (): Promise<void> => {
    const copies = await core.trash.copies({ ids })
    confirm({ count: ids.length, copies }, async () => { await core.trash.remove({ ids }); onDone() })
  }
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('toolbar')}>
      <strong className={styles.chosen}>{t('chosen', { count: ids.length, shown: formatCount(ids.length, language) })}</strong>
      <Button type="text" size="small" icon={<RotateCcw size={15} />} loading={restore.isPending} onClick={() => { restore.mutate() }}>{t('restore')}</Button>
      <Button type="text" size="small" danger icon={<Trash2 size={15} />} onClick={() => { remove().catch((error: unknown) => { showError(error, t('notRemoved')) }) }}>{t('remove')}</Button>
      <Button type="text" size="small" icon={<X size={15} />} onClick={onDone}>{t('unchoose')}</Button>
    </div>
  )
}

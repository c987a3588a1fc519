/** Empties the trash, after it was said what goes and what stays. */
import { Button } from 'antd'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useConfirmRemoval } from './useConfirmRemoval'

/** `isCurrent`: the count is; what the question says does not change any more once it is asked. */
export const EmptyButton = ({ count, isCurrent }: { count: number; isCurrent: boolean }) => {
  const { t } = useTranslation('trash')
  const confirm = useConfirmRemoval()
  return <Button danger disabled={!isCurrent} icon={<Trash2 size={15} />} onClick={() => { confirm(count, core.trash.empty, t('emptyAll')) }}>{t('emptyAll')}</Button>
}

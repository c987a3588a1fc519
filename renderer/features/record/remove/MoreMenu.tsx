/** What is done to a record seldom: deleting it. */
import { Button, Dropdown } from 'antd'
import { Ellipsis, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OpenRecord } from '../session/useRecordSession'
import { useRemoveRecord } from './useRemoveRecord'

export const MoreMenu = ({ open }: { open: OpenRecord }) => {
  const { t } = useTranslation(['record', 'common'])
  const remove = useRemoveRecord(open.session)
  const items = [{ key: 'remove', danger: true, icon: <Trash2 size={15} />, label: t('remove.button'), onClick: () => { remove.mutate() } }]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button size="small" icon={<Ellipsis size={15} />} disabled={remove.isPending} aria-haspopup="menu" aria-label={t('common:more')} title={t('common:more')} />
    </Dropdown>
  )
}

/** A product without sources yet. */
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/ui/states/EmptyState'

export const NoSources = ({ onAdd }: { onAdd: (() => void) | undefined }) => {
  const { t } = useTranslation('product')
  return (
    <EmptyState
      title={t('sources.none.title')} text={t('sources.none.text')}
      action={onAdd && <Button icon={<Plus size={15} />} onClick={onAdd}>{t('sources.none.add')}</Button>}
    />
  )
}

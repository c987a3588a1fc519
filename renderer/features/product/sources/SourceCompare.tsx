/** A source as it was pinned beside what it is now. */
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { CompareDrawer } from '#renderer/features/revisions'
import { formatMoment } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import type { ProductSource } from '#shared/contract/products'
import type { Retaking } from './useRetake'

interface SourceCompareProps { source: ProductSource; retaking: Retaking | undefined; onClose: () => void }

export const SourceCompare = ({ source, retaking, onClose }: SourceCompareProps) => {
  const { t } = useTranslation('product')
  const { recordId, revisionId, row } = source
  useReturnFocus()
  const pinned = useQuery(api.records.revision.queryOptions({ input: { id: recordId, revisionId } }))
  const now = useQuery(api.records.get.queryOptions({ input: { id: recordId } }))
  const title = t('retake.compareTitle', { title: source.title || t('sources.unnamed') })
  const failed = pinned.error ?? now.error
  if (!pinned.data || !now.data) {
    return (
      <Drawer open onClose={onClose} size="100%" title={title}>
        {failed ? <ErrorPanel error={failed} what={t('sources.notRead')} onRetry={() => { void pinned.refetch(); void now.refetch() }} /> : <SkeletonRows rows={12} rowHeight={44} />}
      </Drawer>
    )
  }
  return (
    <CompareDrawer
      title={title} onClose={onClose} before={{ label: t('retake.pinned'), detail: formatMoment(pinned.data.revision.at), content: pinned.data.content }}
      after={{
        label: t('retake.now'), content: now.data.content, ...row && { detail: formatMoment(row.updatedAt) },
        action: retaking && <Button size="small" type="primary" icon={<RefreshCw size={13} />} loading={retaking.isRetaking} onClick={() => { retaking.retake(source); onClose() }}>{t('retake.button')}</Button>,
      }}
    />
  )
}

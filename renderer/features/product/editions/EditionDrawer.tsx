/** An edition as it was sealed: to read only, with the seal by which any copy of it is known. */
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { Package } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { attachmentUrl } from '#renderer/client/files'
import { recordSource } from '#renderer/client/recordSource'
import { api } from '#renderer/client/queries'
import { BodyView } from '#renderer/editor'
import { packEdition } from '#renderer/features/packages'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useEditionName } from '#renderer/ui/useEditionName'
import type { EditionSummary } from '#shared/contract/products'
import { EditionHead } from './EditionHead'
import styles from './Editions.module.css'

export const EditionDrawer = ({ summary, onClose }: { summary: EditionSummary; onClose: () => void }) => {
  const { t } = useTranslation('product')
  const { openRecord } = useNavigation()
  const editionName = useEditionName()
  const edition = useQuery(api.products.edition.queryOptions({ input: { recordId: summary.recordId, seal: summary.seal } }))
  return (
    <Drawer
      open onClose={onClose} size={780} title={t('editions.opened', { title: summary.title, edition: editionName(summary.number) })}
      extra={<Button icon={<Package size={15} />} onClick={() => { onClose(); packEdition({ recordId: summary.recordId, seal: summary.seal }) }}>{t('editions.pack')}</Button>}
    >
      {edition.isLoading && <SkeletonRows rows={10} rowHeight={36} />}
      {edition.error && <ErrorPanel error={edition.error} what={t('editions.notOpened')} onRetry={() => { void edition.refetch() }} />}
      {edition.data && (
        <>
          <EditionHead summary={summary} edition={edition.data} />
          <div className={styles.body}><BodyView body={edition.data.content.body} attachmentUrl={attachmentUrl} onOpenRecord={openRecord} records={recordSource} /></div>
        </>
      )}
    </Drawer>
  )
}

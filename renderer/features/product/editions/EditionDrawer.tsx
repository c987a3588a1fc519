/** An edition as it was sealed: to read only, with the seal by which any copy of it is known. */
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { CircleAlert, FileDown, Package } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { attachmentUrl } from '#renderer/client/files'
import { recordSource } from '#renderer/client/recordSource'
import { api } from '#renderer/client/queries'
import { BodyView } from '#renderer/editor'
import { useExportDocument } from '#renderer/features/documents'
import { packEdition } from '#renderer/features/packages'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useEditionName } from '#renderer/ui/useEditionName'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import type { EditionSummary } from '#shared/contract/products'
import { EditionHead } from './EditionHead'
import styles from './Editions.module.css'
import { EditionTables } from './EditionTables'

interface EditionDrawerProps {
  summary: EditionSummary
  /** The other editions that have its number. */
  twins: readonly EditionSummary[]
  /** The one in force, if there is one. */
  current: EditionSummary | undefined
  onOpen: (edition: EditionSummary) => void
  onClose: () => void
}

export const EditionDrawer = ({ summary, twins, current, onOpen, onClose }: EditionDrawerProps) => {
  const { t } = useTranslation('product')
  const { openRecord } = useNavigation()
  const editionName = useEditionName()
  const exportDocument = useExportDocument()
  useReturnFocus()
  const edition = useQuery(api.products.edition.queryOptions({ input: { recordId: summary.recordId, seal: summary.seal } }))
  return (
    <Drawer
      open onClose={onClose} size={860} title={t('editions.opened', { title: summary.title, edition: editionName(summary.number) })}
      extra={<div className={styles.ways}>
        <Button icon={<FileDown size={15} />} onClick={() => { onClose(); exportDocument({ kind: 'edition', id: summary.recordId, seal: summary.seal, part: 'workPackage' }) }}>{t('editions.export')}</Button>
        <Button icon={<Package size={15} />} onClick={() => { onClose(); packEdition({ recordId: summary.recordId, seal: summary.seal }) }}>{t('editions.pack')}</Button>
      </div>}
    >
      {edition.isLoading && <SkeletonRows rows={10} rowHeight={36} />}
      {edition.error && <ErrorPanel error={edition.error} what={t('editions.notOpened')} onRetry={() => { void edition.refetch() }} />}
      {edition.data && (
        <>
          {summary.status !== 'current' && (
            <p className={styles.past} role="status">
              <CircleAlert size={15} aria-hidden="true" /><span>{t(`editions.past.${summary.status}`)}</span>
              {current && current.seal !== summary.seal && <Button size="small" onClick={() => onOpen(current)}>{t('editions.toCurrent', { edition: editionName(current.number) })}</Button>}
            </p>
          )}
          <EditionHead summary={summary} twins={twins} edition={edition.data} />
          <div className={styles.body}><BodyView body={edition.data.content.body} attachmentUrl={attachmentUrl} onOpenRecord={openRecord} records={recordSource} /></div>
          <EditionTables content={edition.data.content} />
        </>
      )}
    </Drawer>
  )
}

/** The page of a product: read from the core, then held in its session, as any record is. */
import { useTranslation } from 'react-i18next'
import { useRecordSession, type RecordPageProps } from '#renderer/features/record'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import styles from './ProductPage.module.css'
import { ProductView } from './ProductView'

export const ProductPage = ({ id, target }: RecordPageProps) => {
  const { t } = useTranslation('product')
  const { open, error, retry } = useRecordSession(id)
  if (open) return <ProductView key={id} open={open} target={target} />
  return <div className={styles.alone}>{error ? <ErrorPanel error={error} what={t('notOpened')} onRetry={retry} /> : <SkeletonRows rows={12} rowHeight={44} />}</div>
}

/** The head of a source: which record, at which revision, how that stands to the record as it is now, and the way to let go of it. */
import { Button, Tooltip } from 'antd'
import { CircleAlert, Lock, RefreshCw, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '#renderer/ui/format'
import { useNavigation } from '#renderer/ui/navigation'
import type { ProductSource } from '#shared/contract/products'
import styles from './Source.module.css'

interface SourceHeadProps { source: ProductSource; onRemove: (() => void) | undefined }

export const SourceHead = ({ source: { recordId, row, at, state, title, citations }, onRemove }: SourceHeadProps) => {
  const { t } = useTranslation('product')
  const { openRecord } = useNavigation()
  const name = title || t('sources.unnamed')
  const why = citations > 0 ? t('sources.stillCited', { count: citations }) : t('sources.remove', { title: name })
  return (
    <div className={styles.head}>
      <p className={styles.facts}>
        <span>{row?.number ?? ''}</span>
        {at !== null && <span className={styles.lock}><Lock size={12} aria-hidden="true" />{t('sources.pinned', { time: formatMoment(at) })}</span>}
      </p>
      <div className={styles.titleRow}>
        <h2 className={styles.title}>
          {row ? <button type="button" className={styles.name} onClick={() => openRecord(recordId)}>{name}</button> : name}
        </h2>
        {onRemove && (
          <Tooltip title={why}>
            <Button
              type="text" size="small" icon={<X size={14} />} aria-disabled={citations > 0} aria-label={why} className={styles.remove ?? ''}
              onClick={() => { if (citations === 0) onRemove() }}
            />
          </Tooltip>
        )}
      </div>
      {state === 'changed' && row && <p className={styles.changed}><RefreshCw size={13} aria-hidden="true" />{t('sources.changed', { time: formatMoment(row.updatedAt) })}</p>}
      {state === 'missing' && <p className={styles.missing}><CircleAlert size={13} aria-hidden="true" />{t('sources.missing')}</p>}
    </div>
  )
}

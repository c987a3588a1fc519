/** The head of a source: which record, at which revision, how that stands to the record as it is now, and the way to let go of it. */
import { Button, Tooltip } from 'antd'
import { CircleAlert, Columns2, Lock, RefreshCw, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '#renderer/ui/format'
import { useNavigation } from '#renderer/ui/navigation'
import type { ProductSource } from '#shared/contract/products'
import styles from './Source.module.css'
import { SourceCompare } from './SourceCompare'
import type { Retaking } from './useRetake'

interface SourceHeadProps { source: ProductSource; retaking: Retaking | undefined; onRemove: (() => void) | undefined }

export const SourceHead = ({ source, retaking, onRemove }: SourceHeadProps) => {
  const { t } = useTranslation('product')
  const { recordId, row, at, state, title, citations } = source
  const [isCompared, setIsCompared] = useState(false)
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
      {state === 'changed' && row && (
        <p className={styles.again}>
          <Button size="small" icon={<Columns2 size={13} />} onClick={() => setIsCompared(true)}>{t('retake.compare')}</Button>
          {retaking && <Button size="small" loading={retaking.isRetaking} icon={<RefreshCw size={13} />} onClick={() => retaking.retake(source)}>{t('retake.button')}</Button>}
        </p>
      )}
      {isCompared && <SourceCompare source={source} retaking={retaking} onClose={() => setIsCompared(false)} />}
      {(state === 'trashed' || state === 'masked') && <p className={styles.changed}><CircleAlert size={13} aria-hidden="true" />{t(`sources.${state}`)}</p>}
      {state === 'missing' && <p className={styles.missing}><CircleAlert size={13} aria-hidden="true" />{t('sources.missing')}</p>}
    </div>
  )
}

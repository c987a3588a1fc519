/** The list behind a number, in a drawer: each record with its stage, and the way to it. */
import { Drawer } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecordRows } from '#renderer/client/recordRows'
import { StageTag } from '#renderer/ui/marks/StageTag'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { BehindContext, type Behind } from './behind'
import styles from './statistics.module.css'

/** As many as are drawn at once. */
const portion = 200

export const BehindProvider = ({ children }: { children: ReactNode }) => {
  const [behind, setBehind] = useState<Behind>()
  const close = (): void => { setBehind(undefined) }
  return (
    <BehindContext value={setBehind}>
      {children}
      {behind && <Drawer open size={560} title={behind.title} onClose={close}><RecordList key={behind.title} ids={behind.ids} /></Drawer>}
    </BehindContext>
  )
}

const RecordList = ({ ids }: { ids: readonly string[] }) => {
  const { t } = useTranslation('statistics')
  const { openRecord } = useNavigation()
  const { rows, error, retry } = useRecordRows(ids)
  const [shown, setShown] = useState(portion)
  if (ids.length === 0) return <p className={styles.hint}>{t('behind.none')}</p>
  if (error) return <ErrorPanel error={error} what={t('behind.notRead')} onRetry={retry} />
  if (!rows) return <SkeletonRows rows={6} rowHeight={40} />
  const gone = ids.filter((id) => !rows.has(id)).length
  return (
    <>
      <p className={styles.hint} role="status">{t('behind.count', { count: ids.length })}</p>
      <ul className={styles.behind}>
        {ids.slice(0, shown).map((id) => {
          const row = rows.get(id)
          return row && (
            <li key={id}>
              <button type="button" onClick={() => { openRecord(id) }}>
                <TypeMark type={row.type} />
                <span className={styles.behindName}><span dir="auto">{row.title}</span><span>{[row.number, row.unit].filter((part) => part !== '').join('　')}</span></span>
                <StageTag stage={row.stage} />
              </button>
            </li>
          )
        })}
      </ul>
      {ids.length > shown && <button type="button" className={styles.more} onClick={() => { setShown(shown + portion) }}>{t('behind.more', { count: ids.length - shown })}</button>}
      {gone > 0 && <p className={styles.hint}>{t('behind.gone', { count: gone })}</p>}
    </>
  )
}

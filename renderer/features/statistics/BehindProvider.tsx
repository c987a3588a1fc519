/** The list behind a number, in a drawer: each record with its stage, and the way to it. */
import { Drawer } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecordRows } from '#renderer/client/recordRows'
import { StageTag } from '#renderer/ui/marks/StageTag'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { adopterFirst } from '#renderer/ui/adopterFirst'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
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
      {behind && <BehindDrawer behind={behind} onClose={close} />}
    </BehindContext>
  )
}

const BehindDrawer = ({ behind: { title, ids }, onClose }: { behind: Behind; onClose: () => void }) => {
  useReturnFocus()
  return <Drawer open size={560} title={title} onClose={onClose}><RecordList key={title} ids={ids} /></Drawer>
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
          if (!row) return undefined
          const { name, rest } = adopterFirst(row)
          return (
            <li key={id}>
              <button type="button" onClick={() => { openRecord(id) }}>
                <TypeMark type={row.type} />
                <span className={styles.behindName}><span dir="auto" title={row.title}>{name}</span><span>{(rest === '' ? [row.number, row.unit] : [rest, row.number]).filter((part) => part !== '').join('　')}</span></span>
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

/** What one sees of a record before opening it: type, title, number, stage, unit and what it is about. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StageTag } from '#renderer/ui/marks/StageTag'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import type { RecordPreview, RecordSource } from './recordSource'
import css from './records.module.css'

type Shown = 'reading' | 'missing' | 'failed' | RecordPreview

const usePreview = (recordId: string, source: RecordSource): Shown => {
  const [shown, setShown] = useState<Shown>('reading')
  useEffect(() => {
    let wanted = true
    const show = (next: Shown): void => { if (wanted) setShown(next) }
    source.preview(recordId).then((preview) => { show(preview ?? 'missing') }, (error: unknown) => {
      // The card says that it could not be read; the cause is for whoever looks into it.
      console.error(error)
      show('failed')
    })
    return () => { wanted = false }
  }, [recordId, source])
  return shown
}

export const RecordCard = ({ recordId, source }: { recordId: string, source: RecordSource }) => {
  const { t } = useTranslation('editor')
  const shown = usePreview(recordId, source)
  if (typeof shown === 'string') return <div className={css.cardNote} role="status">{t(`record.${shown}`)}</div>
  const { row, summary } = shown
  return (
    <div className={css.card}>
      <div className={css.cardHead}><TypeMark type={row.type} size={18} /><span className={css.cardTitle} dir="auto">{row.title}</span></div>
      <div className={css.cardMeta}>
        {row.number !== '' && <span>{row.number}</span>}
        {row.unit !== '' && <span>{row.unit}</span>}
        <StageTag stage={row.stage} type={row.type} />
      </div>
      {summary !== '' && <p className={css.cardSummary} dir="auto">{summary}</p>}
    </div>
  )
}

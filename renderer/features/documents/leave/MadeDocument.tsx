/** A document that the dialog waits for: it is handed over once it is there, and what was refused goes back to be confirmed. */
import { Button } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { downloadMade } from '#renderer/client/files'
import { dismissJob } from '#renderer/features/jobs'
import styles from '../documents.module.css'
import { MadeReport, useMade } from './MadeReport'
import { refusedRecords, type NamedRecord } from './refused'

interface MadeDocumentProps {
  jobId: string
  onMade: () => void
  /** It holds restricted records, which was not known before. */
  onRestricted: (records: readonly NamedRecord[]) => void
  onBack: () => void
  onClose: () => void
}

export const MadeDocument = ({ jobId, onMade, onRestricted, onBack, onClose }: MadeDocumentProps) => {
  const { t } = useTranslation(['documents', 'common'])
  const of = useMade(jobId)
  const isDone = of.job.data?.state === 'done'
  const failure = of.job.data?.failure
  const file = of.made.data?.file
  useEffect(() => { if (isDone) onMade() }, [isDone, onMade])
  // It is in hand: the top bar need not offer it.
  useEffect(() => { if (file) { downloadMade(file); dismissJob(jobId) } }, [file, jobId])
  useEffect(() => { const refused = refusedRecords(failure); if (refused.length > 0) onRestricted(refused) }, [failure, onRestricted])
  return (
    <div className={styles.report}>
      <MadeReport of={of} download={t('report.again')} />
      {of.job.data?.state === 'running' && <p className={styles.hint}>{t('report.canClose')}</p>}
      <div className={styles.reportButtons}>
        <Button onClick={onBack}>{t(file ? 'report.another' : 'report.back')}</Button>
        {/* The button that was pressed is gone. */}
        <Button type="primary" ghost autoFocus onClick={onClose}>{t('common:close')}</Button>
      </div>
    </div>
  )
}

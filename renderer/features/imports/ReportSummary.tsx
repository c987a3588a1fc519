/** An import in numbers. */
import { Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatCount, formatDuration } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { Job } from '#shared/contract/jobs'
import styles from './ImportReportPage.module.css'
import { outcomeIcons, type ImportReport } from './outcomes'

export const ReportSummary = ({ report, job }: { report: ImportReport, job: Job }) => {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  return (
    <p className={styles.summary}>
      {(['imported', 'failed', 'skipped'] as const).map((outcome) => {
        const Icon = outcomeIcons[outcome]
        const count = report[outcome]
        if (count === 0 && outcome !== 'imported') return null
        return <span key={outcome} data-outcome={outcome}><Icon size={14} aria-hidden="true" />{t(`count.${outcome}`, { count, shown: formatCount(count, language) })}</span>
      })}
      {report.alike > 0 && <span data-outcome="alike"><Copy size={14} aria-hidden="true" />{t('count.alike', { count: report.alike, shown: formatCount(report.alike, language) })}</span>}
      {job.endedAt !== null && <span>{t('took', { time: formatDuration(Date.parse(job.endedAt) - Date.parse(job.startedAt), t) })}</span>}
      {job.state === 'cancelled' && <span>{t('cancelledText')}</span>}
    </p>
  )
}

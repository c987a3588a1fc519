/** What the pilots of an edition say, one after another under the conclusion that was drawn from them: to read, to print, to copy. */
import { useQueries } from '@tanstack/react-query'
import { App, Button, Drawer } from 'antd'
import { Copy, Printer } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { StageTag } from '#renderer/ui/marks/StageTag'
import { useNavigation } from '#renderer/ui/navigation'
import { useEditionName } from '#renderer/ui/useEditionName'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import type { AdoptionRow } from '#shared/contract/adoptions'
import { unitOf } from '../unitOf'
import { plainReport, sayingOf, type ReportWords } from './reportText'
import styles from './report.module.css'

const useReportWords = (): ReportWords => {
  const { t } = useTranslation('adoptions')
  return useMemo(() => ({
    label: {
      verdict: t('report.verdict'), dates: t('report.dates'), differences: t('report.differences'), benefits: t('report.benefits'), barrier: t('report.barrier'), feedback: t('report.feedback'), rating: t('report.rating'),
    },
    verdict: (verdict) => t(`verdict.${verdict}`),
    dates: (planned, actual) => [planned === '' ? '' : t('report.planned', { day: planned }), actual === '' ? '' : t('report.actual', { day: actual })].filter((part) => part !== '').join('　'),
    rating: (rating) => t('report.stars', { count: rating }),
    difference: ({ place, standard, local, reason }) => `${place || t('differences.elsewhere')}${t('report.colon')}${[standard, local].filter((part) => part !== '').join(' → ')}${reason === '' ? '' : t('report.because', { reason })}`,
    benefit: ({ what, amount, unit, isVerified }) => `${[what, `${amount} ${unit}`.trim()].filter((part) => part !== '').join(' ')}${t(isVerified ? 'report.verified' : 'report.unverified')}`,
  }), [t])
}

interface PilotReportProps { title: string; edition: number; conclusion: string; pilots: readonly AdoptionRow[]; onClose: () => void }

export const PilotReport = ({ title, edition, conclusion, pilots, onClose }: PilotReportProps) => {
  useReturnFocus()
  const { t } = useTranslation(['adoptions', 'common'])
  const { message } = App.useApp()
  const { openRecord } = useNavigation()
  const editionName = useEditionName()
  const words = useReportWords()
  const contents = useQueries({ queries: pilots.map(({ row }) => api.records.get.queryOptions({ input: { id: row.id } })) })
  const sayings = pilots.map((pilot, index) => sayingOf(pilot, unitOf(pilot), contents[index]?.data?.content, words))
  const heading = t('report.title', { title, edition: editionName(edition) })
  const copy = async (): Promise<void> => {
    const plain = plainReport(heading, { label: t('report.conclusion'), text: conclusion.trim() }, sayings)
    await navigator.clipboard.writeText(plain).then(() => message.success(t('common:copied')), () => message.warning(t('report.notCopied')))
  }
  return (
    <Drawer
      open size={720} title={t('pilot.report')} onClose={onClose} rootClassName={styles.drawer ?? ''}
      extra={<span className={styles.tools}><Button icon={<Copy size={14} />} onClick={() => void copy()}>{t('report.copy')}</Button><Button icon={<Printer size={14} />} onClick={() => { print() }}>{t('report.print')}</Button></span>}
    >
      <article className={styles.report}>
        <h1>{heading}</h1>
        <h2>{t('report.conclusion')}</h2>
        <p className={styles.text}>{conclusion.trim() || <span className={styles.none}>{t('report.noConclusion')}</span>}</p>
        {sayings.map(({ id, unit, lines }, index) => (
          <section key={id}>
            <h2><button type="button" onClick={() => { openRecord(id) }}>{unit}</button><StageTag stage={pilots[index]?.row.stage ?? ''} /></h2>
            {lines.length === 0 && <p className={styles.none}>{t('report.silent')}</p>}
            <dl>{lines.map(({ label, text }) => <div key={label}><dt>{label}</dt><dd className={styles.text} dir="auto">{text}</dd></div>)}</dl>
          </section>
        ))}
      </article>
    </Drawer>
  )
}

/** The plan as it stands: the folder and what is to be said of it, how often, and how the last try ended. */
import { CircleCheck, Lock, TriangleAlert } from 'lucide-react'
import { Button, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { usePickFolder } from '#renderer/features/file-picker'
import { formatMoment } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { BackupStatus } from '#shared/contract/backups'
import { errorData } from '#shared/contract/errors'
import { BackupEvery } from '#shared/model/settings'
import styles from './backup.module.css'

type Plan = NonNullable<BackupStatus['plan']>

interface PlanRowsProps { status: BackupStatus, onPlan: (plan: Plan | null) => void, onPlanAndRun: (plan: Plan) => void, onRun: () => void }

const Row = ({ label, children }: { label: string, children: ReactNode }) => (
  <div className={styles.row}><span className={styles.label}>{label}</span><div className={styles.value}>{children}</div></div>
)

const Caution = ({ children }: { children: ReactNode }) => <p className={styles.caution}><TriangleAlert size={14} aria-hidden="true" />{children}</p>

export const PlanRows = ({ status, onPlan, onPlanAndRun, onRun }: PlanRowsProps) => {
  const { t } = useTranslation('backup')
  const pickFolder = usePickFolder()
  const { plan, isReachable, isSameDisk } = status
  if (!plan) return null
  const change = async () => {
    const folder = await pickFolder({ startAt: plan.folder })
    if (folder !== null) onPlan({ ...plan, folder })
  }
  return (
    <div className={styles.rows}>
      <Row label={t('to')}>
        <div className={styles.line}>
          <span>{plan.folder}</span>
          <Button size="small" onClick={() => void change()}>{t('change')}</Button>
          <Button size="small" type="text" onClick={() => { onPlan(null) }}>{t('stop')}</Button>
        </div>
        {isReachable === false && <Caution>{t('unreachable')}</Caution>}
        {isSameDisk === true && <Caution>{t('sameDisk')}</Caution>}
      </Row>
      <Row label={t('every')}>
        <Segmented
          aria-label={t('every')} value={plan.every} onChange={(every) => { onPlan({ ...plan, every }) }}
          options={BackupEvery.options.map((value) => ({ value, label: t(`everyOptions.${value}`) }))}
        />
      </Row>
      <Row label={t('last')}><LastTry status={status} onRun={onRun} onAllow={() => { onPlanAndRun({ ...plan, allowRestricted: true }) }} /></Row>
      {plan.allowRestricted && <Row label={t('restricted.label')}>
        <div className={styles.line}>
          <span>{t('restricted.allowed')}</span>
          <Button size="small" type="text" onClick={() => { onPlan({ ...plan, allowRestricted: false }) }}>{t('restricted.withdraw')}</Button>
        </div>
      </Row>}
    </div>
  )
}

const Restricted = z.object({ code: z.literal('restricted_content'), data: errorData.restricted_content })
const mostTitles = 5

interface LastTryProps { status: BackupStatus, onRun: () => void, onAllow: () => void }

const LastTry = ({ status: { plan, last, lastGood }, onRun, onAllow }: LastTryProps) => {
  const { t } = useTranslation('backup')
  const restricted = Restricted.safeParse(last?.failure)
  return (
    <>
      {lastGood === null ? <span>{t('never')}</span> : <p className={styles.good}><CircleCheck size={14} aria-hidden="true" />{t('good', { at: formatMoment(lastGood) })}</p>}
      {last && !last.ok && (restricted.success
        ? plan?.allowRestricted !== true && <RestrictedNotice records={restricted.data.data.records} onAllow={onAllow} />
        : <ErrorPanel error={last.failure} what={t('failedAt', { at: formatMoment(last.at) })} onRetry={onRun} />)}
    </>
  )
}

const RestrictedNotice = ({ records, onAllow }: { records: z.infer<typeof Restricted>['data']['records'], onAllow: () => void }) => {
  const { t } = useTranslation('backup')
  return (
    <section className={styles.notice} role="alert">
      <Lock size={16} aria-hidden="true" />
      <div>
        <strong>{t('restricted.title', { count: records.length })}</strong>
        <p>{t('restricted.text')}</p>
        <ul className={styles.titles}>
          {records.slice(0, mostTitles).map(({ id, number, title }) => <li key={id}>{number}　{title}</li>)}
          {records.length > mostTitles && <li>{t('restricted.more', { count: records.length - mostTitles })}</li>}
        </ul>
        <Button size="small" onClick={onAllow}>{t('restricted.allow')}</Button>
      </div>
    </section>
  )
}

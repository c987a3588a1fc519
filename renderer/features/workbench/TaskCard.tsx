/** What waits for me: reviews, what came back to me, what is due to be looked at again. */
import { Button, Segmented } from 'antd'
import { AlarmClock, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#renderer/ui/format'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { Task } from '#shared/contract/workbench'
import { FollowUpTask } from './FollowUpTask'
import { Name } from './Name'
import styles from './Workbench.module.css'

type Shown = Task['kind'] | 'all'
const kinds = ['review', 'sentBack', 'due', 'adoption', 'followUp'] as const

/** The days of these are days, not moments. */
const onADay: ReadonlySet<Task['kind']> = new Set(['due', 'adoption'])

interface TaskCardProps { tasks: { data: { tasks: Task[]; total: Record<Task['kind'], number> } | undefined; isPending: boolean; error: Error | null; refetch: () => unknown } }

const shownAtOnce = 12

export const TaskCard = ({ tasks: { data, isPending, error, refetch } }: TaskCardProps) => {
  const { t } = useTranslation(['workbench', 'common'])
  const { openRecord, openLibrary, openAdoptions, searchFor } = useNavigation()
  const [shown, setShown] = useState<Shown>('all')
  const [limit, setLimit] = useState(shownAtOnce)
  const all = data?.tasks ?? []
  const tasks = shown === 'all' ? all : all.filter(({ kind }) => kind === shown)
  const sum = data ? kinds.reduce((total, kind) => total + data.total[kind], 0) : 0
  const countOf = (kind: Shown): number => (kind === 'all' ? sum : data?.total[kind] ?? 0)
  return (
    <section className={styles.card} tabIndex={-1} aria-labelledby="tasks-title">
      <div className={styles.cardHead}>
        <h2 id="tasks-title">{t('tasks.title')}</h2>
        {all.length > 0 && <span className={styles.kinds}>
          <Segmented
            size="small" aria-label={t('tasks.shown')} value={shown} onChange={setShown}
            options={(['all', ...kinds] as const).map((kind) => ({ value: kind, label: t(`tasks.kind.${kind}`, { count: countOf(kind) }), disabled: countOf(kind) === 0 }))}
          />
          {shown === 'due' && <Button type="link" size="small" onClick={() => { openLibrary('experience', { facets: {}, sort: { by: 'own:reviewDate', descending: false } }) }}>{t('tasks.list')}<ChevronRight size={14} aria-hidden="true" /></Button>}
          {shown === 'review' && <Button type="link" size="small" onClick={() => { searchFor({ text: '', filters: { stage: ['inReview'] } }) }}>{t('tasks.list')}<ChevronRight size={14} aria-hidden="true" /></Button>}
          {shown === 'adoption' && <Button type="link" size="small" onClick={() => { openAdoptions() }}>{t('tasks.list')}<ChevronRight size={14} aria-hidden="true" /></Button>}
        </span>}
      </div>
      {error && !data && <ErrorPanel error={error} what={t('tasks.notRead')} onRetry={() => { void refetch() }} />}
      {isPending && <SkeletonRows rows={4} rowHeight={40} />}
      {data && all.length === 0 && <p className={styles.empty}>{t('tasks.none')}</p>}
      <ul>
        {tasks.slice(0, limit).map((task) => {
          const { kind, row, by, at, note, rowId } = task
          return (
          <li key={`${kind} ${row.id} ${rowId ?? ''}`}>
            {kind === 'followUp' ? <FollowUpTask task={task} /> : <button type="button" className={styles.task} onClick={() => openRecord(row.id)}>
              <TypeMark type={row.type} />
              <Name row={row} />
              <span className={styles.what} data-kind={kind}>{onADay.has(kind) && <AlarmClock size={14} aria-hidden="true" />}{t(`tasks.what.${kind}`)}</span>
              <span className={styles.who} title={note}>{kind === 'sentBack' && note !== '' ? note : by || (kind === 'adoption' ? '' : row.team || row.unit)}</span>
              <span className={styles.when}>{onADay.has(kind) ? at : formatDay(at)}</span>
              <span className={styles.go}>{t(`tasks.go.${kind}`)}</span>
            </button>}
          </li>
          )
        })}
      </ul>
      {tasks.length > limit && <button type="button" className={styles.more} onClick={() => setLimit(limit + shownAtOnce)}>{t('tasks.more', { count: tasks.length - limit })}</button>}
    </section>
  )
}

/** Problems of one group: what happened to which record, and what can be done about each. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount, formatMoment } from '#renderer/ui/format'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { useNavigation } from '#renderer/ui/navigation'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { Problem } from '#shared/contract/library'
import { placeIn, type ProblemGroup } from './groups'
import styles from './health.module.css'
import type { Choices } from './useHealthJobs'

interface ProblemListProps {
  group: ProblemGroup
  problems: readonly Problem[]
  root: string
  /** Missing while nothing can be repaired. */
  onRepair: ((choices: Choices) => void) | undefined
}

const shownAtFirst = 100

export const ProblemList = ({ group, problems, root, onRepair }: ProblemListProps) => {
  const { t } = useTranslation('library-health')
  const language = useLanguage()
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? problems : problems.slice(0, shownAtFirst)
  const count = { count: problems.length, shown: formatCount(problems.length, language) }
  return (
    <section className={styles.card} aria-label={t(`group.${group}.title`)}>
      <header className={styles.groupHead}>
        <div>
          <h2>{t(`group.${group}.title`)}<span>{t('problemCount', count)}</span></h2>
          <p>{t(`group.${group}.text`)}</p>
        </div>
        {group === 'repair' && onRepair && (
          <Button type="primary" onClick={() => { onRepair(problems.map(({ path, recommended }) => ({ path, action: recommended }))) }}>{t('repairAll', count)}</Button>
        )}
      </header>
      <ul className={styles.problems}>
        {shown.map((problem) => <ProblemItem key={`${problem.kind} ${problem.path} ${problem.revision?.id ?? ''}`} problem={problem} root={root} onRepair={onRepair} />)}
      </ul>
      {shown.length < problems.length && <Button size="small" onClick={() => { setShowsAll(true) }}>{t('showAll', count)}</Button>}
    </section>
  )
}

const ProblemItem = ({ problem, root, onRepair }: Pick<ProblemListProps, 'root' | 'onRepair'> & { problem: Problem }) => {
  const { t } = useTranslation('library-health')
  const { openRecord } = useNavigation()
  const { kind, path, records, revision, actions } = problem
  return (
    <li className={styles.problem}>
      <div>
        <p className={styles.what}>{t(`kind.${kind}`)}</p>
        {records.map(({ id, type, number, title }) => (
          <p key={id} className={styles.record}>
            <TypeMark type={type} size={18} />
            <button type="button" dir="auto" onClick={() => { openRecord(id) }}>{title}</button><span>{number}</span>
          </p>
        ))}
        {revision && <p className={styles.detail}>{t(kind === 'branch' || kind === 'bothKept' ? 'branchRevision' : 'goodRevision', { at: formatMoment(revision.at), by: revision.by.name || t('nobody') })}</p>}
        <p className={styles.path}>{placeIn(root, path)}</p>
      </div>
      {onRepair && actions.length > 0 && <div className={styles.actions}>
        {actions.map((action) => <Button key={action} size="small" title={t(`actionTitle.${action}`)} onClick={() => { onRepair([{ path, action }]) }}>{t(`action.${action}`)}</Button>)}
      </div>}
    </li>
  )
}

/** An opened package against this library: who made it, what is new, what would happen; nothing is taken in until it is said. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { ComparedTable } from './ComparedTable'
import { DecideAll } from './DecideAll'
import { PackageHead } from './PackageHead'
import { PackageNotes } from './PackageNotes'
import { StateFilter, type ShownState } from './StateFilter'
import { TakeBar } from './TakeBar'
import { headsOf, type Decisions, type Seen } from './takeChoice'
import styles from './preview.module.css'

export const PackagePreview = ({ jobId }: { jobId: string }) => {
  const { t } = useTranslation('packages')
  const opened = useQuery(api.packages.opened.queryOptions({ input: { jobId } }))
  const [shown, setShown] = useState<ShownState>('all')
  const [decisions, setDecisions] = useState<Decisions>({})
  const [seen, setSeen] = useState<Seen>({})
  const decide = (made: Decisions) => {
    setDecisions((before) => ({ ...before, ...made }))
    setSeen((before) => ({ ...before, ...headsOf((opened.data?.records ?? []).filter(({ id }) => Object.hasOwn(made, id))) }))
  }
  if (opened.isPending) return <div className={styles.alone}><SkeletonRows /></div>
  if (opened.isError) return <div className={styles.alone}><ErrorPanel error={opened.error} what={t('preview.notShown')} onRetry={() => void opened.refetch()} /></div>
  const { records } = opened.data
  return (
    <div className={styles.page}>
      <PackageHead opened={opened.data} />
      <div className={styles.sheet}>
        <div className={styles.choosing}>
          <StateFilter counts={opened.data.counts} total={records.length} shown={shown} onChange={setShown} />
          <DecideAll records={records} shown={shown} onDecide={decide} />
        </div>
        <PackageNotes opened={opened.data} />
        <ComparedTable jobId={jobId} records={records} shown={shown} decisions={decisions} onDecide={decide} />
      </div>
      <TakeBar jobId={jobId} opened={opened.data} decisions={decisions} seen={seen} />
    </div>
  )
}

/** An opened package against this library: who made it, what is new, what would happen; nothing is taken in until it is said. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { ComparedRecord } from '#shared/contract/packageMerge'
import type { OpenedPackage } from '#shared/contract/packages'
import { ComparedTable } from './ComparedTable'
import { DecideAll } from './DecideAll'
import { decide, useMergeDraft } from './mergeDraft'
import { MergeKeysHint } from './MergeKeysHint'
import { PackageHead } from './PackageHead'
import { PackageNotes } from './PackageNotes'
import { StateFilter, type ShownState } from './StateFilter'
import { TakeBar } from './TakeBar'
import { headsOf, heldDecisions, isOutdated, nextConflict, type ConflictAt, type Decisions } from './takeChoice'
import { useMergeKeys } from './useMergeKeys'
import { WordsNotice } from './words/WordsNotice'
import styles from './preview.module.css'

/** It brings the editor: it arrives when a record is looked at. */
const MergeRecord = lazy(async () => ({ default: (await import('./record/MergeRecord')).MergeRecord }))

interface PackagePreviewProps {
  jobId: string
  /** The record that is looked at closer. */
  record: string | undefined
  onRecord: (id: string | undefined) => void
}

export const PackagePreview = (props: PackagePreviewProps) => {
  const { t } = useTranslation('packages')
  const { words } = useMergeDraft(props.jobId)
  const opened = useQuery({ ...api.packages.opened.queryOptions({ input: { jobId: props.jobId, ...words && { words } } }), placeholderData: keepPreviousData })
  if (opened.isPending) return <div className={styles.alone}><SkeletonRows /></div>
  if (opened.isError) return <div className={styles.alone}><ErrorPanel error={opened.error} what={t('preview.notShown')} onRetry={() => void opened.refetch()} /></div>
  return <Opened {...props} opened={opened.data} />
}

const rowsOf = (records: readonly ComparedRecord[], shown: ShownState): readonly ComparedRecord[] => (shown === 'all' ? records : records.filter(({ standing }) => standing === shown))

const Opened = ({ jobId, record: openId, onRecord, opened }: PackagePreviewProps & { opened: OpenedPackage }) => {
  const { records, counts, manifest: { library } } = opened
  const draft = useMergeDraft(jobId)
  const [shown, setShown] = useState<ShownState>('all')
  const [target, setTarget] = useState<ConflictAt>()
  const [isHintOpen, setHintOpen] = useState(false)
  const [lastId, setLastId] = useState(openId)
  if (openId !== undefined && openId !== lastId) setLastId(openId)
  const decisions = useMemo(() => heldDecisions(records, draft.decisions, draft.seen), [records, draft.decisions, draft.seen])
  const outdated = useMemo(() => new Set(records.filter((record) => isOutdated(record, draft.decisions, draft.seen)).map(({ id }) => id)), [records, draft.decisions, draft.seen])
  const make = useCallback((made: Decisions) => { decide(jobId, made, headsOf(records.filter(({ id }) => Object.hasOwn(made, id)))) }, [jobId, records])
  const rows = useMemo(() => rowsOf(records, shown), [records, shown])
  const open = useCallback((id: string) => { setTarget(undefined); onRecord(id) }, [onRecord])
  const record = records.find(({ id }) => id === openId)

  const goToConflict = (from: Partial<ConflictAt> | undefined): void => {
    const next = nextConflict(records, decisions, from)
    if (!next) return
    setTarget(next)
    onRecord(next.id)
  }
  const hasConflicts = nextConflict(records, decisions) !== undefined
  const step = (by: 1 | -1): (() => void) | undefined => {
    const next = rows[rows.findIndex(({ id }) => id === openId) + by]
    return record && next && (() => { open(next.id) })
  }
  useMergeKeys(record ? {} : { help: () => { setHintOpen(!isHintOpen) } })
  // What lies below an open record is drawn anew when it is seen again.
  const [lastSeen, setLastSeen] = useState(decisions)
  if (!record && lastSeen !== decisions) setLastSeen(decisions)
  const latest = useRef(goToConflict)
  useEffect(() => { latest.current = goToConflict })
  const goOn = useCallback((from: Partial<ConflictAt> | undefined) => { latest.current(from) }, [])
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <div className={styles.overview} data-covered={record !== undefined}>
          <PackageHead opened={opened} />
          <div className={styles.sheet}>
            <div className={styles.choosing}>
              <StateFilter counts={counts} total={records.length} shown={shown} onChange={setShown} />
              <DecideAll records={records} shown={shown} onDecide={make} />
              <span className={styles.space} />
              <MergeKeysHint of="table" isOpen={isHintOpen && !record} onOpen={setHintOpen} />
            </div>
            <PackageNotes opened={opened} />
            <WordsNotice jobId={jobId} sender={library} words={draft.words} addWords={draft.addWords} />
            <ComparedTable
              rows={rows} records={records} decisions={record ? lastSeen : decisions} outdated={outdated} writing={draft.writing} isCovered={record !== undefined} last={lastId}
              onDecide={make} onOpen={open} onNextConflict={goOn}
            />
          </div>
        </div>
        {record && (
          <div className={styles.closer}>
            <Suspense fallback={<div className={styles.alone}><SkeletonRows /></div>}>
              <MergeRecord
                key={record.id} jobId={jobId} record={record} words={draft.words} decision={decisions[record.id]} outdated={outdated.has(record.id) ? draft.decisions[record.id] : undefined}
                written={draft.writing[record.id]} start={target?.id === record.id ? target.key : undefined}
                onDecide={(decision) => { make({ [record.id]: decision }) }} onClose={() => { onRecord(undefined) }} onStep={{ previous: step(-1), next: step(1) }}
                onNextConflict={hasConflicts ? (key) => { goToConflict({ id: record.id, ...key !== undefined && { key } }) } : undefined}
              />
            </Suspense>
          </div>
        )}
      </div>
      <TakeBar jobId={jobId} opened={opened} draft={draft} decisions={decisions} onNextConflict={() => { goToConflict(record ? target ?? { id: record.id } : lastId === undefined ? undefined : { id: lastId }) }} />
    </div>
  )
}

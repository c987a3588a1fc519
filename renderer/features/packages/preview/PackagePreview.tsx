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
import { mergePlace } from './keptMerges'
import { choose, decide, mergeByItself, resumeMerge, useMergeDraft } from './mergeDraft'
import { MergeKeysHint } from './MergeKeysHint'
import { PackageHead } from './PackageHead'
import { PackageNotes } from './PackageNotes'
import { StateFilter, type ShownState } from './StateFilter'
import { TakeBar } from './TakeBar'
import { headsOf, heldDecisions, isOutdated, nextConflict, type Choice, type ConflictAt } from './takeChoice'
import { useMergeKeys } from './useMergeKeys'
import { earlierMerge } from './wholeChoice'
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
  const { jobId } = props
  const { words, place } = useMergeDraft(jobId)
  const libraryId = useQuery(api.library.current.queryOptions()).data?.library.id
  const opened = useQuery({ ...api.packages.opened.queryOptions({ input: { jobId, ...words && { words } } }), placeholderData: keepPreviousData })
  const sha256 = opened.data?.sha256
  useEffect(() => { if (libraryId !== undefined && sha256 !== undefined) resumeMerge(jobId, mergePlace(libraryId, sha256)) }, [jobId, libraryId, sha256])
  if (opened.isPending || (opened.isSuccess && place === undefined)) return <div className={styles.alone}><SkeletonRows /></div>
  if (opened.isError) return <div className={styles.alone}><ErrorPanel error={opened.error} what={t('preview.notShown')} onRetry={() => void opened.refetch()} /></div>
  return <Opened {...props} opened={opened.data} />
}

const rowsOf = (records: readonly ComparedRecord[], shown: ShownState): readonly ComparedRecord[] => (shown === 'all' ? records : records.filter(({ standing }) => standing === shown))

const Opened = ({ jobId, record: openId, onRecord, opened }: PackagePreviewProps & { opened: OpenedPackage }) => {
  const { records, counts, manifest: { library } } = opened
  const draft = useMergeDraft(jobId)
  const [shown, setShown] = useState<ShownState>('all')
  const [target, setTarget] = useState<ConflictAt>()
  /** The part that was looked at last. */
  const part = useRef<ConflictAt>(undefined)
  const [isHintOpen, setHintOpen] = useState(false)
  const [lastId, setLastId] = useState(openId)
  if (openId !== undefined && openId !== lastId) setLastId(openId)
  const decisions = useMemo(() => heldDecisions(records, draft.decisions, draft.seen), [records, draft.decisions, draft.seen])
  const outdated = useMemo(() => new Set(records.filter((record) => isOutdated(record, draft.decisions, draft.seen)).map(({ id }) => id)), [records, draft.decisions, draft.seen])
  const chooseFor = useCallback((chosen: readonly ComparedRecord[], choice: Choice) => { choose(jobId, chosen, choice) }, [jobId])
  const rows = useMemo(() => rowsOf(records, shown), [records, shown])
  const open = useCallback((id: string) => { setTarget(undefined); onRecord(id) }, [onRecord])
  const record = records.find(({ id }) => id === openId)

  const goToConflict = (from: Partial<ConflictAt> | undefined): void => {
    const next = nextConflict(records, decisions, from)
    if (!next) return
    setTarget(next)
    if (!rows.some(({ id }) => id === next.id)) setShown('all')
    onRecord(next.id)
  }
  const goFrom = (id: string): void => { goToConflict(part.current?.id === id ? part.current : { id }) }
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
              <DecideAll records={records} shown={shown} decisions={draft.decisions} onChoose={chooseFor} />
              <span className={styles.space} />
              <MergeKeysHint of="table" isOpen={isHintOpen && !record} onOpen={setHintOpen} />
            </div>
            <PackageNotes opened={opened} />
            <WordsNotice jobId={jobId} sender={library} words={draft.words} addWords={draft.addWords} />
            <ComparedTable
              rows={rows} records={records} decisions={record ? lastSeen : decisions} outdated={outdated} writing={draft.writing} isCovered={record !== undefined} last={lastId}
              onChoose={chooseFor} onOpen={open} onNextConflict={goOn}
            />
          </div>
        </div>
        {record && (
          <div className={styles.closer}>
            <Suspense fallback={<div className={styles.alone}><SkeletonRows /></div>}>
              <MergeRecord
                key={record.id} jobId={jobId} record={record} words={draft.words} decision={decisions[record.id]} isOutdated={outdated.has(record.id)} earlier={earlierMerge(record, draft)}
                written={draft.writing[record.id]} target={target?.id === record.id ? target : undefined}
                onDecide={(decision) => { decide(jobId, { [record.id]: decision }, headsOf([record])) }} onChoose={(choice) => { choose(jobId, [record], choice) }}
                onReset={() => { mergeByItself(jobId, record) }} onClose={() => { onRecord(undefined) }} onStep={{ previous: step(-1), next: step(1) }}
                onPart={(key) => { part.current = { id: record.id, key } }} onNextConflict={hasConflicts ? () => { goFrom(record.id) } : undefined}
              />
            </Suspense>
          </div>
        )}
      </div>
      <TakeBar
        jobId={jobId} opened={opened} draft={draft} decisions={decisions} isWriting={record !== undefined && draft.writing[record.id] !== undefined}
        onNextConflict={() => { if (record) goFrom(record.id); else goToConflict(lastId === undefined ? undefined : { id: lastId }) }}
      />
    </div>
  )
}

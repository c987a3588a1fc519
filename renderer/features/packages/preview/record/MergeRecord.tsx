/** One record of an opened package as large as the page: what differs part by part, what comes of it, and its text in the editor. */
import { useQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { Preview } from '#renderer/features/duplicates'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { ComparedRecord, MergeDecision, MergeSides } from '#shared/contract/packageMerge'
import { threeWayParts } from '#shared/model/threeWay/contents'
import type { WordMap } from '#shared/model/wordMaps'
import { handBody, picksOf, withHandBody } from '../byHand'
import { decide, write, writtenBody, type WrittenBody } from '../mergeDraft'
import { openConflicts, type Choice, type ConflictAt } from '../takeChoice'
import { useMergeKeys } from '../useMergeKeys'
import { asMerge, mergedOf } from './decided'
import { HandBody } from './HandBody'
import { HandBodyDone } from './HandBodyDone'
import { markedBody } from './markedBody'
import { PartTable } from './PartTable'
import { RecordBar, type Shown } from './RecordBar'
import { RecordHead } from './RecordHead'
import { usePictureUrl } from './usePictureUrl'
import styles from './record.module.css'

interface MergeRecordProps {
  jobId: string
  record: ComparedRecord
  words: WordMap | undefined
  decision: MergeDecision | undefined
  /** The decision was of another revision than the one that is here now. */
  isOutdated: boolean
  /** What was decided of another revision than the one that is here now. */
  earlier: MergeDecision | undefined
  written: WrittenBody | undefined
  /** The conflict that one came for, another object each time. */
  target: ConflictAt | undefined
  onDecide: (decision: MergeDecision) => void
  /** For the whole record. */
  onChoose: (choice: Choice) => void
  onReset: () => void
  onClose: () => void
  onStep: { previous: (() => void) | undefined; next: (() => void) | undefined }
  /** Which part is looked at. */
  onPart: (key: string) => void
  onNextConflict: (() => void) | undefined
}

export const MergeRecord = (props: MergeRecordProps) => {
  const { jobId, record, words, onClose, onStep } = props
  const { t } = useTranslation('packages')
  const sides = useQuery(api.packages.sides.queryOptions({ input: { jobId, id: record.id, ...words && { words } } }))
  useMergeKeys({ leave: onClose })
  return (
    <section className={styles.page} aria-label={record.title}>
      <RecordHead record={record} onClose={onClose} onStep={onStep} />
      {sides.isPending && <div className={styles.alone}><SkeletonRows rows={12} rowHeight={44} /></div>}
      {sides.isError && <div className={styles.alone}><ErrorPanel error={sides.error} what={t('merge.notCompared')} onRetry={() => void sides.refetch()} /></div>}
      {sides.data && <Opened {...props} sides={sides.data} />}
    </section>
  )
}

const Opened = (props: MergeRecordProps & { sides: MergeSides }) => {
  const { jobId, record, decision, written, target, sides, onDecide, onPart, onNextConflict } = props
  const { t } = useTranslation('packages')
  const { modal } = App.useApp()
  const { base, mine, theirs } = sides
  const parts = useMemo(() => (record.differences.length > 0 && mine ? threeWayParts(base, mine, theirs) : []), [record.differences.length, base, mine, theirs])
  const [first] = useState(() => ({ key: openConflicts(record, decision)[0] }))
  const [shown, setShown] = useState<Shown>('parts')
  const [cameFor, setCameFor] = useState(target)
  if (target !== cameFor) {
    setCameFor(target)
    setShown('parts')
  }
  const [showsBase, setShowsBase] = useState(base !== null && record.conflicts.length > 0)
  const [isHintOpen, setHintOpen] = useState(false)
  const [section, setSection] = useState<string>()
  const pictureUrl = usePictureUrl(sides)
  useMergeKeys({ help: () => { setHintOpen(!isHintOpen) }, ...((parts.length === 0 || shown === 'outcome') && !written && { conflict: onNextConflict }) })

  if (parts.length === 0 || !mine) {
    return (
      <>
        <RecordBar {...props} open={0} />
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('merge.inPackage')}><Preview type={record.type} content={theirs} pictureUrl={pictureUrl} /></div>
      </>
    )
  }
  const beginBody = (at: string | undefined): void => {
    setSection(at)
    const texts = { mine: t('hand.mark.mine'), theirs: t('hand.mark.theirs'), onlyMine: t('hand.mark.onlyMine'), onlyTheirs: t('hand.mark.onlyTheirs') }
    write(jobId, record.id, writtenBody(jobId, handBody(decision) ?? markedBody({ base, mine, theirs }, picksOf(asMerge(parts, decision)), texts), record.mine?.id ?? null))
  }
  const stopBody = (): void => { write(jobId, record.id, undefined) }
  const askToDrop = (drop: () => void): void => { modal.confirm({ icon: null, title: t('hand.dropTitle'), content: t('hand.dropText'), okText: t('hand.drop'), okButtonProps: { danger: true }, cancelText: t('hand.goOn'), onOk: drop }) }
  if (written) {
    return (
      <HandBody
        written={written} pictureUrl={pictureUrl} section={section} onDrop={() => { askToDrop(stopBody) }}
        onDone={(body) => { decide(jobId, { [record.id]: withHandBody(asMerge(parts, decision), body) }, { [record.id]: written.head }); stopBody() }}
      />
    )
  }
  return (
    <>
      <RecordBar
        {...props} open={openConflicts(record, decision).length}
        compare={{ shown, onShow: setShown, base: base === null ? undefined : showsBase, onBase: setShowsBase, isHintOpen, onHint: setHintOpen }}
      />
      {handBody(decision) && <HandBodyDone onChange={() => { beginBody(undefined) }} onDrop={() => { askToDrop(() => { onDecide(withHandBody(decision, undefined)) }) }} />}
      {shown === 'parts'
        ? (
          <PartTable
            record={record} sides={sides} parts={parts} decision={decision} showsBase={showsBase} start={target ?? first}
            onDecide={onDecide} onHandBody={beginBody} onPart={onPart} onNextConflict={onNextConflict}
          />
        )
        : <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('merge.outcome')}><Preview type={record.type} content={mergedOf(sides, decision)} pictureUrl={pictureUrl} /></div>}
    </>
  )
}

/** One record of an opened package as large as the page: what differs part by part, what comes of it, and its text in the editor. */
import { useQuery } from '@tanstack/react-query'
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
import { openConflicts } from '../takeChoice'
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
  /** It was decided of another revision than the one that is here now. */
  outdated: MergeDecision | undefined
  written: WrittenBody | undefined
  /** The part to begin at. */
  start: string | undefined
  onDecide: (decision: MergeDecision) => void
  onClose: () => void
  onStep: { previous: (() => void) | undefined; next: (() => void) | undefined }
  onNextConflict: ((from: string | undefined) => void) | undefined
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

const Opened = ({ jobId, record, decision, outdated, written, start, sides, onDecide, onNextConflict }: MergeRecordProps & { sides: MergeSides }) => {
  const { t } = useTranslation('packages')
  const { base, mine, theirs } = sides
  const parts = useMemo(() => (record.differences.length > 0 && mine ? threeWayParts(base, mine, theirs) : []), [record.differences.length, base, mine, theirs])
  const [firstOpen] = useState(() => openConflicts(record, decision)[0])
  const [shown, setShown] = useState<Shown>('parts')
  const [showsBase, setShowsBase] = useState(base !== null && record.conflicts.length > 0)
  const [isHintOpen, setHintOpen] = useState(false)
  const [section, setSection] = useState<string>()
  const pictureUrl = usePictureUrl(sides)
  useMergeKeys({ help: () => { setHintOpen(!isHintOpen) }, ...(parts.length === 0 && onNextConflict && { conflict: () => { onNextConflict(undefined) } }) })

  if (parts.length === 0 || !mine) {
    return (
      <>
        <RecordBar record={record} decision={decision} outdated={outdated} open={0} onDecide={onDecide} />
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('merge.inPackage')}><Preview type={record.type} content={theirs} pictureUrl={pictureUrl} /></div>
      </>
    )
  }
  const beginBody = (at: string | undefined): void => {
    setSection(at)
    const texts = { mine: t('hand.mark.mine'), theirs: t('hand.mark.theirs'), onlyMine: t('hand.mark.onlyMine'), onlyTheirs: t('hand.mark.onlyTheirs') }
    write(jobId, record.id, writtenBody(handBody(decision) ?? markedBody({ base, mine, theirs }, picksOf(asMerge(parts, decision)), texts), record.mine?.id ?? null))
  }
  const stopBody = (): void => { write(jobId, record.id, undefined) }
  if (written) {
    return (
      <HandBody
        written={written} pictureUrl={pictureUrl} section={section} onDrop={stopBody}
        onDone={(body) => { decide(jobId, { [record.id]: withHandBody(asMerge(parts, decision), body) }, { [record.id]: written.head }); stopBody() }}
      />
    )
  }
  return (
    <>
      <RecordBar
        record={record} decision={decision} outdated={outdated} open={openConflicts(record, decision).length} onDecide={onDecide}
        compare={{ shown, onShow: setShown, base: base === null ? undefined : showsBase, onBase: setShowsBase, isHintOpen, onHint: setHintOpen }}
      />
      {handBody(decision) && <HandBodyDone onChange={() => { beginBody(undefined) }} onDrop={() => { onDecide(withHandBody(decision, undefined)) }} />}
      {shown === 'parts'
        ? (
          <PartTable
            record={record} sides={sides} parts={parts} decision={decision} showsBase={showsBase} start={start ?? firstOpen}
            onDecide={onDecide} onHandBody={beginBody} onNextConflict={onNextConflict}
          />
        )
        : <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('merge.outcome')}><Preview type={record.type} content={mergedOf(sides, decision)} pictureUrl={pictureUrl} /></div>}
    </>
  )
}

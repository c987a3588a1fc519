/** The parts of one record that differ, section by section: the revision that both went on from, this library's, the package's. */
import { Button } from 'antd'
import { Fragment, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '#renderer/ui/format'
import type { ComparedRecord, MergeDecision, MergePick, MergeSides, NamedRevision } from '#shared/contract/packageMerge'
import type { ThreeWayPart } from '#shared/model/threeWay/parts'
import { handBody, handKeyOf, handText, isBodyPart, withHandText, withoutHandText } from '../byHand'
import { useMergeKeys } from '../useMergeKeys'
import { asMerge, pickOf, picksBefore } from './decided'
import { handStart } from './handStart'
import { partGroups } from './partGroups'
import { PartRow, type PartActions } from './PartRow'
import { usePartTexts } from './usePartTexts'
import { usePictureUrl } from './usePictureUrl'
import styles from './record.module.css'

/** Parts that are drawn at once: more come on demand. */
const drawnAtOnce = 50

/** The key of a part; another object, though it names the same part, goes there again. */
interface Start { key: string | undefined }

interface PartTableProps {
  record: ComparedRecord
  sides: MergeSides
  parts: readonly ThreeWayPart[]
  decision: MergeDecision | undefined
  showsBase: boolean
  /** Where to begin. */
  start: Start
  onDecide: (decision: MergeDecision) => void
  onHandBody: (section: string | undefined) => void
  /** Which part keys are about now. */
  onPart: (key: string) => void
  onNextConflict: (() => void) | undefined
}

const Head = ({ title, revision }: { title: string; revision: NamedRevision | null }) => (
  <th scope="col">
    <strong>{title}</strong>
    {revision && <span className={styles.revision}>{[revision.by.unit, revision.by.name].filter((part) => part !== '').join(' ')}　<time dateTime={revision.at}>{formatMoment(revision.at)}</time></span>}
  </th>
)

const rowsIn = (place: HTMLElement | null): HTMLElement[] => [...place?.querySelectorAll<HTMLElement>('tr[data-part]') ?? []]

/** Goes to a part, drawing as many as that takes. The one that has the focus, or had it last, is the one that keys are about. */
const useCurrentPart = (parts: readonly ThreeWayPart[], start: Start, onPart: (key: string) => void) => {
  const place = useRef<HTMLDivElement>(null)
  const at = useRef(start.key)
  const toFocus = useRef<string>(undefined)
  const [limit, setLimit] = useState(drawnAtOnce)
  const [startedAt, setStartedAt] = useState<Start>()
  const indexOf = (key: string | undefined): number => parts.findIndex((part) => part.key === key)
  const enoughFor = (index: number): number => Math.max(limit, Math.ceil((index + 1) / drawnAtOnce) * drawnAtOnce)
  if (startedAt !== start) {
    setStartedAt(start)
    setLimit(enoughFor(indexOf(start.key)))
  }
  const focus = (key: string | undefined, block: 'center' | 'nearest'): void => {
    const row = rowsIn(place.current).find((each) => each.dataset.part === key)
    row?.scrollIntoView({ block })
    row?.focus({ preventScroll: true })
  }
  const latest = useRef(onPart)
  useEffect(() => { latest.current = onPart })
  const stay = (key: string | undefined): void => {
    at.current = key
    if (key !== undefined) latest.current(key)
  }
  useEffect(() => {
    stay(start.key)
    place.current?.focus({ preventScroll: true })
    focus(start.key, 'center')
  }, [start])
  useEffect(() => {
    if (toFocus.current !== undefined) focus(toFocus.current, 'nearest')
    toFocus.current = undefined
  }, [limit])
  const step = (by: 1 | -1): void => {
    const index = Math.max(0, Math.min(parts.length - 1, indexOf(at.current) + by))
    const key = parts[index]?.key
    stay(key)
    if (index < limit) { focus(key, 'nearest'); return }
    toFocus.current = key
    setLimit(enoughFor(index))
  }
  return {
    place, limit, step, drawMore: () => { setLimit(limit + drawnAtOnce) },
    current: (): ThreeWayPart | undefined => parts[indexOf(at.current)],
    note: (target: EventTarget & Element): void => { const row = target.closest<HTMLElement>('tr[data-part], tr[data-written]'); if (row) stay(row.dataset.part ?? row.dataset.written) },
  }
}

export const PartTable = ({ record, sides, parts, decision, showsBase, start, onDecide, onHandBody, onPart, onNextConflict }: PartTableProps) => {
  const { t } = useTranslation('packages')
  const { labelOf, detailOf, textOf, fieldOf } = usePartTexts(record.type, sides, parts)
  const pictureUrl = usePictureUrl(sides)
  const { place, limit, step, drawMore, current, note } = useCurrentPart(parts, start, onPart)
  const [begun, setBegun] = useState<string>()
  const groups = useMemo(() => partGroups(parts.slice(0, limit)), [parts, limit])
  const canChoose = decision?.choice !== 'copy'

  const made: PartActions = {
    pick: (part, pick) => {
      if (!part.choices.includes(pick)) return
      const picks = { ...picksBefore(parts, decision), [part.key]: pick }
      onDecide(decision?.choice === 'hand' ? { ...decision, picks } : { choice: 'merge', picks })
    },
    write: (part) => {
      if (isBodyPart(part.key)) { onHandBody('field' in part ? undefined : part.section?.id); return }
      const [named, text] = [handKeyOf(part.key), handStart(part, { fieldOf })]
      if (!named || text === undefined) return
      setBegun(part.key)
      onDecide(withHandText(asMerge(parts, decision), named, text))
    },
    text: (part, text) => { const named = handKeyOf(part.key); if (named) onDecide(withHandText(decision, named, text)) },
    drop: (part) => { const named = handKeyOf(part.key); if (named) onDecide(withoutHandText(decision, named)) },
  }
  const latest = useRef(made)
  useEffect(() => { latest.current = made })
  const actions = useMemo((): PartActions => ({
    pick: (part, pick) => { latest.current.pick(part, pick) }, write: (part) => { latest.current.write(part) },
    text: (part, text) => { latest.current.text(part, text) }, drop: (part) => { latest.current.drop(part) },
  }), [])
  const canWrite = (part: ThreeWayPart): boolean => canChoose && (isBodyPart(part.key) || (handKeyOf(part.key) !== undefined && handStart(part, { fieldOf }) !== undefined))
  const pickHere = (pick: MergePick): void => { const part = current(); if (part && canChoose) made.pick(part, pick) }
  useMergeKeys({
    next: () => { step(1) }, previous: () => { step(-1) }, one: () => { pickHere('mine') }, two: () => { pickHere('theirs') }, three: () => { pickHere('both') },
    conflict: onNextConflict,
  })
  const columns = showsBase ? 4 : 3
  return (
    <div ref={place} className={styles.scroll} tabIndex={0} role="region" aria-label={t('merge.show', { title: record.title })} onFocus={({ target }) => { note(target) }}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.placeHead}>{t('merge.part')}</th>
            {showsBase && <Head title={t('merge.base')} revision={record.base} />}
            <Head title={t('merge.mine')} revision={record.mine} /><Head title={t('merge.theirs')} revision={record.theirs} />
          </tr>
        </thead>
        <tbody>
          {groups.map((group, each) => (
            <Fragment key={`${group.id} ${String(each)}`}>
              <tr className={styles.group}><th scope="rowgroup" colSpan={columns}>{group.of === 'section' ? group.title : t(`merge.group.${group.of}`)}</th></tr>
              {group.parts.map((part) => {
                const [base, mine, theirs] = 'field' in part ? [textOf(part, 'base'), textOf(part, 'mine'), textOf(part, 'theirs')] : ['', '', '']
                return (
                  <PartRow
                    key={part.key} part={part} label={labelOf(part)} detail={detailOf(part)} base={base} mine={mine} theirs={theirs} pick={pickOf(part, decision)}
                    written={handText(part.key, decision)} isLong={'field' in part && (part.field === 'summary' || fieldOf(part)?.kind === 'longText')} isBegun={begun === part.key}
                    isBodyWritten={isBodyPart(part.key) && handBody(decision) !== undefined} canPick={canChoose} canWrite={canWrite(part)}
                    showsBase={showsBase} isBaseKnown={sides.base !== null} pictureUrl={pictureUrl} actions={actions}
                  />
                )
              })}
            </Fragment>
          ))}
          {parts.length > limit && <tr><td colSpan={columns} className={styles.more}><Button type="link" onClick={drawMore}>{t('merge.more', { count: parts.length - limit })}</Button></td></tr>}
        </tbody>
      </table>
    </div>
  )
}

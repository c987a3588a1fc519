/** The parts of one record that differ, section by section: the revision that both went on from, this library's, the package's. */
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
import { PartRow } from './PartRow'
import { usePartTexts } from './usePartTexts'
import { usePictureUrl } from './usePictureUrl'
import styles from './record.module.css'

interface PartTableProps {
  record: ComparedRecord
  sides: MergeSides
  parts: readonly ThreeWayPart[]
  decision: MergeDecision | undefined
  showsBase: boolean
  /** Where to begin: the key of a part. */
  start: string | undefined
  onDecide: (decision: MergeDecision) => void
  onHandBody: (section: string | undefined) => void
  onNextConflict: ((from: string | undefined) => void) | undefined
}

const Head = ({ title, revision }: { title: string; revision: NamedRevision | null }) => (
  <th scope="col">
    <strong>{title}</strong>
    {revision && <span className={styles.revision}>{[revision.by.unit, revision.by.name].filter((part) => part !== '').join(' ')}　<time dateTime={revision.at}>{formatMoment(revision.at)}</time></span>}
  </th>
)

const rowsIn = (place: HTMLElement | null): HTMLElement[] => [...place?.querySelectorAll<HTMLElement>('tr[data-part]') ?? []]

export const PartTable = ({ record, sides, parts, decision, showsBase, start, onDecide, onHandBody, onNextConflict }: PartTableProps) => {
  const { t } = useTranslation('packages')
  const texts = usePartTexts(record.type, sides, parts)
  const place = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(start)
  const [begun, setBegun] = useState<string>()
  const groups = useMemo(() => partGroups(parts), [parts])
  const pictureUrl = usePictureUrl(sides)
  const go = (key: string | undefined): void => {
    const row = rowsIn(place.current).find((each) => each.dataset.part === key)
    if (!row) return
    setAt(key)
    row.scrollIntoView({ block: 'nearest' })
    row.focus({ preventScroll: true })
  }
  useEffect(() => {
    const row = rowsIn(place.current).find((each) => each.dataset.part === start)
    row?.scrollIntoView({ block: 'center' })
    const begin = row ?? place.current
    begin?.focus({ preventScroll: true })
  }, [start])

  const canChoose = decision?.choice !== 'copy'
  const choose = (part: ThreeWayPart, pick: MergePick): void => {
    if (!part.choices.includes(pick)) return
    const picks = { ...picksBefore(parts, decision), [part.key]: pick }
    onDecide(decision?.choice === 'hand' ? { ...decision, picks } : { choice: 'merge', picks })
  }
  const index = parts.findIndex(({ key }) => key === at)
  const current = parts[index]
  const chooseHere = (pick: MergePick) => (canChoose && current ? () => { choose(current, pick) } : undefined)
  useMergeKeys({
    next: () => { go(parts[Math.min(parts.length - 1, index + 1)]?.key) }, previous: () => { go(parts[Math.max(0, index - 1)]?.key) },
    one: chooseHere('mine'), two: chooseHere('theirs'), three: chooseHere('both'), conflict: onNextConflict && (() => { onNextConflict(at) }),
  })

  const handOf = (part: ThreeWayPart): (() => void) | undefined => {
    if (!canChoose) return undefined
    if (isBodyPart(part.key)) return () => { onHandBody('field' in part ? undefined : part.section?.id) }
    const [named, begin] = [handKeyOf(part.key), handStart(part, texts)]
    if (!named || begin === undefined) return undefined
    return () => { setBegun(part.key); onDecide(withHandText(asMerge(parts, decision), named, begin)) }
  }
  const columns = showsBase ? 4 : 3
  return (
    <div ref={place} className={styles.scroll} tabIndex={0} role="region" aria-label={t('merge.show', { title: record.title })} onFocus={({ target }) => { const row = target.closest<HTMLElement>('tr[data-part]'); if (row) setAt(row.dataset.part) }}>
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
                const named = handKeyOf(part.key)
                return (
                  <PartRow
                    key={part.key} part={part} texts={texts} pick={pickOf(part, decision)} showsBase={showsBase} isBaseKnown={sides.base !== null} pictureUrl={pictureUrl}
                    hand={{ text: handText(part.key, decision), isBody: isBodyPart(part.key) && handBody(decision) !== undefined, isBegun: begun === part.key }}
                    onPick={canChoose ? (pick) => { setAt(part.key); choose(part, pick) } : undefined} onHand={handOf(part)}
                    onText={(text) => { if (named) onDecide(withHandText(decision, named, text)) }} onDropHand={() => { if (named) onDecide(withoutHandText(decision, named)) }}
                  />
                )
              })}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

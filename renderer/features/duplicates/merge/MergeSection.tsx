/** A section of both records: its blocks side by side, what differs marked, and what is taken of it. */
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BodyRows, stretchesOf, TakenMark } from '#renderer/features/revisions'
import type { Block } from '#shared/model/body/blocks'
import type { Body } from '#shared/model/body/body'
import { bodyRows } from '#shared/model/difference/bodies'
import type { MergeChoice, MergedSection } from '#shared/model/merging'
import { Choice, takenSides } from './Choice'
import styles from './merge.module.css'

interface MergeSectionProps { part: MergedSection; choice: MergeChoice; onChoose: (choice: MergeChoice) => void }

const bodyOf = (blocks: readonly Block[] = []): Body => ({ version: 1, preamble: [...blocks], sections: [] })

export const MergeSection = ({ part, choice, onChoose }: MergeSectionProps) => {
  const { t } = useTranslation('duplicates')
  const [all, setAll] = useState(false)
  const rows = useMemo(() => bodyRows(bodyOf(part.into), bodyOf(part.from)), [part])
  const stretches = useMemo(() => stretchesOf(rows, all), [rows, all])
  const taken = takenSides[choice]
  const title = part.title || t('mergePage.beginning')
  return (
    <>
      <tr className={styles.sectionHead}>
        <th scope="row"><span dir="auto">{title}</span><Choice what={title} choices={part.choices} value={choice} onChoose={onChoose} /></th>
        <td data-taken={taken.before}><TakenMark isTaken={taken.before} /></td>
        <td data-taken={taken.after}><TakenMark isTaken={taken.after} /></td>
      </tr>
      <BodyRows rows={rows} stretches={stretches} onUnfold={() => setAll(true)} words="beside" taken={taken} beginning="" />
    </>
  )
}

/** The records of an opened package: how each stands to this library, what differs, and what is done with it. */
import { CircleAlert, GitCompareArrows, PencilLine, SquareArrowOutUpRight } from 'lucide-react'
import { Button, Select, Table, type TableColumnsType } from 'antd'
import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '#renderer/ui/format'
import type { ComparedRecord, MergeDecision } from '#shared/contract/packageMerge'
import { OutcomeMark } from '../OutcomeMark'
import { Reason } from '../Reason'
import { RecordTitle } from '../RecordTitle'
import type { MergeDraft } from './mergeDraft'
import { choicesFor, choiceOf, isBeyondMerging, isUndecided, openConflicts, type Choice, type ConflictAt, type Decisions } from './takeChoice'
import { useChoiceText } from './useChoiceText'
import { useTableKeys } from './useTableKeys'
import styles from './preview.module.css'

const pageSize = 100

interface ComparedTableProps {
  /** Those that are looked at, of all that are in the package. */
  rows: readonly ComparedRecord[]
  records: readonly ComparedRecord[]
  decisions: Decisions
  outdated: ReadonlySet<string>
  writing: MergeDraft['writing']
  /** A record lies over it. */
  isCovered: boolean
  /** The record that was looked at last. */
  last: string | undefined
  onChoose: (records: readonly ComparedRecord[], choice: Choice) => void
  onOpen: (id: string) => void
  onNextConflict: (from: Partial<ConflictAt> | undefined) => void
}

export const ComparedTable = memo(({ rows, records, decisions, outdated, writing, isCovered, last, onChoose, onOpen, onNextConflict }: ComparedTableProps) => {
  const { t } = useTranslation('packages')
  const area = useRef<HTMLDivElement>(null)
  const [page, setPage] = useState(1)
  const [shownFor, setShownFor] = useState(last)
  if (last !== shownFor) {
    setShownFor(last)
    const at = rows.findIndex(({ id }) => id === last)
    if (at !== -1) setPage(Math.floor(at / pageSize) + 1)
  }
  const pages = Math.max(1, Math.ceil(rows.length / pageSize))
  const current = Math.min(page, pages)
  useEffect(() => {
    if (isCovered || last === undefined) return
    const row = area.current?.querySelector<HTMLElement>(`tr[data-row-key="${last}"]`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }, [isCovered, last])
  useTableKeys({ area, isActive: !isCovered, rows, page: current, pages, onPage: setPage, onOpen, onChoose, onNextConflict })

  // A closed list that has the focus opens at every key: the row goes on.
  const chooseIn = (record: ComparedRecord, choice: Choice): void => {
    onChoose([record], choice)
    area.current?.querySelector<HTMLElement>(`tr[data-row-key="${record.id}"]`)?.focus({ preventScroll: true })
  }
  const titles = new Map(records.map(({ id, title }) => [id, title]))
  const columns: TableColumnsType<ComparedRecord> = [
    { key: 'state', title: t('column.state'), width: 104, render: (_, { standing }) => <OutcomeMark outcome={standing} /> },
    { key: 'number', title: t('column.number'), width: 150, render: (_, { number }) => <span className={styles.number}>{number}</span> },
    { key: 'title', title: t('column.title'), render: (_, record) => <><RecordTitle record={record} isHere={record.here !== null} /><NumberTaken record={record} /></> },
    { key: 'here', title: t('column.here'), width: 136, render: (_, { here }) => <Here here={here} /> },
    { key: 'package', title: t('column.inPackage'), width: 124, ellipsis: true, render: (_, { unit }) => unit || '—' },
    // Where all were chosen by hand, why they are in it says nothing.
    ...records.every(({ reason }) => reason.why === 'chosen') ? [] : [{ key: 'reason', title: t('column.reason'), width: 132, ellipsis: true, render: (_: unknown, { reason }: ComparedRecord) => <Reason reason={reason} titles={titles} /> }],
    {
      key: 'differences', title: t('column.differences'), width: 200,
      render: (_, record) => <Differences record={record} decision={decisions[record.id]} isOutdated={outdated.has(record.id)} isWriting={writing[record.id] !== undefined} onOpen={() => { onOpen(record.id) }} />,
    },
    { key: 'fate', title: t('column.fate'), width: 152, render: (_, record) => <Handle record={record} decisions={decisions} onChoose={(choice) => { chooseIn(record, choice) }} /> },
  ]
  return (
    <div ref={area} className={styles.tableArea}>
      <Table
        size="small" rowKey="id" columns={columns} dataSource={[...rows]} sticky onRow={() => ({ tabIndex: -1, className: styles.record })}
        pagination={rows.length > pageSize && { pageSize, current, onChange: setPage, showSizeChanger: false, size: 'small' }}
      />
    </div>
  )
})
ComparedTable.displayName = 'ComparedTable'

const Here = ({ here }: { here: ComparedRecord['here'] }) => {
  const { t } = useTranslation('packages')
  return here ? <time dateTime={here.updatedAt} className={styles.number} title={formatMoment(here.updatedAt)}>{t('preview.changedOn', { day: formatMoment(here.updatedAt).slice(0, 10) })}</time> : <>—</>
}

const NumberTaken = ({ record: { numberTakenBy } }: { record: ComparedRecord }) => {
  const { t } = useTranslation('packages')
  if (!numberTakenBy) return null
  return <p className={styles.taken}><CircleAlert size={13} aria-hidden="true" />{t('preview.numberTaken', { title: numberTakenBy.title })}</p>
}

interface DifferencesProps { record: ComparedRecord; decision: MergeDecision | undefined; isOutdated: boolean; isWriting: boolean; onOpen: () => void }

/** How much differs and still waits, which leads to the record as a whole page. */
const Differences = ({ record, decision, isOutdated, isWriting, onOpen }: DifferencesProps) => {
  const { t } = useTranslation('packages')
  const { differences, isTrashed, title } = record
  const open = openConflicts(record, decision).length
  const text = differences.length === 0 ? t('merge.see') : open > 0 ? t('merge.conflicts', { count: differences.length, conflicts: open }) : t('merge.differences', { count: differences.length })
  return (
    <>
      <Button type="link" size="small" className={styles.see ?? ''} data-open={open > 0} icon={open > 0 ? <GitCompareArrows size={13} /> : <SquareArrowOutUpRight size={13} />} aria-label={`${text}：${t('merge.show', { title })}`} onClick={onOpen}>{text}</Button>
      {isTrashed && <span className={styles.clash}>{t('merge.trashed')}</span>}
      {isBeyondMerging(record) && <span className={styles.clash}>{t('merge.beyond')}</span>}
      {isWriting && <span className={styles.clash}><PencilLine size={13} aria-hidden="true" />{t('hand.unfinished')}</span>}
      {isOutdated && <span className={styles.clash}>{t('merge.outdated')}</span>}
    </>
  )
}

/** What is done with the record; where there is nothing to choose, that is said. */
const Handle = ({ record, decisions, onChoose }: { record: ComparedRecord; decisions: Decisions; onChoose: (choice: Choice) => void }) => {
  const { t } = useTranslation('packages')
  const text = useChoiceText()
  const choices = choicesFor(record)
  if (choices.length === 0) return <span className={styles.unchanged}>{t('choice.unchanged')}</span>
  const value = choiceOf(record, decisions)
  const isOpen = isUndecided(record, decisions)
  return (
    <Select<Choice | 'hand'>
      size="small" className={styles.handle ?? ''} aria-label={t('merge.handle', { title: record.title })} status={isOpen ? 'error' : ''} placeholder={t('choice.open')}
      value={isOpen && decisions[record.id] === undefined ? null : value}
      options={[...choices.map((choice) => ({ value: choice, label: text(record.standing, choice) })), ...value === 'hand' ? [{ value: 'hand' as const, label: t('choice.hand') }] : []]}
      onChange={(choice) => { if (choice !== 'hand') onChoose(choice) }}
    />
  )
}

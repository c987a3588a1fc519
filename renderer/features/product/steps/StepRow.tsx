/** One step to write: a field a cell, its place by the handle. */
import { Button } from 'antd'
import { CircleAlert, GripVertical } from 'lucide-react'
import type { ClipboardEvent, DragEvent, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { CellInput, type RecordSession } from '#renderer/features/record'
import { pastedTable } from '#renderer/ui/pastedTable'
import type { FieldRow } from '#shared/model/fields'
import { stepOf } from '#shared/model/product/steps'
import { RiskPicker } from './RiskPicker'
import { SourceCell } from './SourceCell'
import { cellId, writtenColumns, type PastedTime, type StepPlace, type WrittenColumn } from './stepRows'
import styles from './steps.module.css'
import { TextCell } from './TextCell'
import { ToolCell } from './ToolCell'

export type MissingColumn = 'standard' | 'post'

interface StepRowProps {
  row: FieldRow
  index: number
  /** The time that was pasted into it last. */
  time: PastedTime | undefined
  session: RecordSession
  current: StepPlace | undefined
  /** The gate led here: where this is empty, it is said. */
  missing: MissingColumn | undefined
  postsId: string
  drag: { 'data-over': true | undefined; onDragOver: (event: DragEvent) => void; onDrop: (event: DragEvent) => void }
  onDragStart: () => void
  onDragEnd: () => void
  onCurrent: (place: StepPlace) => void
  onKeyDown: (event: KeyboardEvent, column: WrittenColumn | undefined) => void
  onPaste: (column: WrittenColumn, table: readonly (readonly string[])[]) => void
  onChange: (row: FieldRow) => void
}

const minutesColumn = { key: 'minutes', kind: 'number', title: { 'zh-CN': '时间', en: 'Time' } } as const

const columnOf = (target: EventTarget): WrittenColumn | undefined => {
  const name = target instanceof HTMLElement ? target.closest('[data-column]')?.getAttribute('data-column') : undefined
  return writtenColumns.find((column) => column === name)
}

export const StepRow = ({ row, index, time, session, current, missing, postsId, drag, onDragStart, onDragEnd, onCurrent, onKeyDown, onPaste, onChange }: StepRowProps) => {
  const { t } = useTranslation('product')
  const step = stepOf(row)
  const label = t('steps.step', { number: index + 1 })
  const name = (column: WrittenColumn): string => t('steps.cell', { label, column: t(`steps.written.${column}`) })
  const set = (values: Readonly<Record<string, unknown>>): void => onChange({ ...row, ...values })
  const isCurrent = (column: WrittenColumn): true | undefined => (current?.rowId === row.id && current.column === column) || undefined
  const isMissing = (column: MissingColumn): true | undefined => (missing === column && step[column].trim() === '') || undefined
  const paste = (column: WrittenColumn) => (event: ClipboardEvent): void => {
    const table = pastedTable(event.clipboardData.getData('text/plain'))
    if (!table) return
    event.preventDefault()
    onPaste(column, table)
  }
  const text = (column: 'action' | 'standard' | 'hazard' | 'control', placeholder?: string, isBold?: boolean) => (
    <TextCell
      id={cellId(row.id, column)} value={row[column]} label={name(column)} placeholder={placeholder} onPaste={paste(column)} onChange={(value) => set({ [column]: value })}
      {...isBold && { isBold }}
    />
  )
  return (
    <tr
      data-current={current?.rowId === row.id || undefined} {...drag} onFocus={({ target }) => { const column = columnOf(target); onCurrent({ rowId: row.id, ...column && { column } }) }}
      onKeyDown={(event) => onKeyDown(event, columnOf(event.target))}
    >
      <td className={styles.number}>
        <Button
          id={`step-${row.id}`} type="text" size="small" draggable className={styles.handle ?? ''} title={t('steps.move')} aria-label={t('steps.moveStep', { label })} aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onDragStart={(event) => { event.dataTransfer.effectAllowed = 'move'; onDragStart() }} onDragEnd={onDragEnd}
        >
          <span>{index + 1}</span><GripVertical size={14} aria-hidden="true" />
        </Button>
      </td>
      <td data-column="action" data-active={isCurrent('action')}>{text('action', index === 0 ? t('steps.example.action') : undefined, true)}</td>
      <td data-column="standard" data-active={isCurrent('standard')} data-missing={isMissing('standard')}>{text('standard', isCurrent('standard') || isMissing('standard') ? t('steps.example.standard') : undefined)}</td>
      <td data-column="minutes" data-active={isCurrent('minutes')} data-number onPaste={paste('minutes')}>
        <CellInput
          id={cellId(row.id, 'minutes')} column={minutesColumn} value={row.minutes} label={name('minutes')} vocabularies={undefined} takesFocus={false} session={session} {...time && { pasted: time }}
          onEnter={() => undefined} onChange={(minutes) => set({ minutes })}
        />
      </td>
      <td data-column="post" data-active={isCurrent('post')} data-missing={isMissing('post')} onPaste={paste('post')}>
        {isMissing('post') && <CircleAlert size={14} aria-hidden="true" />}
        <input
          id={cellId(row.id, 'post')} value={step.post} list={postsId} aria-label={name('post')} placeholder={isMissing('post') ? t('steps.example.post') : undefined} autoComplete="off" spellCheck={false} maxLength={1000}
          onChange={(event) => set({ post: event.target.value || undefined })}
        />
      </td>
      <td className={styles.hazardCell}>
        <RiskPicker
          step={step} label={label}
          onChange={(likelihood, severity) => set({ likelihood: likelihood === undefined ? undefined : String(likelihood), severity: severity === undefined ? undefined : String(severity) })}
        />
        <div data-column="hazard" data-active={isCurrent('hazard')}>{text('hazard', t('steps.written.hazard'))}</div>
        <div data-column="control" data-active={isCurrent('control')}>{text('control', t('steps.written.control'))}</div>
      </td>
      <td className={styles.toolCell}><ToolCell tools={step.tools} label={label} onChange={(tools) => set({ tools: tools.length > 0 ? tools : undefined })} /></td>
      <td data-number className={styles.toolCell}><SourceCell sources={step.sources} label={label} onChange={(sources) => set({ sources: sources.length > 0 ? sources : undefined })} /></td>
    </tr>
  )
}

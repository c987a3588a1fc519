/** The standard beside what is done here: each step with its difference, what differs marked word by word; written in the same place. */
import { App, Button, Input } from 'antd'
import { Plus, Undo2, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenRecord } from '#renderer/features/record'
import { SideText } from '#renderer/features/revisions'
import { rowsOf, type FieldRow } from '#shared/model/fields'
import { newBlockId } from '#shared/model/ids'
import type { Step } from '#shared/model/product/steps'
import { differenceFrom, differenceLines, differencesOf, placeOf, saysDifference, withChange, withRow, type Difference, type DifferenceLine } from './differences'
import styles from './page.module.css'

/** Seconds in which what was removed can be taken back where it is said. */
const shownSeconds = 10
/** Only the last one that was removed. */
const wordKey = 'difference removed'

interface DifferencesTableProps { open: OpenRecord; editing: boolean; steps: readonly Step[] }

export const DifferencesTable = ({ open: { session, view: { record } }, editing, steps }: DifferencesTableProps) => {
  const { t } = useTranslation('adoptions')
  const { notification } = App.useApp()
  const [added, setAdded] = useState<string>()
  /** Rows that were asked for, in which nothing differs yet: none of the record's. */
  const [begun, setBegun] = useState<FieldRow[]>([])
  const places = steps.map(placeOf)
  const differences = differencesOf(record.content.fields.differences).filter((each) => saysDifference(each, places))
  const lines = differenceLines(steps, editing ? differencesOf([...rowsOf(record.content.fields.differences), ...begun]) : differences)
  // What was written is kept by then: there is nothing left to put back into.
  useEffect(() => (editing ? () => { notification.destroy(wordKey) } : undefined), [editing, notification])
  if (lines.length === 0 && !editing) return null
  const written = (): FieldRow[] => rowsOf(session.view().record.content.fields.differences)
  const write = (rows: FieldRow[]): void => { session.change({ fields: { ...session.view().record.content.fields, differences: rows.length > 0 ? rows : undefined } }) }
  const begin = (row: FieldRow): void => { setBegun([...begun, row]); setAdded(row.id) }
  const change = (id: string, changes: Partial<Omit<Difference, 'id'>>): void => {
    const before = written()
    const next = withChange({ rows: before, begun }, id, changes, places)
    setBegun(next.begun)
    if (next.rows.length > 0 || before.length > 0) write(next.rows)
  }
  const remove = ({ difference, place }: DifferenceLine): void => {
    const rows = written()
    const at = rows.findIndex(({ id }) => id === difference?.id)
    const row = rows[at]
    setBegun(begun.filter(({ id }) => id !== difference?.id))
    if (!row) return
    write(rows.filter((each) => each !== row))
    const putBack = (): void => { write(withRow(written(), row, at)); notification.destroy(wordKey) }
    notification.success({ key: wordKey, title: t('differences.removed', { place: place || t('differences.elsewhere') }), duration: shownSeconds, actions: <Button size="small" icon={<Undo2 size={14} />} onClick={putBack}>{t('differences.undo')}</Button> })
  }
  return (
    <section className={styles.part} aria-labelledby="differences-title">
      <h2 id="differences-title" className={styles.title}>{t('differences.title')}<span>{t('differences.count', { count: differences.length })}</span></h2>
      {lines.length > 0 && (
        <table className={styles.table} aria-labelledby="differences-title">
          <colgroup><col className={styles.place} /><col /><col />{editing && <col className={styles.tool} />}</colgroup>
          <thead><tr><th scope="col">{t('differences.place')}</th><th scope="col">{t('differences.standard')}</th><th scope="col">{t('differences.local')}</th>{editing && <td />}</tr></thead>
          <tbody>
            {lines.map((line) => (
              <Line
                key={line.key} line={line} editing={editing} takesFocus={line.key === added}
                onAdd={() => { const { step } = line; if (step) begin(differenceFrom(step, steps.indexOf(step))) }}
                onChange={(changes) => { if (line.difference) change(line.difference.id, changes) }}
                onRemove={() => { remove(line) }}
              />
            ))}
          </tbody>
        </table>
      )}
      {editing && <Button size="small" className={styles.add ?? ''} icon={<Plus size={14} />} onClick={() => { begin({ id: newBlockId() }) }}>{t('differences.addElsewhere')}</Button>}
    </section>
  )
}

interface LineProps { line: DifferenceLine; editing: boolean; takesFocus: boolean; onAdd: () => void; onChange: (changes: Partial<Omit<Difference, 'id'>>) => void; onRemove: () => void }

const Line = ({ line: { place: said, step, difference }, editing, takesFocus, onAdd, onChange, onRemove }: LineProps) => {
  const { t } = useTranslation('adoptions')
  const rows = { minRows: 1, maxRows: 12 }
  const place = said || t('differences.elsewhere')
  if (!difference) {
    return (
      <tr>
        <th scope="row">{place}</th><td className={styles.said}>{step?.standard || '—'}</td>
        <td className={styles.same}>{editing ? <Button size="small" type="link" icon={<Plus size={14} />} aria-label={t('differences.addTo', { place })} onClick={onAdd}>{t('differences.add')}</Button> : t('differences.same')}</td>
        {editing && <td />}
      </tr>
    )
  }
  const { standard, local, reason } = difference
  if (!editing) {
    return (
      <tr data-differs>
        <th scope="row">{place}</th><td className={styles.said}><SideText text={standard} side="before" against={local} /></td>
        <td className={styles.said}><SideText text={local} side="after" against={standard} />{reason !== '' && <p className={styles.reason}>{t('differences.because', { reason })}</p>}</td>
      </tr>
    )
  }
  return (
    <tr data-differs>
      <th scope="row">{step ? place : <Input.TextArea autoSize={rows} aria-label={t('differences.place')} placeholder={t('differences.elsewhere')} value={said} onChange={(event) => { onChange({ place: event.target.value }) }} />}</th>
      <td>{step ? <span className={styles.said}>{standard || '—'}</span> : <Input.TextArea autoSize={rows} aria-label={t('differences.standardOf', { place })} value={standard} onChange={(event) => { onChange({ standard: event.target.value }) }} />}</td>
      <td>
        <Input.TextArea autoSize={rows} autoFocus={takesFocus} aria-label={t('differences.localOf', { place })} value={local} onChange={(event) => { onChange({ local: event.target.value }) }} />
        <Input.TextArea autoSize={rows} className={styles.why ?? ''} aria-label={t('differences.reasonOf', { place })} placeholder={t('differences.reason')} value={reason} onChange={(event) => { onChange({ reason: event.target.value }) }} />
      </td>
      <td><Button type="text" size="small" icon={<X size={14} />} aria-label={t('differences.remove', { place })} title={t('differences.remove', { place })} onClick={onRemove} /></td>
    </tr>
  )
}

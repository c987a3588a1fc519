/** The standard beside what is done here: each step with its difference, what differs marked word by word; written in the same place. */
import { Button, Input } from 'antd'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenRecord } from '#renderer/features/record'
import { SideText } from '#renderer/features/revisions'
import { rowsOf, type FieldRow } from '#shared/model/fields'
import { newBlockId } from '#shared/model/ids'
import type { Step } from '#shared/model/product/steps'
import { differenceFrom, differenceLines, differencesOf, withDifference, type Difference, type DifferenceLine } from './differences'
import styles from './page.module.css'

interface DifferencesTableProps { open: OpenRecord; editing: boolean; steps: readonly Step[] }

export const DifferencesTable = ({ open: { session, view: { record } }, editing, steps }: DifferencesTableProps) => {
  const { t } = useTranslation('adoptions')
  const [added, setAdded] = useState<string>()
  const differences = differencesOf(record.content.fields.differences)
  const lines = differenceLines(steps, differences)
  if (lines.length === 0 && !editing) return null
  const change = (make: (rows: unknown) => FieldRow[]): void => {
    const { fields } = session.view().record.content
    const rows = make(fields.differences)
    session.change({ fields: { ...fields, differences: rows.length > 0 ? rows : undefined } })
  }
  const add = (row: FieldRow): void => { change((rows) => [...rowsOf(rows), row]); setAdded(row.id) }
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
                onAdd={() => { const { step } = line; if (step) add(differenceFrom(step, steps.indexOf(step))) }}
                onChange={(changes) => { const { difference } = line; if (difference) change((rows) => withDifference(rows, difference.id, changes)) }}
                onRemove={() => { const { difference } = line; if (difference) change((rows) => rowsOf(rows).filter(({ id }) => id !== difference.id)) }}
              />
            ))}
          </tbody>
        </table>
      )}
      {editing && <Button size="small" className={styles.add ?? ''} icon={<Plus size={14} />} onClick={() => { add({ id: newBlockId(), place: t('differences.elsewhere') }) }}>{t('differences.addElsewhere')}</Button>}
    </section>
  )
}

interface LineProps { line: DifferenceLine; editing: boolean; takesFocus: boolean; onAdd: () => void; onChange: (changes: Partial<Omit<Difference, 'id'>>) => void; onRemove: () => void }

const Line = ({ line: { place, step, difference }, editing, takesFocus, onAdd, onChange, onRemove }: LineProps) => {
  const { t } = useTranslation('adoptions')
  const rows = { minRows: 1, maxRows: 12 }
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
      <th scope="row">{step ? place : <Input.TextArea autoSize={rows} aria-label={t('differences.place')} value={place} onChange={(event) => { onChange({ place: event.target.value }) }} />}</th>
      <td>{step ? <span className={styles.said}>{standard || '—'}</span> : <Input.TextArea autoSize={rows} aria-label={t('differences.standardOf', { place })} value={standard} onChange={(event) => { onChange({ standard: event.target.value }) }} />}</td>
      <td>
        <Input.TextArea autoSize={rows} autoFocus={takesFocus} aria-label={t('differences.localOf', { place })} value={local} onChange={(event) => { onChange({ local: event.target.value }) }} />
        <Input.TextArea autoSize={rows} className={styles.why ?? ''} aria-label={t('differences.reasonOf', { place })} placeholder={t('differences.reason')} value={reason} onChange={(event) => { onChange({ reason: event.target.value }) }} />
      </td>
      <td><Button type="text" size="small" icon={<X size={14} />} aria-label={t('differences.remove', { place })} title={t('differences.remove', { place })} onClick={onRemove} /></td>
    </tr>
  )
}

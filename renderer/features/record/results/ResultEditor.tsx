/**
 * The measured results while they are edited. Every change goes straight to the session; an empty row is only here. It starts anew
 * (by its key) when the record comes from elsewhere, as the body's editor does.
 */
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { Plus, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addFile } from '#renderer/client/addFile'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { AttachmentRef, MeasuredResult } from '#shared/model/record'
import type { RecordSession } from '../session/recordSession'
import { indicatorId, ResultRow } from './ResultRow'
import { isEmptyResult, keptResults, newResult, withEvidence, withRowAt } from './resultRows'
import styles from './results.module.css'

interface ResultEditorProps { session: RecordSession; results: readonly MeasuredResult[]; attachments: readonly AttachmentRef[] }

const columns = [['indicator', false], ['unit', false], ['before', true], ['after', true], ['change', true], ['evidence', false]] as const

const focus = (row: MeasuredResult): void => document.getElementById(indicatorId(row))?.focus()

export const ResultEditor = ({ session, results, attachments }: ResultEditorProps) => {
  const { t } = useTranslation('record')
  /** The rows in their order, the empty ones with them; what a row says is what the session has. */
  const [places, setPlaces] = useState(results)
  const rows = [
    ...places.map((place) => results.find(({ id }) => id === place.id) ?? place),
    ...results.filter(({ id }) => !places.some((place) => place.id === id)),
  ]
  const [added, setAdded] = useState<string>()
  const [deleted, setDeleted] = useState<{ row: MeasuredResult; index: number }>()

  const change = (next: readonly MeasuredResult[]): void => {
    setPlaces(next)
    session.change({ fields: { ...session.view().record.content.fields, results: keptResults(next) } })
  }
  const replace = (row: MeasuredResult): void => {
    setDeleted(undefined)
    change(rows.map((other) => (other.id === row.id ? row : other)))
  }
  const insert = (index: number): void => {
    const row = newResult()
    setPlaces(withRowAt(rows, index, row))
    setAdded(row.id)
  }
  const enter = (index: number): void => {
    const below = rows[index + 1]
    if (below && isEmptyResult(below)) focus(below)
    else insert(index + 1)
  }
  const remove = (row: MeasuredResult, index: number): void => {
    setDeleted(isEmptyResult(row) ? undefined : { row, index })
    change(rows.filter((other) => other !== row))
  }
  const restore = (): void => {
    if (!deleted) return
    change(withRowAt(rows, deleted.index, deleted.row))
    setAdded(deleted.row.id)
    setDeleted(undefined)
  }
  const evidence = useMutation({
    mutationFn: ({ files }: { rowId: string; files: File[] }) => Promise.all(files.map(addFile)),
    onSuccess: (files, { rowId }) => {
      const { attachments: known, fields } = session.view().record.content
      const fresh = files.filter(({ sha256 }) => !known.some((file) => file.sha256 === sha256))
      const more = { attachments: [...known, ...fresh.map((file) => ({ ...file, role: 'evidence' as const }))] }
      const row = rows.find(({ id }) => id === rowId)
      // This table may be closed by now, or begun anew: only the one row is touched, as the session has it.
      const proven = row && withEvidence(fields.results ?? [], row, files.map(({ sha256 }) => sha256))
      session.change({ ...more, ...proven && { fields: { ...fields, results: proven } } })
    },
  })

  return (
    <>
      {rows.length > 0 && (
        <table className={styles.table} data-editing aria-labelledby="measured-results-title">
          <colgroup>
            <col /><col className={styles.unit} /><col className={styles.value} /><col className={styles.value} /><col className={styles.change} /><col className={styles.proof} /><col className={styles.tool} />
          </colgroup>
          <thead>
            <tr>
              {columns.map(([column, isNumber]) => <th key={column} scope="col" className={isNumber ? styles.number : undefined}>{t(`results.${column}`)}</th>)}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <ResultRow
                key={row.id} result={row} index={index} attachments={attachments} takesFocus={row.id === added}
                isAddingFile={evidence.isPending && evidence.variables.rowId === row.id}
                onChange={replace} onFiles={(files) => evidence.mutate({ rowId: row.id, files })} onEnter={() => enter(index)} onDelete={() => remove(row, index)}
              />
            ))}
          </tbody>
        </table>
      )}
      {rows.length === 0 && <p className={styles.hint}>{t('results.empty')}</p>}
      {evidence.error && <ErrorPanel error={evidence.error} what={t('side.notAdded')} />}
      <div className={styles.foot}>
        <Button size="small" icon={<Plus size={14} />} onClick={() => insert(rows.length)}>{t('results.add')}</Button>
        {deleted && (
          <span className={styles.deleted} role="status">
            {t('results.deleted', { label: deleted.row.indicator || t('results.row', { number: deleted.index + 1 }) })}
            <Button type="link" size="small" icon={<Undo2 size={14} />} onClick={restore}>{t('results.undo')}</Button>
          </span>
        )}
      </div>
    </>
  )
}

/** One cell of a table among the fields. What is no number or date yet stays in the cell, marked, and is not handed on. */
import { useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#renderer/ui/useLanguage'
import { fieldLimits, fieldSchema, fieldText, optionOf, type PlainField } from '#shared/model/fields'
import type { LibraryFile } from '#shared/model/library'
import { toPartialDate } from '#shared/model/toPartialDate'
import styles from '../results/results.module.css'
import type { RecordSession, RefusableField } from '../session/recordSession'
import { useRefused } from '../useRefused'
import { typedNumber } from './typedNumber'
import { offeredWords } from './words'

interface CellInputProps {
  id: string
  column: PlainField
  value: unknown
  label: string
  vocabularies: LibraryFile['vocabularies'] | undefined
  /** The id of a list of words that many cells share, in the place of one of its own. */
  list?: string | undefined
  takesFocus: boolean
  /** Shown while it is empty. */
  asks?: string | undefined
  session: RecordSession
  /** What was pasted into the cell from outside it: a text that is no value of it, or undefined where it was one. */
  pasted?: { unread: string | undefined }
  onEnter: () => void
  onChange: (value: unknown) => void
}

/** What is typed as a value of the column: undefined for nothing, `wrong` where it is none. */
const read = (column: PlainField, typed: string): { value: unknown } | 'wrong' => {
  const { kind } = column
  if (typed.trim() === '') return { value: undefined }
  if (kind === 'number') {
    const number = typedNumber(typed)
    return number === 'wrong' ? 'wrong' : { value: number }
  }
  if (kind === 'date') {
    const date = toPartialDate(typed)
    return date === undefined ? 'wrong' : { value: date }
  }
  if (kind === 'words' || kind === 'choices') {
    const words = typed.split(/[,，、;；]/).map((word) => word.trim()).filter((word) => word !== '').slice(0, fieldLimits.words)
    return fieldSchema(column).safeParse(words).success ? { value: words } : 'wrong'
  }
  return { value: typed.slice(0, fieldLimits.text) }
}

const shown = (value: unknown): string => {
  if (Array.isArray(value)) return value.join('、')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** By which the session tells a cell from other fields that refuse what is typed. */
export const cellField = (id: string, { kind }: PlainField): RefusableField => (kind === 'date' ? `date ${id}` : `cell ${id}`)

export const CellInput = ({ id, column, value, label, vocabularies, list, takesFocus, asks, session, pasted, onEnter, onChange }: CellInputProps) => {
  const { t } = useTranslation(['record', 'common'])
  const language = useLanguage()
  const listId = useId()
  const field = cellField(id, column)
  const [typed, setTyped] = useState(() => session.refusedText(field) ?? pasted?.unread)
  const [seen, setSeen] = useState(pasted)
  if (pasted !== seen) {
    setSeen(pasted)
    if (pasted) setTyped(pasted.unread)
  }
  const isWrong = typed !== undefined && read(column, typed) === 'wrong'
  useRefused(session, field, isWrong ? typed : undefined)
  const entered = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    onEnter()
  }
  if (column.kind === 'flag') return <span className={styles.picker}><input id={id} type="checkbox" aria-label={label} checked={value === true} onChange={(event) => onChange(event.target.checked || undefined)} onKeyDown={entered} /></span>
  // What it cites is chosen where it is used.
  if (column.kind === 'citations') return <span id={id} className={styles.field} aria-label={label}>{fieldText(column, value, language)}</span>
  if (column.kind === 'choice') {
    return (
      <select id={id} className={styles.field} aria-label={label} value={optionOf(column.options, shown(value))?.value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="" />
        {column.options.map((option) => <option key={option.value} value={option.value}>{option.title[language]}</option>)}
      </select>
    )
  }
  const words = column.kind === 'text' ? offeredWords(vocabularies, column.suggest) : []
  return (
    <>
      <input
        id={id} className={styles.field} value={typed ?? shown(value)} aria-label={label} placeholder={asks} aria-invalid={isWrong} aria-describedby={isWrong ? `${id}-why` : undefined}
        autoComplete="off" spellCheck={false} autoFocus={takesFocus} list={words.length > 0 ? listId : list} inputMode={column.kind === 'number' ? 'decimal' : undefined}
        onChange={(event) => {
          setTyped(event.target.value)
          const next = read(column, event.target.value)
          if (next !== 'wrong') onChange(next.value)
        }}
        onBlur={() => { if (!isWrong) setTyped(undefined) }} onKeyDown={entered}
      />
      {isWrong && <p id={`${id}-why`} className={styles.wrong} role="alert">{t(column.kind === 'date' ? 'common:date.wrong' : column.kind === 'number' ? 'rows.noNumber' : 'rows.noOption')}</p>}
      {words.length > 0 && <datalist id={listId}>{words.map((word) => <option key={word} value={word} />)}</datalist>}
    </>
  )
}

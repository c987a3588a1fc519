/** A cell of text that grows with what is written: the words themselves, unseen, give it its height. */
import type { ClipboardEvent } from 'react'
import { fieldLimits } from '#shared/model/fields'
import styles from './steps.module.css'

interface TextCellProps {
  id: string
  value: unknown
  label: string
  placeholder?: string | undefined
  isBold?: boolean
  onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  onChange: (value: string | undefined) => void
}

export const TextCell = ({ id, value, label, placeholder, isBold, onPaste, onChange }: TextCellProps) => {
  const text = typeof value === 'string' ? value : ''
  return (
    <span className={styles.grow} data-text={text === '' ? placeholder ?? '' : text} data-bold={isBold}>
      <textarea
        id={id} rows={1} value={text} aria-label={label} placeholder={placeholder} maxLength={fieldLimits.longText} spellCheck={false} autoComplete="off"
        onPaste={onPaste} onChange={(event) => onChange(event.target.value || undefined)}
      />
    </span>
  )
}

/** A day, a month or a year, typed. What is no date yet stays in the field and is not handed on. */
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordSession } from '../session/recordSession'
import styles from '../side/SidePanel.module.css'
import { useRefused } from '../useRefused'
import { toPartialDate } from './toPartialDate'

interface DateInputProps {
  labelledBy: string
  session: RecordSession
  /** By which the session tells it from other fields that refuse what is typed. */
  field: `date${string}`
  date: string
  onChange: (date: string) => void
}

export const DateInput = ({ labelledBy, session, field, date, onChange }: DateInputProps) => {
  const { t } = useTranslation('record')
  const [typed, setTyped] = useState<string>()
  const isWrong = typed !== undefined && toPartialDate(typed) === undefined
  useRefused(session, field, isWrong, t(date ? 'putBack.date' : 'putBack.noDate', { typed, date }))
  const type = (text: string): void => {
    setTyped(text)
    const next = toPartialDate(text)
    if (next !== undefined) onChange(next)
  }
  return (
    <div>
      <Input
        size="small" aria-labelledby={labelledBy} aria-invalid={isWrong} {...(isWrong && { status: 'error' as const })}
        placeholder={t('date.form')} value={typed ?? date} onChange={(event) => type(event.target.value)} onBlur={() => { if (!isWrong) setTyped(undefined) }}
      />
      {isWrong && <p className={styles.wrong} role="alert">{t('date.wrong')}</p>}
    </div>
  )
}

/** A day, a month or a year, typed. What is no date yet stays in the field and is not handed on. */
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordSession } from '../session/recordSession'
import { useRefused } from '../useRefused'
import { toPartialDate } from './fieldRules'
import styles from './SidePanel.module.css'

interface DateFieldProps { labelledBy: string; session: RecordSession; date: string }

export const DateField = ({ labelledBy, session, date }: DateFieldProps) => {
  const { t } = useTranslation('record')
  const [typed, setTyped] = useState<string>()
  const isWrong = typed !== undefined && toPartialDate(typed) === undefined
  useRefused(session, 'date', isWrong, t(date ? 'putBack.date' : 'putBack.noDate', { typed, date }))
  const type = (text: string): void => {
    setTyped(text)
    const next = toPartialDate(text)
    if (next !== undefined) session.change({ date: next })
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

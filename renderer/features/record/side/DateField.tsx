/** A day, a month or a year, typed. What is no date yet stays in the field and is not handed on. */
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toPartialDate } from './fieldRules'
import styles from './SidePanel.module.css'

interface DateFieldProps { labelledBy: string; date: string; onChange: (date: string) => void }

export const DateField = ({ labelledBy, date, onChange }: DateFieldProps) => {
  const { t } = useTranslation('record')
  const [typed, setTyped] = useState<string>()
  const isWrong = typed !== undefined && toPartialDate(typed) === undefined
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

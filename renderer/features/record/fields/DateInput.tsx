/** A date among the fields of a record. Its session knows of what is no date yet. */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '#renderer/ui/DateField'
import type { RecordSession } from '../session/recordSession'
import styles from '../side/SidePanel.module.css'
import { useRefused } from '../useRefused'

interface DateInputProps {
  labelledBy: string
  session: RecordSession
  /** By which the session tells it from other fields that refuse what is typed. */
  field: `date${string}`
  date: string
  onChange: (date: string) => void
}

export const DateInput = ({ labelledBy, session, field, date, onChange }: DateInputProps) => {
  const { t } = useTranslation('common')
  const [wrong, setWrong] = useState(() => session.refusedText(field))
  useRefused(session, field, wrong)
  const why = useId()
  return (
    <div>
      <DateField size="small" aria-labelledby={labelledBy} {...wrong !== undefined && { 'aria-describedby': why }} date={date} refused={wrong} onChange={onChange} onWrong={setWrong} />
      {wrong !== undefined && <p id={why} className={styles.wrong} role="alert">{t('date.wrong')}</p>}
    </div>
  )
}

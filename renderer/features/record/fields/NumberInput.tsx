/** A number, typed. What is none yet stays in the field and is not handed on. */
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordSession } from '../session/recordSession'
import styles from '../side/SidePanel.module.css'
import { useRefused } from '../useRefused'
import { typedNumber } from './typedNumber'

interface NumberInputProps {
  labelledBy: string
  session: RecordSession
  /** By which the session tells it from other fields that refuse what is typed. */
  field: `number ${string}`
  number: number | undefined
  unit: string | undefined
  onChange: (number: number | undefined) => void
}

export const NumberInput = ({ labelledBy, session, field, number, unit, onChange }: NumberInputProps) => {
  const { t } = useTranslation('record')
  const [typed, setTyped] = useState(() => session.refusedText(field))
  const isWrong = typed !== undefined && typedNumber(typed) === 'wrong'
  useRefused(session, field, isWrong ? typed : undefined)
  const why = useId()
  const type = (text: string): void => {
    setTyped(text)
    const next = typedNumber(text)
    if (next !== 'wrong') onChange(next)
  }
  return (
    <div>
      <Input
        size="small" inputMode="decimal" autoComplete="off" aria-labelledby={labelledBy} aria-invalid={isWrong} {...isWrong && { status: 'error' as const, 'aria-describedby': why }}
        suffix={unit} value={typed ?? (number === undefined ? '' : String(number))} onChange={(event) => type(event.target.value)} onBlur={() => { if (!isWrong) setTyped(undefined) }}
      />
      {isWrong && <p id={why} className={styles.wrong} role="alert">{t('rows.noNumber')}</p>}
    </div>
  )
}

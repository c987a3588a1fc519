/** A day, a month or a year, typed in the ways in which people write them. What is no date yet stays in the field, marked, and is not handed on. */
import { Input, type InputProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toPartialDate } from '#shared/model/toPartialDate'

interface DateFieldProps extends Omit<InputProps, 'value' | 'onChange' | 'onBlur' | 'placeholder'> {
  date: string
  /** What was typed here before, and is no date. */
  refused?: string | undefined
  /** Empty where nothing is typed. */
  onChange: (date: string) => void
  /** What is typed and is no date; undefined as soon as it is one. */
  onWrong: (typed: string | undefined) => void
}

export const DateField = ({ date, refused, onChange, onWrong, ...input }: DateFieldProps) => {
  const { t } = useTranslation('common')
  const [typed, setTyped] = useState(refused)
  const isWrong = typed !== undefined && toPartialDate(typed) === undefined
  const type = (text: string): void => {
    const next = toPartialDate(text)
    setTyped(text)
    onWrong(next === undefined ? text : undefined)
    if (next !== undefined) onChange(next)
  }
  return (
    <Input
      autoComplete="off" {...input} aria-invalid={isWrong || input['aria-invalid']} {...isWrong && { status: 'error' as const }}
      placeholder={t('date.form')} value={typed ?? date} onChange={(event) => { type(event.target.value) }} onBlur={() => { if (!isWrong) setTyped(undefined) }}
    />
  )
}

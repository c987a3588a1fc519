/** One value of a form to write. What is no number or date yet stays in the field, marked, and counts as nothing: what is on screen and what is kept are never two numbers. */
import { Checkbox, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '#renderer/ui/DateField'
import { useLanguage } from '#renderer/ui/useLanguage'
import { plainExpression } from '#shared/model/calculation/expression'
import { fieldLimits } from '#shared/model/fields'
import { checkResults, type FormField } from '#shared/model/forms/form'
import styles from './fill.module.css'

interface ValueInputProps {
  field: FormField
  value: unknown
  id: string
  labelledBy: string
  describedBy: string
  isFaulty: boolean
  onChange: (value: unknown) => void
  /** Says whether what is typed can't be kept. */
  onWrong: (isWrong: boolean) => void
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [])

/** A number as it is typed, with full-width digits and thousands; undefined for nothing, `wrong` for what is none. */
export const readNumber = (typed: string): number | 'wrong' | undefined => {
  const plain = plainExpression(typed).replace(/[,\s]/g, '')
  if (plain === '') return undefined
  const number = Number(plain)
  return Number.isFinite(number) ? number : 'wrong'
}

const NumberInput = ({ field: { unit, required: isRequired = false }, value, id, labelledBy, describedBy, isFaulty, onChange, onWrong }: ValueInputProps) => {
  const { t } = useTranslation('filled')
  const [typed, setTyped] = useState<string>()
  const isWrong = typed !== undefined && readNumber(typed) === 'wrong'
  const type = (text: string): void => {
    const next = readNumber(text)
    setTyped(text)
    onWrong(next === 'wrong')
    onChange(next === 'wrong' ? undefined : next)
  }
  return (
    <>
      <Input
        id={id} aria-labelledby={labelledBy} aria-describedby={describedBy} aria-invalid={isWrong || isFaulty} aria-required={isRequired} {...(isWrong || isFaulty) && { status: 'error' as const }} className={styles.number ?? ''}
        inputMode="decimal" autoComplete="off" suffix={unit} value={typed ?? (typeof value === 'number' ? String(value) : '')}
        onChange={(event) => type(event.target.value)} onBlur={() => { if (!isWrong) setTyped(undefined) }}
      />
      {isWrong && <p className={styles.fault} role="alert">{t('fault.noNumber')}</p>}
    </>
  )
}

const DateValue = ({ field: { required: isRequired = false }, value, id, labelledBy, describedBy, isFaulty, onChange, onWrong }: ValueInputProps) => {
  const { t } = useTranslation('common')
  const [isWrong, setIsWrong] = useState(false)
  const wrong = (typed: string | undefined): void => {
    setIsWrong(typed !== undefined)
    onWrong(typed !== undefined)
    if (typed !== undefined) onChange(undefined)
  }
  return (
    <>
      <DateField
        id={id} aria-labelledby={labelledBy} aria-describedby={describedBy} aria-invalid={isFaulty} aria-required={isRequired} {...isFaulty && { status: 'error' as const }} className={styles.date ?? ''}
        date={textOf(value)} onChange={(date) => onChange(date || undefined)} onWrong={wrong}
      />
      {isWrong && <p className={styles.fault} role="alert">{t('date.wrong')}</p>}
    </>
  )
}

/** As many as stand beside one another. */
const isShort = (options: readonly string[]): boolean => options.length <= 5 && options.join('').length <= 24

export const ValueInput = (props: ValueInputProps) => {
  const { field, value, id, labelledBy, describedBy, isFaulty, onChange } = props
  const language = useLanguage()
  const named = { id, 'aria-labelledby': labelledBy, 'aria-describedby': describedBy, 'aria-invalid': isFaulty, 'aria-required': field.required === true }
  const look = { ...named, ...isFaulty && { status: 'error' as const } }
  const options = [...new Set(field.options ?? [])]
  switch (field.kind) {
    case 'number': return <NumberInput {...props} />
    case 'text': return <Input {...look} autoComplete="off" value={textOf(value)} maxLength={fieldLimits.text} suffix={field.unit} onChange={(event) => onChange(event.target.value || undefined)} />
    case 'longText': return <Input.TextArea {...look} autoSize={{ minRows: 2, maxRows: 12 }} value={textOf(value)} maxLength={fieldLimits.longText} onChange={(event) => onChange(event.target.value || undefined)} />
    case 'date': return <DateValue {...props} />
    case 'flag': return <Checkbox {...named} checked={value === true} onChange={(event) => onChange(event.target.checked || undefined)} />
    case 'check': return (
      <Radio.Group {...named} value={textOf(value)} optionType="button" size="middle" onChange={(event) => onChange(event.target.value)}>
        {checkResults.map((result, index) => (
          <Radio.Button key={result.value} value={result.value} {...index === 0 && { id }} {...result.value === 'fail' && { className: styles.failed ?? '' }}>{result.title[language]}</Radio.Button>
        ))}
      </Radio.Group>
    )
    case 'choice': return isShort(options)
      ? <Radio.Group {...named} value={textOf(value)} options={options} onChange={(event) => onChange(event.target.value)} />
      : <Select {...look} allowClear className={styles.select ?? ''} value={textOf(value) || undefined} options={options.map((option) => ({ value: option, label: option }))} onChange={(next?: string) => onChange(next)} />
    case 'choices': return <Checkbox.Group {...named} value={listOf(value)} options={options} onChange={(next) => onChange(next.length > 0 ? options.filter((option) => next.includes(option)) : undefined)} />
    case 'rows':
    case 'heading': return null
  }
}

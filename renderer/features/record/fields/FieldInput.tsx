/** The value of one field to write, whatever its kind. An empty one is handed on as undefined: nothing is kept of it. */
import { AutoComplete, Checkbox, Input, Segmented, Select } from 'antd'
import type { Language } from '#shared/model/language'
import type { LibraryFile } from '#shared/model/library'
import { fieldLimits, fieldText, fits, optionOf, type Option, type PlainField } from '#shared/model/fields'
import { useLanguage } from '#renderer/ui/useLanguage'
import { WordsSelect } from '#renderer/ui/WordsSelect'
import type { RecordSession } from '../session/recordSession'
import { DateInput } from './DateInput'
import { NumberInput } from './NumberInput'
import { OddValue } from './OddValue'
import { offeredWords } from './words'

interface FieldInputProps {
  field: PlainField
  value: unknown
  labelledBy: string
  vocabularies: LibraryFile['vocabularies'] | undefined
  session: RecordSession
  onChange: (value: unknown) => void
}

const separators = [',', '，', '、', ';', '；']
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [])
const contains = (typed: string, option: { value: string } | undefined): boolean => option?.value.includes(typed) ?? false

/** How many characters stand beside one another. */
const room: Readonly<Record<Language, number>> = { 'zh-CN': 8, en: 18 }
const isShort = (options: readonly Option[], language: Language): boolean => options.length <= 4 && options.reduce((sum, { title }) => sum + title[language].length, 0) <= room[language]

export const FieldInput = ({ field, value, labelledBy, vocabularies, session, onChange }: FieldInputProps) => {
  const language = useLanguage()
  const common = { size: 'small' as const, 'aria-labelledby': labelledBy }
  const words = (offered: readonly string[]) => offered.map((word) => ({ value: word }))
  if (!fits(field, value)) return <OddValue field={field} value={value} onClear={() => onChange(undefined)} />
  switch (field.kind) {
    case 'text': return field.suggest === undefined
      ? <Input {...common} value={textOf(value)} maxLength={fieldLimits.text} onChange={(event) => onChange(event.target.value || undefined)} />
      : (
        <AutoComplete
          {...common} value={textOf(value)} options={words(offeredWords(vocabularies, field.suggest))} showSearch={{ filterOption: contains }}
          onChange={(next: string | undefined) => onChange(next?.slice(0, fieldLimits.text) || undefined)}
        />
      )
    case 'longText': return <Input.TextArea {...common} rows={2} value={textOf(value)} maxLength={fieldLimits.longText} onChange={(event) => onChange(event.target.value || undefined)} />
    case 'number': return <NumberInput labelledBy={labelledBy} session={session} field={`number ${field.key}`} number={typeof value === 'number' ? value : undefined} unit={field.unit} onChange={onChange} />
    case 'date': return <DateInput labelledBy={labelledBy} session={session} field={`date ${field.key}`} date={textOf(value)} onChange={(date) => onChange(date || undefined)} />
    case 'flag': return <Checkbox aria-labelledby={labelledBy} checked={value === true} onChange={(event) => onChange(event.target.checked || undefined)} />
    case 'choice': {
      const chosen = optionOf(field.options, textOf(value))?.value ?? (textOf(value) || undefined)
      const options = field.options.map((option) => ({ value: option.value, label: option.title[language] }))
      if (isShort(field.options, language)) return <Segmented {...common} value={chosen ?? ''} options={options} onChange={onChange} />
      return <Select {...common} allowClear={!field.isAlwaysGiven} value={chosen} options={options} onChange={(next?: string) => onChange(next)} />
    }
    case 'choices': return (
      <Select
        {...common} mode="multiple" value={listOf(value)} options={field.options.map((option) => ({ value: option.value, label: option.title[language] }))}
        onChange={(next: string[]) => onChange(next.length > 0 ? next : undefined)}
      />
    )
    // What it cites is chosen where it is used.
    case 'citations': return <span aria-labelledby={labelledBy}>{fieldText(field, value, language)}</span>
    case 'words': return (
      <WordsSelect
        {...common} value={listOf(value)} options={words(offeredWords(vocabularies, field.suggest))} tokenSeparators={separators}
        onChange={(next) => onChange(next.length > 0 ? next.slice(0, fieldLimits.words) : undefined)}
      />
    )
  }
}

/** The values of a choice, typed one after another. */
import { useTranslation } from 'react-i18next'
import { WordsSelect } from '#renderer/ui/WordsSelect'
import { customLimits } from '#shared/model/customFields'

const separators = [',', '，', '、', ';', '；']

const cleaned = (options: readonly string[]): string[] =>
  [...new Set(options.map((option) => option.trim().slice(0, customLimits.name)).filter((option) => option !== ''))].slice(0, customLimits.options)

/** By its own label, or by the id that a label is for. */
type OptionsInputProps = { options: readonly string[]; onChange: (options: string[]) => void } & ({ id: string } | { label: string })

export const OptionsInput = ({ options, onChange, ...named }: OptionsInputProps) => {
  const { t } = useTranslation('custom-fields')
  const name = 'id' in named ? { id: named.id } : { 'aria-label': named.label }
  return <WordsSelect {...name} open={false} value={[...options]} tokenSeparators={separators} placeholder={t('optionsExample')} onChange={(next) => { onChange(cleaned(next)) }} />
}

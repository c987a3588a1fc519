/** The value of one field to read. One that is not what the field can be is shown as it is. */
import { PolarityIcon } from '#renderer/ui/marks/PolarityIcon'
import { Tag } from '#renderer/ui/marks/Tag'
import { useLanguage } from '#renderer/ui/useLanguage'
import { fieldText, optionOf, type PlainField } from '#shared/model/fields'
import styles from './fields.module.css'

export const FieldValue = ({ field, value }: { field: PlainField; value: unknown }) => {
  const language = useLanguage()
  const text = fieldText(field, value, language)
  if (field.kind === 'words' && Array.isArray(value)) return <span className={styles.words}>{value.map((word, index) => <Tag key={index}>{String(word)}</Tag>)}</span>
  if (field.kind !== 'choice') return text
  if (field.key === 'polarity' && (value === 'positive' || value === 'negative')) return <span className={styles.choice}><PolarityIcon polarity={value} />{text}</span>
  const tone = optionOf(field.options, String(value))?.tone
  return tone ? <span className={styles.choice}><span className={styles.dot} data-tone={tone} aria-hidden="true" />{text}</span> : text
}

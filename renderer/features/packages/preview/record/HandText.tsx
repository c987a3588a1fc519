/** A text of a record that is written by hand in place of both sides. What is typed counts at once. */
import { PencilLine } from 'lucide-react'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldLimits } from '#shared/model/fields'
import { titleLimit } from '#shared/model/record'
import styles from './record.module.css'

interface HandTextProps {
  what: string
  text: string
  isTitle: boolean
  isLong: boolean
  /** It was just begun: one goes on by typing. */
  isBegun: boolean
  onText: (text: string) => void
  onDrop: () => void
}

export const HandText = ({ what, text, isTitle, isLong, isBegun, onText, onDrop }: HandTextProps) => {
  const { t } = useTranslation('packages')
  const id = useId()
  /** What is typed where it can't be kept: a record has a title. */
  const [refused, setRefused] = useState<string>()
  const type = (typed: string): void => {
    const isRefused = isTitle && typed.trim() === ''
    setRefused(isRefused ? typed : undefined)
    if (!isRefused) onText(typed)
  }
  return (
    <div className={styles.writing}>
      <label htmlFor={id}><PencilLine size={14} aria-hidden="true" />{t('hand.text', { what })}</label>
      <Input.TextArea
        id={id} autoFocus={isBegun} autoSize={{ minRows: isLong ? 3 : 1, maxRows: 16 }} value={refused ?? text} status={refused === undefined ? '' : 'error'}
        maxLength={isTitle ? titleLimit : isLong ? fieldLimits.longText : fieldLimits.text} aria-describedby={`${id}-refused`}
        onChange={(event) => { type(isLong ? event.target.value : event.target.value.replaceAll(/\s*\n\s*/g, ' ')) }}
        onKeyDown={(event) => { if (event.key === 'Escape' && !event.nativeEvent.isComposing) { event.stopPropagation(); event.currentTarget.blur() } }}
      />
      <p id={`${id}-refused`} className={styles.refused} role="status">{refused === undefined ? '' : t('hand.titleEmpty')}</p>
      <Button size="small" onClick={onDrop}>{t('hand.drop')}</Button>
    </div>
  )
}

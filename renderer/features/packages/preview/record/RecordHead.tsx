/** Which record it is, how it stands to the one here, and the ways back to the table and on to the next. */
import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Keycap } from '#renderer/ui/marks/Keycap'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import type { ComparedRecord } from '#shared/contract/packageMerge'
import { OutcomeMark } from '../../OutcomeMark'
import styles from './record.module.css'

interface RecordHeadProps { record: ComparedRecord; onClose: () => void; onStep: { previous: (() => void) | undefined; next: (() => void) | undefined } }

export const RecordHead = ({ record: { type, title, number, standing }, onClose, onStep }: RecordHeadProps) => {
  const { t } = useTranslation('packages')
  return (
    <header className={styles.head}>
      <Button icon={<ArrowLeft size={15} />} onClick={onClose} aria-keyshortcuts="Escape">{t('merge.back')}<Keycap>Esc</Keycap></Button>
      <TypeMark type={type} size={24} />
      <h1 dir="auto" title={title}>{title}</h1>
      <OutcomeMark outcome={standing} />
      <span className={styles.number}>{number}</span>
      <span className={styles.space} />
      <Button icon={<ChevronUp size={15} />} disabled={!onStep.previous} onClick={onStep.previous}>{t('merge.previousRecord')}</Button>
      <Button icon={<ChevronDown size={15} />} disabled={!onStep.next} onClick={onStep.next}>{t('merge.nextRecord')}</Button>
    </header>
  )
}

/** Where a quote was taken from: record, section and revision as they were called then, and the way back to the passage. */
import { useTranslation } from 'react-i18next'
import type { Citation } from '#shared/model/body/blocks'
import { formatMoment } from '../format'
import styles from './CitationLine.module.css'
import { TypeMark } from './TypeMark'

interface CitationLineProps {
  citation: Citation
  /** The cited record is not in this library: there is nowhere to go back to. */
  isMissing: boolean
  onOpen: () => void
}

export const CitationLine = ({ citation: { type, title = '', number = '', sectionTitle = '', at }, isMissing, onOpen }: CitationLineProps) => {
  const { t } = useTranslation('common')
  const name = title || number || t('citation.unnamed')
  return (
    <span className={styles.line}>
      {type && <TypeMark type={type} size={16} />}
      <span className={styles.words}>
        <span className={styles.title} title={name}>{name}</span>
        {sectionTitle !== '' && <span>{sectionTitle}</span>}
        {at !== undefined && <span className={styles.time}>{t('citation.revision', { time: formatMoment(at) })}</span>}
      </span>
      {isMissing
        ? <span className={styles.missing}>{t('citation.missing')}</span>
        : <button type="button" className={styles.back} aria-label={t('citation.backTo', { title: name })} onClick={onOpen}>{t('citation.back')}</button>}
    </span>
  )
}

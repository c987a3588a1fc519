/** One character in a square that says what type a record is. The character identifies, the colour only helps. */
import { useTranslation } from 'react-i18next'
import type { RecordType } from '#shared/model/recordTypes'
import styles from './TypeMark.module.css'

/** What can carry a mark besides the record types: an attachment, a package. */
export type MarkedType = RecordType | 'attachment' | 'package'

interface TypeMarkProps {
  type: MarkedType
  /** 16 inline, 18 in a list, 24 at the head of a page. */
  size?: 16 | 18 | 24
}

export const TypeMark = ({ type, size = 18 }: TypeMarkProps) => {
  const { t } = useTranslation('common')
  return (
    <span className={styles.mark} data-type={type} data-size={size} role="img" aria-label={t(`type.${type}`)} title={t(`type.${type}`)}>
      {t(`typeMark.${type}`)}
    </span>
  )
}

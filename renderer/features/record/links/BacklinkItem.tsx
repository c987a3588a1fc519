/** One record that refers to this one, and how. */
import { useTranslation } from 'react-i18next'
import styles from '../side/SidePanel.module.css'
import type { LinkingRecord } from './recordLinks'
import { RecordName } from './RecordName'

export const BacklinkItem = ({ linking: { row, relations } }: { linking: LinkingRecord }) => {
  const { t } = useTranslation('record')
  return (
    <li className={styles.link}>
      <RecordName row={row} />
      <span className={styles.relation}>{relations.map((relation) => t(`links.back.${relation}`)).join(t('links.separator'))}</span>
    </li>
  )
}

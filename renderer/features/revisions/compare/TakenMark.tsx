/** Says of a side whether it is taken, in words and by a sign, where one can choose. */
import { Check, Minus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './Compare.module.css'

/** The sides that a choice takes. */
export interface Taken { before: boolean; after: boolean }

export const TakenMark = ({ isTaken }: { isTaken: boolean }) => {
  const { t } = useTranslation('revisions')
  const Icon = isTaken ? Check : Minus
  return <span className={styles.taken} data-taken={isTaken}><Icon size={13} strokeWidth={isTaken ? 2.4 : 1.6} aria-hidden="true" />{t(isTaken ? 'taken.yes' : 'taken.no')}</span>
}

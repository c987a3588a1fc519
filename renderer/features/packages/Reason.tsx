/** Why a record is in a package: it was chosen, or another one needs it. */
import { useTranslation } from 'react-i18next'
import type { PackageReason } from '#shared/model/package'
import styles from './packages.module.css'

interface ReasonProps { reason: PackageReason; titles: ReadonlyMap<string, string> }

export const Reason = ({ reason: { why, of }, titles }: ReasonProps) => {
  const { t } = useTranslation('packages')
  const title = of === null ? undefined : titles.get(of)
  if (why === 'chosen' || title === undefined) return <>{t(`reason.${why}`)}</>
  return <span className={styles.reason} title={t(`reasonOf.${why}`, { title })}>{t(`reasonOf.${why}`, { title })}</span>
}

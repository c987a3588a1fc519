/** What to know before a package is taken in: what differs stays as it is here, and what its maker could not put in. */
import { CircleAlert, Info } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OpenedPackage } from '#shared/contract/packages'
import styles from './preview.module.css'

/** How many of the missing parts are named. */
const most = 5

export const PackageNotes = ({ opened: { counts, manifest: { missing }, records } }: { opened: OpenedPackage }) => {
  const { t } = useTranslation('packages')
  const collisions = records.filter(({ numberTakenBy }) => numberTakenBy !== null).length
  return (
    <>
      {counts.differs > 0 && <p className={styles.note} data-tone="blue"><Info size={15} aria-hidden="true" />{t('preview.differsText', { count: counts.differs })}</p>}
      {collisions > 0 && <p className={styles.note} data-tone="ochre"><CircleAlert size={15} aria-hidden="true" />{t('preview.collisions', { count: collisions })}</p>}
      {missing.length > 0 && (
        <p className={styles.note} data-tone="ochre">
          <CircleAlert size={15} aria-hidden="true" />
          {t('preview.missing', { count: missing.length, names: missing.slice(0, most).map(({ name }) => name).join(t('separator')) })}
        </p>
      )}
    </>
  )
}

/** What to know before a package is taken in: what it goes on from, what its maker says of it, and what is not in it. */
import { CircleAlert, Info } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '#renderer/ui/format'
import type { OpenedPackage } from '#shared/contract/packages'
import styles from './preview.module.css'

/** How many of the missing parts are named. */
const most = 5

export const PackageNotes = ({ opened: { manifest: { missing, kind, purpose, licence }, records, needsBase } }: { opened: OpenedPackage }) => {
  const { t } = useTranslation('packages')
  const collisions = records.filter(({ numberTakenBy }) => numberTakenBy !== null).length
  return (
    <>
      {needsBase && <p className={styles.note} data-tone="ochre"><CircleAlert size={15} aria-hidden="true" />{t('preview.needsBase', { time: formatMoment(needsBase.madeAt) })}</p>}
      {kind === 'suggestion' && <p className={styles.note} data-tone="blue"><Info size={15} aria-hidden="true" />{t('preview.suggestion')}</p>}
      {purpose !== '' && <p className={styles.note} data-tone="blue"><Info size={15} aria-hidden="true" />{t('preview.purpose', { purpose })}</p>}
      {licence !== '' && <p className={styles.note} data-tone="blue"><Info size={15} aria-hidden="true" />{t('preview.licence', { licence })}</p>}
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

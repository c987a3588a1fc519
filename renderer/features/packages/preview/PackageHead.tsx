/** The head of an opened package: what it is called, who says that they made it, and that it is whole. */
import { ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatBytes, formatMoment } from '#renderer/ui/format'
import type { OpenedPackage } from '#shared/contract/packages'
import { SignatureLine } from './SignatureLine'
import styles from './preview.module.css'

export const PackageHead = ({ opened }: { opened: OpenedPackage }) => {
  const { manifest, records, size } = opened
  const { t } = useTranslation('packages')
  const { title, by, library, madeAt, attachments, editions } = manifest
  const maker = [by.unit, by.name].filter((part) => part !== '').join(' ') || t('nobody')
  const counts = [
    t('pack.records', { count: records.length, shown: records.length }),
    editions.length > 0 && t('pack.editions', { count: editions.length }),
    attachments.length > 0 && t('preview.attachments', { count: attachments.length }),
    formatBytes(size),
  ].filter((part) => part !== false)
  return (
    <header className={styles.head}>
      <span className={styles.tile}><ShieldCheck size={20} aria-hidden="true" /></span>
      <div className={styles.about}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.facts}>
          <span>{t('preview.made', { maker, library: library.name, time: formatMoment(madeAt) })}</span>
          <strong>{t('preview.intact')}</strong>
          <span>{counts.join('　')}</span>
        </p>
        <SignatureLine opened={opened} />
      </div>
    </header>
  )
}

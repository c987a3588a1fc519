/** Where the record came from: the file it was imported from, and when. */
import { GitBranch } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '#renderer/ui/format'
import type { RecordContent } from '#shared/model/record'
import styles from './SidePanel.module.css'

export const OriginNote = ({ origin: { file, unit } }: { origin: RecordContent['origin'] }) => {
  const { t } = useTranslation(['record', 'common'])
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}><GitBranch size={14} aria-hidden="true" />{t('common:field.origin')}</h2>
      {file
        ? <p className={styles.origin}><span>{t('origin.word')}</span><span className={styles.file}>{file.name}</span><span>{formatMoment(file.at)}{unit && `　${unit}`}</span></p>
        : <p className={styles.origin}><span>{t('origin.here')}</span>{unit && <span>{unit}</span>}</p>}
    </section>
  )
}

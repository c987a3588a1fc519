/** How a record of a backup stands to the library, or what became of it, in icon and word. */
import { CircleAlert, CirclePlus, CircleX, Equal, FileWarning, GitCompareArrows, History, Trash2, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BackupStanding, RestoredRecord } from '#shared/contract/backups'
import styles from '../backup.module.css'

type Standing = BackupStanding | RestoredRecord['outcome']

const icons: Readonly<Record<Standing, LucideIcon>> = {
  same: Equal, differs: GitCompareArrows, missing: CircleAlert, trashed: Trash2, damaged: FileWarning, added: CirclePlus, revised: History, failed: CircleX,
}

export const StandingMark = ({ standing }: { standing: Standing }) => {
  const { t } = useTranslation('backup')
  const Icon = icons[standing]
  return <span className={styles.standing} data-standing={standing}><Icon size={14} aria-hidden="true" />{t(`standing.${standing}`)}</span>
}

/** Backups of the library that is open. */
import { useTranslation } from 'react-i18next'
import { BackupSettings } from '#renderer/features/backup'
import { SettingsCard } from './SettingsCard'

export const BackupCard = ({ readOnly }: { readOnly: boolean }) => {
  const { t } = useTranslation('backup')
  return <SettingsCard title={t('title')} text={t('text')}><BackupSettings readOnly={readOnly} /></SettingsCard>
}

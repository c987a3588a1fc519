/** Which 良方 this is, on what, and that nothing leaves the machine. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { SettingsCard, SettingsRow } from './SettingsCard'

export const AboutApp = () => {
  const { t } = useTranslation('settings')
  const { data } = useQuery(api.app.info.queryOptions())
  if (!data) return null
  return (
    <SettingsCard title={t('about')} text={t('aboutText')}>
      <SettingsRow label={t('version')}>{data.version}</SettingsRow>
      <SettingsRow label={t('host')}>{`${t(`hosts.${data.host}`)}　${data.platform}`}</SettingsRow>
      <SettingsRow label={t('newLibraries')}>{data.defaultLibraryFolder}</SettingsRow>
    </SettingsCard>
  )
}

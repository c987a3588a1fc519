/** Who I am. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { SettingsCard } from '../SettingsCard'
import { ProfileForm } from './ProfileForm'

export const ProfileCard = () => {
  const { t } = useTranslation('settings')
  const settings = useQuery(api.app.settings.queryOptions())
  if (settings.isError) return <ErrorPanel error={settings.error} onRetry={() => void settings.refetch()} />
  if (settings.isPending) return <SkeletonRows rows={4} />
  return <SettingsCard title={t('profile')} text={t('profileText')}><ProfileForm profile={settings.data.profile} /></SettingsCard>
}

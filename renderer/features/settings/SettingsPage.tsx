/** Settings: language and look, who I am, the open library, and what this app is. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import { BackupSettings } from '#renderer/features/backup'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { Language } from '#shared/model/language'
import { Theme } from '#shared/model/settings'
import { AboutApp } from './AboutApp'
import { LibraryInfo } from './LibraryInfo'
import { ProfileForm } from './ProfileForm'
import { SettingsCard, SettingsRow } from './SettingsCard'
import { SynonymCard } from './synonyms/SynonymCard'
import styles from './SettingsPage.module.css'

interface Changes { language?: Language, theme?: Theme }

/** What is backed up is the library that is open. */
const BackupCard = () => {
  const { t } = useTranslation('backup')
  const { data: library } = useQuery(api.library.current.queryOptions())
  if (library === undefined) return null
  return (
    <SettingsCard title={t('title')} text={t(library ? 'text' : 'noLibrary')}>
      {library && <BackupSettings readOnly={library.readOnly !== null} />}
    </SettingsCard>
  )
}

export const SettingsPage = () => {
  const { t } = useTranslation('settings')
  const settings = useQuery(api.app.settings.queryOptions())
  const update = useMutation({
    mutationFn: (changes: Changes) => core.app.updateSettings(changes),
    onSuccess: (saved) => { queryClient.setQueryData(api.app.settings.queryKey(), saved) },
  })
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('title')}</h1>
      {update.isError && <ErrorPanel error={update.error} what={t('notSaved')} />}
      {settings.isPending && <SkeletonRows rows={6} />}
      {settings.isError && <ErrorPanel error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data && <>
        <SettingsCard title={t('look')}>
          <SettingsRow label={t('language')}>
            <Segmented
              aria-label={t('language')} value={settings.data.language} onChange={(language) => { update.mutate({ language }) }}
              options={Language.options.map((value) => ({ value, label: t(`languages.${value}`) }))}
            />
          </SettingsRow>
          <SettingsRow label={t('theme')}>
            <Segmented
              aria-label={t('theme')} value={settings.data.theme} onChange={(theme) => { update.mutate({ theme }) }}
              options={Theme.options.map((value) => ({ value, label: t(`themes.${value}`) }))}
            />
          </SettingsRow>
        </SettingsCard>
        <SettingsCard title={t('profile')} text={t('profileText')}>
          <ProfileForm profile={settings.data.profile} />
        </SettingsCard>
      </>}
      <LibraryInfo />
      <SynonymCard />
      <BackupCard />
      <AboutApp />
    </div>
  )
}

/** In which language the app speaks, and how it looks. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { Language } from '#shared/model/language'
import { Theme } from '#shared/model/settings'
import { SettingsCard, SettingsRow } from './SettingsCard'

interface Changes { language?: Language, theme?: Theme }

export const LookCard = () => {
  const { t } = useTranslation('settings')
  const settings = useQuery(api.app.settings.queryOptions())
  const update = useMutation({
    mutationFn: (changes: Changes) => core.app.updateSettings(changes),
    onSuccess: (saved) => { queryClient.setQueryData(api.app.settings.queryKey(), saved) },
  })
  return (
    <>
      {update.isError && <ErrorPanel error={update.error} what={t('notSaved')} />}
      {settings.isPending && <SkeletonRows rows={2} />}
      {settings.isError && <ErrorPanel error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data && (
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
      )}
    </>
  )
}

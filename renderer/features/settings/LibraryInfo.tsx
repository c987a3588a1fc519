/** The open library: where it lies, what it holds, and whether it is whole. */
import { useQuery } from '@tanstack/react-query'
import { Button, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { formatCount } from '#renderer/ui/format'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { useLanguage } from '#renderer/ui/useLanguage'
import { libraryTypes } from '#shared/model/recordTypes'
import { failureText } from '#shared/text/messages/failureText'
import { SettingsCard, SettingsRow } from './SettingsCard'
import styles from './SettingsPage.module.css'

export const LibraryInfo = () => {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const { openHealth } = useNavigation()
  const current = useQuery(api.library.current.queryOptions())
  if (current.isError) return <ErrorPanel error={current.error} onRetry={() => void current.refetch()} />
  if (current.isPending) return null
  if (!current.data) return <SettingsCard title={t('library')} text={t('noLibrary')}>{null}</SettingsCard>
  const { library, path, counts, damaged, readOnly } = current.data
  return (
    <SettingsCard title={t('library')} text={t('libraryText')}>
      <SettingsRow label={t('libraryName')}>{library.name}</SettingsRow>
      <SettingsRow label={t('unit')}>{[library.unit.name, library.unit.code].filter(Boolean).join('　')}</SettingsRow>
      <SettingsRow label={t('folder')}><Typography.Text copyable={{ text: path }}>{path}</Typography.Text></SettingsRow>
      <SettingsRow label={t('holds')}>
        {libraryTypes.map((type) => t('typeCount', { type: t(`common:library.${type}`), count: counts[type] ?? 0, shown: formatCount(counts[type] ?? 0, language) })).join('　')}
      </SettingsRow>
      {readOnly && <SettingsRow label={t('readOnly')}>{failureText(readOnly, language).why}</SettingsRow>}
      <SettingsRow label={t('damaged')}>
        {damaged.length === 0 ? t('noneDamaged') : t('someDamaged', { count: damaged.length })}
      </SettingsRow>
      <div className={styles.check}><Button onClick={openHealth}>{t('openHealth')}</Button></div>
    </SettingsCard>
  )
}

/** The settings of synonyms, which belong to the library that is open. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { SettingsCard } from '../SettingsCard'
import { SynonymSettings } from './SynonymSettings'

export const SynonymCard = () => {
  const { t } = useTranslation('settings')
  const { data: library } = useQuery(api.library.current.queryOptions())
  if (!library) return null
  return (
    <SettingsCard title={t('synonyms.title')} text={t('synonyms.text')}>
      <SynonymSettings key={library.library.id} readOnly={library.readOnly !== null} />
    </SettingsCard>
  )
}

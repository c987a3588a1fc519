/** The settings of synonyms, which belong to the library that is open. */
import { useTranslation } from 'react-i18next'
import { SettingsCard } from '../SettingsCard'
import { SynonymSettings } from './SynonymSettings'

export const SynonymCard = ({ readOnly }: { readOnly: boolean }) => {
  const { t } = useTranslation('settings')
  return <SettingsCard title={t('synonyms.title')} text={t('synonyms.text')}><SynonymSettings readOnly={readOnly} /></SettingsCard>
}

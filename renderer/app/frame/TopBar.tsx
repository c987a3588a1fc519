/** The top bar: where I am, the one search box, what is running, and who I am. */
import { ArrowLeft, ArrowRight, Search } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { JobsIndicator } from '#renderer/features/jobs'
import { LibraryMenu } from '#renderer/features/welcome'
import { Keycap } from '#renderer/ui/marks/Keycap'
import { LogoMark } from '#renderer/ui/marks/LogoMark'
import { useNavigation } from '#renderer/ui/navigation'
import type { OpenLibrary } from '#shared/contract/library'
import styles from './TopBar.module.css'
import { useHistoryButtons } from './useHistoryButtons'

interface TopBarProps { library: OpenLibrary | null, onSearch: () => void }

export const TopBar = ({ library, onSearch }: TopBarProps) => {
  const { t } = useTranslation(['app', 'common'])
  const { canGoBack, canGoForward, back, forward } = useHistoryButtons()
  return (
    <header className={styles.bar}>
      <span className={styles.brand}><LogoMark />{t('common:appName')}</span>
      {library && <>
        <span className={styles.rule} />
        <LibraryMenu library={library} />
        <button className={styles.arrow} onClick={back} disabled={!canGoBack} aria-label={t('common:back')} title={t('common:back')}><ArrowLeft size={17} /></button>
        <button className={styles.arrow} onClick={forward} disabled={!canGoForward} aria-label={t('common:forward')} title={t('common:forward')}><ArrowRight size={17} /></button>
        <button className={styles.search} onClick={onSearch} aria-keyshortcuts="Control+K">
          <Search size={16} aria-hidden="true" /><span>{t('search')}</span><Keycap>Ctrl K</Keycap>
        </button>
      </>}
      <span className={styles.space} />
      <JobsIndicator />
      <ProfileButton />
    </header>
  )
}

const ProfileButton = () => {
  const { t } = useTranslation('app')
  const navigation = useNavigation()
  const { data } = useQuery(api.app.settings.queryOptions())
  const name = data?.profile.name ?? ''
  const label = name || t('nobody')
  return (
    <button className={styles.profile} onClick={() => { navigation.openSettings('me') }} title={t('profileTitle')}>
      <span className={styles.avatar} aria-hidden="true">{label.slice(0, 1)}</span><span className={styles.profileName}>{label}</span>
    </button>
  )
}

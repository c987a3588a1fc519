/** The keys of the search and what else can be typed, printed where they are needed. */
import { useTranslation } from 'react-i18next'
import { Keycap } from '#renderer/ui/marks/Keycap'
import styles from './SearchOverlay.module.css'

export const SearchFooter = () => {
  const { t } = useTranslation('search')
  return (
    <footer className={styles.footer}>
      <span><Keycap>↑</Keycap><Keycap>↓</Keycap>{t('keys.move')}</span>
      <span><Keycap>Enter</Keycap>{t('keys.open')}</span>
      <span><Keycap>Tab</Keycap>{t('keys.filter')}</span>
      <span className={styles.examples}>{t('examples')}</span>
    </footer>
  )
}

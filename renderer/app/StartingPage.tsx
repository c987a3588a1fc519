/** Shown until the core has answered for the first time, and where it never does. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LogoMark } from '#renderer/ui/marks/LogoMark'
import { ConnectionBanner } from './frame/ConnectionBanner'
import styles from './StartingPage.module.css'

export const StartingPage = ({ children }: { children?: ReactNode }) => {
  const { t } = useTranslation('app')
  return (
    <>
      <ConnectionBanner />
      <main className={styles.page}>
        <p className={styles.name}><LogoMark size={20} />{t('common:appName')}</p>
        {children ?? <p className={styles.wait} role="status">{t('starting')}</p>}
      </main>
    </>
  )
}

/** What stands before the slides: they are being made, could not be made, or there are none. Always dark, as all of presenting. */
import { Button, ConfigProvider } from 'antd'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { antdTheme } from '#renderer/ui/theme/antdTheme'
import { EmptyState } from '#renderer/ui/states/EmptyState'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { DocumentSource } from '#shared/contract/documents'
import styles from './gate.module.css'
import { usePresented, type Presented } from './usePresented'

interface DeckGateProps {
  source: DocumentSource
  onLeave: () => void
  children: (presented: Presented) => ReactNode
}

export const DeckGate = ({ source, onLeave, children }: DeckGateProps) => {
  const { t } = useTranslation('presenting')
  const { presented, error, retry } = usePresented(source)
  const theme = useMemo(() => antdTheme('dark'), [])
  const back = <Button onClick={onLeave}>{t('leave')}</Button>
  const waits = error
    ? <><ErrorPanel error={error} what={t('notMade')} onRetry={retry} />{back}</>
    : presented ? <EmptyState title={t('empty.title')} text={t('empty.text')} action={back} /> : <p role="status" className={styles.making}>{t('making')}</p>
  return (
    <ConfigProvider theme={theme}>
      <div data-theme="dark" className={styles.whole}>
        {presented && presented.deck.slides.length > 0 ? children(presented) : <div className={styles.gate}>{waits}</div>}
      </div>
    </ConfigProvider>
  )
}

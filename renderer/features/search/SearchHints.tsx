/** What the result column says when there is nothing to list: what can be typed, or what to try instead. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/ui/states/EmptyState'
import styles from './SearchOverlay.module.css'

export const SearchHints = () => {
  const { t } = useTranslation('search')
  return (
    <section className={styles.hints}>
      <h2>{t('hints.title')}</h2>
      <ul>{(['words', 'several', 'where', 'keys'] as const).map((hint) => <li key={hint}>{t(`hints.${hint}`)}</li>)}</ul>
    </section>
  )
}

interface NoResultsProps { text: string; isFiltered: boolean; onUnfilter: () => void }

export const NoResults = ({ text, isFiltered, onUnfilter }: NoResultsProps) => {
  const { t } = useTranslation('search')
  return (
    <EmptyState
      title={t('none.title', { text })} text={t(isFiltered ? 'none.filtered' : 'none.text')}
      action={isFiltered ? <Button type="primary" onClick={onUnfilter}>{t('none.everywhere')}</Button> : undefined}
    />
  )
}

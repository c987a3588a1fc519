/** What stands there before anything is typed: recent and saved searches to run again, and what can be typed. */
import { History } from 'lucide-react'
import { Fragment, type KeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { SavedSearch } from '#shared/contract/search'
import { fromSaved, noSearch, type TypedSearch } from '../typedSearch'
import { useRecent } from './recentSearches'
import { SavedItem } from './SavedItem'
import { useCanSave, useSaved } from './savedSearches'
import styles from './keep.module.css'

interface SearchStartProps {
  start: RefObject<HTMLDivElement | null>
  /** `saved`: the saved one that it is. */
  onRun: (search: TypedSearch, saved?: SavedSearch) => void
  onOpenList: (saved: SavedSearch) => void
  /** The way up from the first. */
  onLeave: () => void
}

const shownRecent = 8

/** The searches that can be run, in their order on screen. */
export const runnable = (start: HTMLElement): HTMLElement[] => [...start.querySelectorAll<HTMLElement>('[data-run]')]

const hints = ['words', 'several', 'phrase', 'without', 'either', 'fields'] as const

const Hints = () => {
  const { t } = useTranslation('search')
  return (
    <section className={styles.hints}>
      <h2>{t('hints.title')}</h2>
      <dl>{hints.map((hint) => <Fragment key={hint}><dt>{t(`hints.${hint}.typed`)}</dt><dd>{t(`hints.${hint}.meaning`)}</dd></Fragment>)}</dl>
      <p>{t('hints.where')}</p>
    </section>
  )
}

const Recent = ({ onRun }: Pick<SearchStartProps, 'onRun'>) => {
  const { t } = useTranslation(['search', 'common'])
  const { recent, error, retry, forget, forgetError } = useRecent()
  if (error) return <ErrorPanel error={error} what={t('recent.notRead')} onRetry={retry} />
  if (recent.length === 0) return null
  return (
    <section aria-labelledby="recent-searches">
      <div className={styles.head}><h2 id="recent-searches">{t('recent.title')}</h2><button type="button" className={styles.link} aria-label={t('recent.clear')} onClick={forget}>{t('common:clear')}</button></div>
      {forgetError && <ErrorPanel error={forgetError} what={t('recent.notCleared')} />}
      <ul>
        {recent.slice(0, shownRecent).map((text) => (
          <li key={text} className={styles.item}><button type="button" className={styles.run} data-run onClick={() => onRun({ ...noSearch, text })}><History size={14} aria-hidden="true" /><span>{text}</span></button></li>
        ))}
      </ul>
    </section>
  )
}

const Saved = ({ onRun, onOpenList }: Pick<SearchStartProps, 'onRun' | 'onOpenList'>) => {
  const { t } = useTranslation('search')
  const canSave = useCanSave()
  const { saved, error, retry } = useSaved()
  if (error) return <ErrorPanel error={error} what={t('saved.notRead')} onRetry={retry} />
  if (saved.length === 0) return null
  return (
    <section aria-labelledby="saved-searches">
      <div className={styles.head}><h2 id="saved-searches">{t('saved.title')}</h2></div>
      <ul>{saved.map((each) => <SavedItem key={each.id} saved={each} canSave={canSave} onRun={() => onRun(fromSaved(each), each)} onOpenList={() => onOpenList(each)} />)}</ul>
    </section>
  )
}

export const SearchStart = ({ start, onRun, onOpenList, onLeave }: SearchStartProps) => {
  const pressed = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const searches = runnable(event.currentTarget)
    const at = searches.findIndex((each) => each === document.activeElement)
    if (step === undefined || at === -1) return
    event.preventDefault()
    const next = searches[at + step]
    if (next) next.focus()
    else if (step === -1) onLeave()
  }
  return (
    <div ref={start} className={styles.start} onKeyDown={pressed}>
      <Recent onRun={onRun} />
      <Saved onRun={onRun} onOpenList={onOpenList} />
      <Hints />
    </div>
  )
}

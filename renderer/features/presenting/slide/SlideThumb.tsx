/** A small picture of a slide with its number, to be pressed where that leads somewhere. */
import { useTranslation } from 'react-i18next'
import type { Deck } from '#shared/model/slides/deck'
import { SlideView } from './SlideView'
import styles from './thumb.module.css'

interface SlideThumbProps {
  deck: Deck
  /** From 0. */
  index: number
  isCurrent?: boolean
  onOpen?: (index: number) => void
}

export const SlideThumb = ({ deck, index, isCurrent = false, onOpen }: SlideThumbProps) => {
  const { t } = useTranslation('presenting')
  const name = t('thumb', { number: index + 1, title: deck.slides[index]?.title ?? '' })
  const picture = <span className={styles.picture}><SlideView deck={deck} index={index} isPicture /></span>
  if (!onOpen) return <figure className={styles.thumb} role="img" aria-label={name}>{picture}<span className={styles.number} aria-hidden="true">{index + 1}</span></figure>
  return (
    <button type="button" className={styles.thumb} aria-label={name} aria-current={isCurrent ? 'true' : undefined} data-current={isCurrent || undefined} onClick={() => onOpen(index)}>
      {picture}<span className={styles.number} aria-hidden="true">{index + 1}</span>
    </button>
  )
}

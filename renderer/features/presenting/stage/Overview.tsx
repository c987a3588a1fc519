/** All slides at once, to jump to one. */
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deck } from '#shared/model/slides/deck'
import { SlideThumb } from '../slide/SlideThumb'
import styles from './overview.module.css'

interface OverviewProps {
  deck: Deck
  /** From 0. */
  index: number
  onGo: (number: number) => void
}

const buttonsOf = (grid: HTMLElement): HTMLButtonElement[] => [...grid.querySelectorAll('button')]

/** How far a key goes: a slide, or a row. */
const stepOf = (key: string, columns: number): number | undefined =>
  ({ ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns })[key]

export const Overview = ({ deck, index, onGo }: OverviewProps) => {
  const { t } = useTranslation('presenting')
  const grid = useRef<HTMLDivElement>(null)
  useEffect(() => { if (grid.current) buttonsOf(grid.current)[index]?.focus() }, [index])
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = buttonsOf(event.currentTarget)
    const first = buttons[0]
    if (!first) return
    const columns = buttons.filter(({ offsetTop }) => offsetTop === first.offsetTop).length
    const current = buttons.findIndex((button) => button === document.activeElement)
    const step = stepOf(event.key, columns)
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : step === undefined ? undefined : current + step
    if (to === undefined) return
    event.preventDefault()
    buttons[to]?.focus()
  }
  return (
    <div className={styles.overview} role="dialog" aria-label={t('overview')}>
      <div ref={grid} className={styles.grid} onKeyDown={onKeyDown}>
        {deck.slides.map(({ id }, each) => <SlideThumb key={id} deck={deck} index={each} isCurrent={each === index} onOpen={(to) => onGo(to + 1)} />)}
      </div>
    </div>
  )
}

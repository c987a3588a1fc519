/** What is to be said, in letters as large as the presenter wants them, and where it comes from. */
import { AArrowDown, AArrowUp } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Slide } from '#shared/model/slides/deck'
import styles from './presenter.module.css'

/** Pixels. */
const sizes = [16, 19, 23, 28, 34, 42] as const
const usual = 2
const kept = 'liangfang.presenter.notes'

const keptSize = (): number => {
  const size = Number(localStorage.getItem(kept) ?? usual)
  return size in sizes ? size : usual
}

/** What is to be said; the deck may end it with where it comes from. */
const saidOf = ({ notes, source }: Slide): { said: string[]; place: string | undefined } => {
  const lines = notes.split('\n').filter((line) => line.trim() !== '')
  const last = lines.at(-1)
  const name = source ? source.number || source.title : ''
  return name !== '' && last?.includes(name) && notes.includes(`\n\n${last}`) ? { said: lines.slice(0, -1), place: last } : { said: lines, place: undefined }
}

export const Notes = ({ slide }: { slide: Slide | undefined }) => {
  const { t } = useTranslation('presenting')
  const [size, setSize] = useState(keptSize)
  const resize = (next: number): void => {
    localStorage.setItem(kept, String(next))
    setSize(next)
  }
  const source = slide?.source
  const { said, place } = slide ? saidOf(slide) : { said: [], place: undefined }
  const named = source ? t('notes.source', { place: [source.number === '' ? source.title : source.number, source.section].filter((each) => each !== '').join(t('slide.and')) }) : undefined
  return (
    <section className={styles.notes} aria-labelledby="presenter-notes">
      <header>
        <h2 id="presenter-notes" className={styles.label}>{t('notes.title')}</h2>
        <button type="button" className={styles.small} aria-label={t('notes.smaller')} title={t('notes.smaller')} disabled={size === 0} onClick={() => resize(size - 1)}><AArrowDown size={18} aria-hidden="true" /></button>
        <button type="button" className={styles.small} aria-label={t('notes.larger')} title={t('notes.larger')} disabled={size === sizes.length - 1} onClick={() => resize(size + 1)}><AArrowUp size={18} aria-hidden="true" /></button>
      </header>
      <div className={styles.said} key={slide?.id} tabIndex={0} role="region" aria-labelledby="presenter-notes" style={{ fontSize: sizes[size] }}>
        {said.length === 0 ? <p className={styles.none}>{t('notes.none')}</p> : said.map((line, index) => <p key={index}>{line}</p>)}
        {named !== undefined && <p className={styles.source}>{place ?? named}</p>}
      </div>
    </section>
  )
}

/** The agenda with its times, or the slides where there is none: pressed, it jumps there. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { timeText } from '#shared/model/meeting/agenda'
import type { Presented } from '../show/usePresented'
import styles from './presenter.module.css'

interface Place { id: string; lead: string; title: string; /** 0 where there is no slide of it. */ slide: number; isCurrent: boolean }

const placesOf = ({ deck: { slides }, agenda }: Presented, index: number): Place[] => {
  if (agenda.length === 0) return slides.map(({ id, title }, each) => ({ id, lead: String(each + 1), title, slide: each + 1, isCurrent: each === index }))
  const current = slides[index]?.itemId
  return agenda.map(({ id, begins, title }) => ({
    id, lead: begins === null ? '' : timeText(begins), title, slide: slides.findIndex(({ itemId }) => itemId === id) + 1, isCurrent: id === current,
  }))
}

interface AgendaProps {
  presented: Presented
  /** Of the slide in sight, from 0. */
  index: number
  onGo: (number: number) => void
}

export const Agenda = ({ presented, index, onGo }: AgendaProps) => {
  const { t } = useTranslation('presenting')
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => { list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' }) }, [index])
  const title = t(presented.agenda.length === 0 ? 'slides' : 'agenda')
  return (
    <nav className={styles.agenda} aria-label={title}>
      <h2 className={styles.label}>{title}</h2>
      <ol ref={list}>
        {placesOf(presented, index).map(({ id, lead, title: name, slide, isCurrent }) => {
          const text = <><span className={styles.lead}>{lead}</span><span className={styles.name}>{name}</span></>
          return (
            <li key={id} aria-current={isCurrent ? 'true' : undefined}>
              {slide > 0 ? <button type="button" onClick={() => onGo(slide)}>{text}</button> : <div>{text}</div>}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

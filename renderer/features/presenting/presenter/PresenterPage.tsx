/** The presenter's own view: this slide and the next, the agenda, what is left of the time, and the notes. It leads the audience's window, or stands alone. */
import { ChevronLeft, ChevronRight, LayoutGrid, MonitorOff, Pause, Play } from 'lucide-react'
import { useState, type CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { Ended } from '../rehearsal/Ended'
import { useLeaveRehearsal } from '../rehearsal/LeaveRehearsal'
import { useRehearsal } from '../rehearsal/useRehearsal'
import { isPaused } from '../show/clock'
import { DeckGate } from '../show/DeckGate'
import type { Command } from '../show/keys'
import { nameOf, openBeside, type PresentingProps } from '../show/presenting'
import { useKeys } from '../show/useKeys'
import type { Presented } from '../show/usePresented'
import { useShow } from '../show/useShow'
import { SlideView } from '../slide/SlideView'
import { KeyList } from '../stage/KeyList'
import { TypedNumber } from '../stage/Marks'
import { Overview } from '../stage/Overview'
import { useAwake } from '../stage/useAwake'
import { useFullScreen } from '../stage/useFullScreen'
import { Agenda } from './Agenda'
import { Companion } from './Companion'
import { ItemTimer } from './ItemTimer'
import { Notes } from './Notes'
import styles from './presenter.module.css'

type Panel = 'overview' | 'keys'

interface ShownStyle extends CSSProperties { '--shown': string }

const Presenter = ({ source, presented, at, onAt, onLeave, onChangeRole, addressOf }: PresentingProps & { presented: Presented }) => {
  const { t } = useTranslation('presenting')
  const { deck, agenda, meetingId } = presented
  const { show, others, act, change } = useShow({ name: nameOf(source), deck, role: 'presenter', at, onAt, onChange: onChangeRole })
  const rehearsal = useRehearsal(presented, show)
  const { leaving, isAsking, stay, question } = useLeaveRehearsal(rehearsal)
  const [panel, setPanel] = useState<Panel>()
  const screen = useFullScreen()
  useAwake()
  const count = deck.slides.length
  const index = Math.max(0, show.at - 1)
  const isOver = show.at > count
  const nextIndex = show.at === 0 ? 0 : show.at
  const go = (number: number): void => { setPanel(undefined); act({ do: 'go', to: number }) }
  const togglePanel = (wanted: Panel): boolean => { setPanel(panel === wanted ? undefined : wanted); return true }
  const onCommand = (command: Exclude<Command, 'enter' | 'erase'>): boolean => {
    if (isAsking) { if (command === 'leave') stay(); return command === 'leave' }
    switch (command) {
      case 'tab':
      case 'timer':
      case 'presenter': return false
      case 'leave': setPanel(undefined); return panel !== undefined
      case 'overview':
      case 'keys': return togglePanel(command)
      case 'fullScreen': screen.toggle(); return true
      default:
        if (panel === 'overview') return false
        act({ do: command })
        return true
    }
  }
  const digits = useKeys({ onCommand, onJump: go })
  const style: ShownStyle = { '--shown': show.screen === 'black' ? '#000' : '#fff' }
  return (
    <div className={styles.presenter}>
      {question}
      <p role="status" className={styles.told}>{isOver ? t('ended') : t('position', { number: show.at, total: count })}</p>
      <main className={styles.left}>
        <div className={styles.current}>
          {isOver
            ? <div className={styles.over}><Ended presented={presented} show={show} rehearsal={rehearsal} onAgain={() => { leaving(() => { act({ do: 'again' }) }) }} onLeave={() => { leaving(onLeave) }} /></div>
            : <SlideView deck={deck} index={index} />}
          {show.screen !== 'slides' && <div className={styles.hidden} style={style}><span>{t(`screen.${show.screen}`)}</span></div>}
          {show.at === 0 && <div className={styles.before}>{t('notBegun')}</div>}
        </div>
        <div className={styles.below}>
          <section className={styles.next} aria-label={t('next')}>
            <h2 className={styles.label}>{t('next')}</h2>
            {nextIndex < count ? <div className={styles.nextSlide}><SlideView deck={deck} index={nextIndex} /></div> : <p className={styles.last}>{t('noNext')}</p>}
          </section>
          <Agenda presented={presented} index={isOver || show.at === 0 ? -1 : index} onGo={go} />
        </div>
      </main>
      <aside className={styles.side}>
        <ItemTimer agenda={agenda} show={show} />
        <Notes slide={isOver ? undefined : deck.slides[index]} />
        <Companion isThere={others.includes('stage')} onOpen={() => openBeside(addressOf('stage', show.at), 'stage')} onChange={() => { change(); onChangeRole() }} />
        <div className={styles.more}>
          <button type="button" className={styles.tool} onClick={() => act({ do: 'back' })} disabled={show.at <= 1}><ChevronLeft size={15} aria-hidden="true" />{t('back')}</button>
          <button type="button" className={styles.tool} onClick={() => togglePanel('overview')}><LayoutGrid size={15} aria-hidden="true" />{t('overviewKey')}</button>
          {show.at === 0 && meetingId !== null && <button type="button" className={styles.tool} onClick={() => act({ do: 'rehearse' })}>{t('rehearsal.begin')}</button>}
        </div>
        <div className={styles.buttons}>
          <button type="button" className={styles.tool} onClick={() => act({ do: 'pause' })} disabled={show.clock.item === null}>
            {isPaused(show.clock) ? <><Play size={16} aria-hidden="true" />{t('goOn')}</> : <><Pause size={16} aria-hidden="true" />{t('pause')}</>}
          </button>
          <button type="button" className={styles.tool} aria-pressed={show.screen === 'black'} onClick={() => act({ do: 'black' })} disabled={isOver}><MonitorOff size={16} aria-hidden="true" />{t('blackKey')}</button>
          <button type="button" className={styles.forward} onClick={() => act({ do: 'next' })} disabled={isOver}>{t(show.at === 0 ? 'start' : 'next')}<ChevronRight size={16} aria-hidden="true" /></button>
        </div>
      </aside>
      {digits !== '' && <TypedNumber digits={digits} />}
      {panel === 'overview' && <Overview deck={deck} index={index} onGo={go} />}
      {panel === 'keys' && <div className={styles.panel}><KeyList /></div>}
    </div>
  )
}

export const PresenterPage = (props: PresentingProps) => (
  <DeckGate source={props.source} onLeave={props.onLeave}>{(presented) => <Presenter {...props} presented={presented} />}</DeckGate>
)

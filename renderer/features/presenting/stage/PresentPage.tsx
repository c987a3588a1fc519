/** The presentation as the audience sees it: one slide as large as the screen, led by keys, a remote control, the pointer or the presenter's own window. */
import { useState, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../show/keys'
import { DeckGate } from '../show/DeckGate'
import { nameOf, openBeside, type PresentingProps } from '../show/presenting'
import { useKeys } from '../show/useKeys'
import type { Presented } from '../show/usePresented'
import { useShow } from '../show/useShow'
import { Ended } from '../rehearsal/Ended'
import { useLeaveRehearsal } from '../rehearsal/LeaveRehearsal'
import { useRehearsal } from '../rehearsal/useRehearsal'
import { SlideView } from '../slide/SlideView'
import { KeyList } from './KeyList'
import { RestrictedMark, TimeMark, TypedNumber } from './Marks'
import { Overview } from './Overview'
import styles from './stage.module.css'
import { Tools } from './Tools'
import { useAwake } from './useAwake'
import { useFullScreen } from './useFullScreen'
import { useIdle } from './useIdle'
import { usePicturesAhead } from './usePicturesAhead'
import { Waiting } from './Waiting'

/** Over the slides. */
type Panel = 'overview' | 'keys'

type Asked = Exclude<Command, 'enter' | 'erase'>

const Stage = ({ source, presented, at, onAt, onLeave, onChangeRole, addressOf }: PresentingProps & { presented: Presented }) => {
  const { t } = useTranslation('presenting')
  const { deck, agenda, restricted } = presented
  const { show, act } = useShow({ name: nameOf(source), deck, role: 'stage', at, onAt, onChange: onChangeRole })
  const rehearsal = useRehearsal(presented, show)
  const { leaving, isAsking, stay, question } = useLeaveRehearsal(rehearsal)
  const [panel, setPanel] = useState<Panel>()
  const [isTimed, setIsTimed] = useState(false)
  const screen = useFullScreen()
  const isIdle = useIdle()
  const index = Math.max(0, show.at - 1)
  const slide = deck.slides[index]
  usePicturesAhead(deck, index)
  useAwake()

  const go = (number: number): void => { if (isAsking) return; setPanel(undefined); act({ do: 'go', to: number }) }
  const quit = (): void => { leaving(() => { screen.leave(); onLeave() }) }
  const leave = (): void => {
    if (panel) setPanel(undefined)
    else if (screen.isFull) screen.leave()
    else leaving(onLeave)
  }
  const togglePanel = (wanted: Panel): void => { setPanel(panel === wanted ? undefined : wanted) }
  const onCommand = (command: Asked): boolean => {
    if (isAsking) { if (command === 'leave') stay(); return command === 'leave' }
    switch (command) {
      case 'leave': leave(); return true
      case 'overview': togglePanel('overview'); return true
      case 'tab': if (panel) return false; setPanel('overview'); return true
      case 'keys': togglePanel('keys'); return true
      case 'timer': setIsTimed(!isTimed); return true
      case 'fullScreen': screen.toggle(); return true
      case 'presenter': openBeside(addressOf('presenter', show.at), 'presenter'); return true
      default:
        if (panel === 'overview') return false
        if (show.at === 0) screen.enter()
        setPanel(undefined)
        act({ do: show.at === 0 ? 'first' : command })
        return true
    }
  }
  const begin = (): void => { if (show.at === 0) onCommand('next') }
  const digits = useKeys({ onCommand, onJump: go, onOther: begin })
  const onClick = ({ clientX, currentTarget }: MouseEvent<HTMLDivElement>) => {
    if (!panel) onCommand(clientX < currentTarget.clientWidth / 3 ? 'back' : 'next')
    else if (panel === 'keys') setPanel(undefined)
  }
  const isOver = show.at > deck.slides.length
  const isRestricted = show.at > 0 && slide !== undefined && restricted.some(({ id }) => id === slide.source?.recordId)
  return (
    <div className={styles.stage} data-screen={show.screen} data-idle={(isIdle && !panel) || undefined} onClick={onClick}>
      <p role="status" className={styles.told}>{isOver ? t('ended') : show.at === 0 ? t('begin') : t('position', { number: show.at, total: deck.slides.length })}</p>
      {!isOver && <main className={styles.slide}><SlideView deck={deck} index={index} />{isRestricted && <RestrictedMark />}</main>}
      {isOver && <Ended presented={presented} show={show} rehearsal={rehearsal} onAgain={() => { leaving(() => { act({ do: 'again' }) }) }} onLeave={quit} />}
      {show.at === 0 && <Waiting presented={presented} onRehearse={() => { screen.enter(); act({ do: 'rehearse' }) }} onPresenter={() => onCommand('presenter')} onLeave={quit} />}
      {show.screen !== 'slides' && <div className={styles.cover} data-screen={show.screen} role="img" aria-label={t(`screen.${show.screen}`)} />}
      {(isTimed || show.isRehearsal) && show.at > 0 && !isOver && <TimeMark agenda={agenda} show={show} />}
      {digits !== '' && <TypedNumber digits={digits} />}
      {panel === 'overview' && <div onClick={(event) => event.stopPropagation()}><Overview deck={deck} index={index} onGo={go} /></div>}
      {panel === 'keys' && <KeyList />}
      {question && <div onClick={(event) => event.stopPropagation()}>{question}</div>}
      {panel !== 'overview' && <Tools isFull={screen.isFull} onTool={(tool) => { if (tool === 'leave') quit(); else onCommand(tool) }} />}
    </div>
  )
}

export const PresentPage = (props: PresentingProps) => (
  <DeckGate source={props.source} onLeave={props.onLeave}>{(presented) => <Stage {...props} presented={presented} />}</DeckGate>
)

/** The stage of a record: icon, word and edge, so that it reads without colour too. */
import { Archive, Ban, CalendarCheck, CalendarClock, CircleCheck, CircleDashed, CircleMinus, FlaskConical, Hourglass, Megaphone, PencilLine, Repeat, type LucideIcon } from 'lucide-react'
import type { RecordType } from '#shared/model/recordTypes'
import { useStageName } from '../useStageName'
import styles from './StageTag.module.css'

type Tone = 'dashed' | 'grey' | 'ochre' | 'blue' | 'jade' | 'violet' | 'seal'

/** Lucide has no filled check: a disc with the tick cut out in the tag's own background. */
const FilledCheck = () => (
  <svg width="13" height="13" viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="10.5" fill="currentColor" />
    <path d="m7.5 12.4 3 3 6-6.4" fill="none" stroke="var(--lf-surface)" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round" />
  </svg>
)

const MiniSeal = () => <span className={styles.seal} aria-hidden="true">良</span>

const icons: Readonly<Record<string, readonly [LucideIcon | 'filledCheck' | 'seal', Tone]>> = {
  draft: [PencilLine, 'dashed'], proposed: [CircleDashed, 'dashed'], drafting: [PencilLine, 'grey'],
  inReview: [Hourglass, 'ochre'], validated: [CircleCheck, 'blue'], published: ['filledCheck', 'jade'],
  pilot: [FlaskConical, 'violet'], released: ['seal', 'seal'], replicating: [Repeat, 'jade'],
  archived: [Archive, 'grey'], retired: [Ban, 'grey'],
  planned: [CalendarClock, 'dashed'], underWay: [Repeat, 'ochre'], done: ['filledCheck', 'jade'], notApplicable: [CircleMinus, 'grey'],
  held: [CalendarCheck, 'jade'], closed: [Archive, 'grey'], announced: [Megaphone, 'jade'],
}

export const StageIcon = ({ stage, size = 13 }: { stage: string, size?: number }) => {
  const [Icon] = icons[stage] ?? [CircleDashed]
  if (Icon === 'filledCheck') return <FilledCheck />
  if (Icon === 'seal') return <MiniSeal />
  return <Icon size={size} strokeWidth={1.8} aria-hidden="true" />
}

/** `type` where it is known: a product is judged in another word than a case. */
export const StageTag = ({ stage, type }: { stage: string; type?: RecordType }) => {
  const stageName = useStageName()
  const tone = icons[stage]?.[1] ?? 'grey'
  return <span className={styles.tag} data-tone={tone}><StageIcon stage={stage} />{type === undefined ? stageName(stage) : stageName(stage, type)}</span>
}

/** How an adoption stands to the editions of its product: a word with its icon; nothing where all is as it should be. */
import { AlarmClock, ArrowUpFromLine, Ban, CircleHelp, Copy, FlaskConical, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AdoptionRow } from '#shared/contract/adoptions'
import styles from './adoptions.module.css'

type Mark = 'pilot' | 'overdue' | 'behind' | 'retired' | 'unknownEdition' | 'unknownProduct' | 'repeated'

const icons: Readonly<Record<Mark, LucideIcon>> = { pilot: FlaskConical, overdue: AlarmClock, behind: ArrowUpFromLine, retired: Ban, unknownEdition: CircleHelp, unknownProduct: CircleHelp, repeated: Copy }

type Told = Extract<AdoptionRow['standing'], Mark>
const told: ReadonlySet<string> = new Set<Told>(['behind', 'retired', 'unknownEdition', 'unknownProduct'])

/** Who declined an edition is not behind with it. */
const isTold = (standing: AdoptionRow['standing'], stage: string): standing is Told => told.has(standing) && !(standing === 'behind' && stage === 'notApplicable')

export const marksOf = ({ row, pilot, isOverdue, standing, countedBy }: AdoptionRow): Mark[] => [
  ...pilot ? ['pilot' as const] : [], ...isOverdue ? ['overdue' as const] : [],
  ...isTold(standing, row.stage) ? [standing] : [],
  ...countedBy === null ? [] : ['repeated' as const],
]

export const StandingMarks = ({ adoption }: { adoption: AdoptionRow }) => {
  const { t } = useTranslation('adoptions')
  return (
    <span className={styles.marks}>
      {marksOf(adoption).map((mark) => {
        const Icon = icons[mark]
        return <span key={mark} className={styles.mark} data-mark={mark}><Icon size={13} aria-hidden="true" />{t(`mark.${mark}`)}</span>
      })}
    </span>
  )
}

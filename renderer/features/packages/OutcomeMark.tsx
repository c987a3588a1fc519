/** How a record of a package stands to the one here, or what became of it, in icon and word. */
import { ArrowUpFromLine, CircleArrowUp, CirclePlus, CopyPlus, Equal, GitCompareArrows, GitMerge, History, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RecordStanding } from '#shared/contract/packageMerge'
import type { ExchangeOutcome } from '#shared/model/exchange'
import styles from './packages.module.css'

type Outcome = RecordStanding | ExchangeOutcome

export const outcomeIcons: Readonly<Record<Outcome, LucideIcon>> = {
  new: CirclePlus, added: CirclePlus, newer: CircleArrowUp, mergeable: GitMerge, conflict: GitCompareArrows, same: Equal, kept: GitCompareArrows, updated: CircleArrowUp, merged: GitMerge, copied: CopyPlus, older: History, sent: ArrowUpFromLine,
}

export const OutcomeMark = ({ outcome }: { outcome: Outcome }) => {
  const { t } = useTranslation('packages')
  const Icon = outcomeIcons[outcome]
  return <span className={styles.outcome} data-outcome={outcome}><Icon size={14} aria-hidden="true" />{t(`outcome.${outcome}`)}</span>
}

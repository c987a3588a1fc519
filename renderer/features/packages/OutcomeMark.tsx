/** What a package does, or did, with a record, in icon and word: new here, the same, or different and left as it is. */
import { ArrowUpFromLine, CircleArrowUp, CirclePlus, CopyPlus, Equal, GitCompareArrows, GitMerge, History, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ComparedRecord } from '#shared/contract/packages'
import type { ExchangeOutcome } from '#shared/model/exchange'
import styles from './packages.module.css'

type Outcome = ComparedRecord['state'] | ExchangeOutcome

export const outcomeIcons: Readonly<Record<Outcome, LucideIcon>> = {
  new: CirclePlus, added: CirclePlus, same: Equal, differs: GitCompareArrows, kept: GitCompareArrows, updated: CircleArrowUp, merged: GitMerge, copied: CopyPlus, older: History, sent: ArrowUpFromLine,
}

export const OutcomeMark = ({ outcome }: { outcome: Outcome }) => {
  const { t } = useTranslation('packages')
  const Icon = outcomeIcons[outcome]
  return <span className={styles.outcome} data-outcome={outcome}><Icon size={14} aria-hidden="true" />{t(`outcome.${outcome}`)}</span>
}

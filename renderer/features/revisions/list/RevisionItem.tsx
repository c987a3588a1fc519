/** One revision in the list: when, by whom, how it came about. */
import { Checkbox } from 'antd'
import { EyeOff, FilePen, FilePlus2, FileUp, GitBranch, GitMerge, History, PackageOpen, PencilLine, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '#renderer/ui/format'
import type { RevisionEntry } from '#shared/contract/records'
import { authorOf } from '../authorOf'
import styles from './RevisionPanel.module.css'

const icons: Readonly<Record<RevisionEntry['kind'], LucideIcon>> = {
  created: FilePlus2, imported: FileUp, received: PackageOpen, saved: PencilLine, outside: FilePen, restored: History, merged: GitMerge, masked: EyeOff,
}

const useCame = ({ kind, mergedFrom, sentTo }: RevisionEntry, restoredFrom: string | undefined): string => {
  const { t } = useTranslation('revisions')
  if (kind === 'restored' && restoredFrom !== undefined) return t('restoredFrom', { time: formatMoment(restoredFrom) })
  if (kind === 'masked' && sentTo.length > 0) return t('maskedFor', { units: sentTo.join(t('unitSeparator')) })
  return mergedFrom ? t('mergedFrom', mergedFrom) : t(`came.${kind}`)
}

interface RevisionItemProps {
  revision: RevisionEntry
  /** When the revision that this one brought back was made, if that is here. */
  restoredFrom: string | undefined
  isTicked: boolean
  onTick: ((isTicked: boolean) => void) | undefined
  /** Undefined for what there is nothing to compare with. */
  onOpen: (() => void) | undefined
}

export const RevisionItem = ({ revision, restoredFrom, isTicked, onTick, onOpen }: RevisionItemProps) => {
  const { t } = useTranslation('revisions')
  const { kind, at, isHead, branch, masked } = revision
  const came = useCame(revision, restoredFrom)
  const Icon = icons[kind]
  const time = formatMoment(at)
  const words = (
    <>
      <span className={styles.first}><time dateTime={at}>{time}</time>{isHead && <span className={styles.current}>{t('current')}</span>}</span>
      <span className={styles.second}><Icon size={13} aria-hidden="true" />{came}</span>
      <span className={styles.second}>{authorOf(revision, t)}</span>
      {masked && kind !== 'masked' && <span className={styles.branch}><EyeOff size={13} aria-hidden="true" />{t('masked')}</span>}
      {branch && <span className={styles.branch}><GitBranch size={13} aria-hidden="true" />{t('branch')}</span>}
    </>
  )
  return (
    <li className={styles.item} data-current={isHead || undefined}>
      {onTick && <Checkbox checked={isTicked} onChange={(event) => onTick(event.target.checked)} aria-label={t('tick', { time })} />}
      {onOpen
        ? <button type="button" className={styles.open} onClick={onOpen} title={t('openBeside')}>{words}</button>
        : <div className={styles.open}>{words}</div>}
    </li>
  )
}

/**
 * Leads to the changes that could not be saved before this page began, those of the page itself being told where they are, and to the
 * records that could not be created.
 */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { FileClock } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { formatMoment } from '#renderer/ui/format'
import { useNavigation } from '#renderer/ui/navigation'
import type { RecoveryEntry } from '#shared/contract/records'
import styles from './Banner.module.css'
import { KeptCreation } from './KeptCreation'

const startedAt = new Date().toISOString()
const namedAtOnce = 3

interface EntriesProps { text: string; entries: readonly RecoveryEntry[]; onOpen: (entry: RecoveryEntry) => void }

const Entries = ({ text, entries, onOpen }: EntriesProps) => {
  const { t } = useTranslation('app')
  /** Several of one record, or of the same name, are told apart by their time. */
  const nameOf = ({ title, at }: RecoveryEntry): string => {
    const name = title || t('recoveryUnnamed')
    return entries.filter((each) => each.title === title).length > 1 ? t('recoveryOf', { title: name, time: formatMoment(at) }) : name
  }
  return (
    <div className={styles.banner} data-tone="ochre" role="status">
      <FileClock size={15} aria-hidden="true" />{text}
      {entries.slice(0, namedAtOnce).map((entry) => (
        <Button key={entry.editing} type="link" size="small" onClick={() => onOpen(entry)}>{nameOf(entry)}</Button>
      ))}
      {entries.length > namedAtOnce && <span>{t('recoveriesMore', { count: entries.length - namedAtOnce })}</span>}
    </div>
  )
}

/** `shownRecord`: the record in sight, which offers its own. */
export const RecoveryBanner = ({ shownRecord }: { shownRecord: string | undefined }) => {
  const { t } = useTranslation('app')
  const navigation = useNavigation()
  const [opened, setOpened] = useState<RecoveryEntry>()
  const recoveries = useQuery(api.records.recoveries.queryOptions()).data ?? []
  const edits = recoveries.filter(({ at, recordId, creates }) => creates === null && at < startedAt && recordId !== shownRecord)
  const creations = recoveries.filter(({ creates }) => creates !== null)
  return (
    <>
      {edits.length > 0 && <Entries text={t('recoveries', { count: edits.length })} entries={edits} onOpen={({ recordId }) => navigation.openRecord(recordId)} />}
      {creations.length > 0 && <Entries text={t('creations', { count: creations.length })} entries={creations} onOpen={setOpened} />}
      {opened && <KeptCreation entry={opened} onClose={() => setOpened(undefined)} />}
    </>
  )
}

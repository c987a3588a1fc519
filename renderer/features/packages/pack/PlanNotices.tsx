/** What keeps a package from being made as it is: restricted records, which may not leave, and parts that are not here. */
import { CircleAlert, Lock } from 'lucide-react'
import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PackagePlan } from '#shared/contract/packages'
import { RecordTitle } from '../RecordTitle'
import { packFewer } from './packRequest'
import styles from './pack.module.css'

/** The rest is in the table of records or in the error that the core would give. */
const most = 8

export const RestrictedNotice = ({ plan: { restricted, records }, onClose }: { plan: PackagePlan; onClose: () => void }) => {
  const { t } = useTranslation('packages')
  const isRestricted = new Set(restricted.map(({ id }) => id))
  const chosen = records.filter(({ reason }) => reason.why === 'chosen').map(({ row }) => row.id)
  const free = chosen.filter((id) => !isRestricted.has(id))
  return (
    <section className={styles.notice} data-tone="rust" role="alert">
      <Lock size={16} aria-hidden="true" />
      <div>
        <p className={styles.noticeTitle}>{t('restricted.title', { count: restricted.length })}</p>
        <p>{t('restricted.text')}</p>
        <ul className={styles.noticeList}>{restricted.slice(0, most).map((row) => <li key={row.id}><RecordTitle record={row} isHere onOpen={onClose} /></li>)}</ul>
        {free.length > 0 && free.length < chosen.length && <Button size="small" onClick={() => { packFewer(free) }}>{t('restricted.without', { count: chosen.length - free.length })}</Button>}
      </div>
    </section>
  )
}

/** What stays out since the recipient has it, and since it is too large. */
export const LeftOut = ({ plan: { unchanged, missing } }: { plan: PackagePlan }) => {
  const { t } = useTranslation('packages')
  const large = missing.filter(({ tooLarge }) => tooLarge === true)
  return (
    <>
      {unchanged.records + unchanged.attachments > 0 && <p className={styles.left} role="status">{t('leftOut.unchanged', unchanged)}</p>}
      {large.length > 0 && <p className={styles.left} role="status">{t('leftOut.large', { count: large.length, names: large.slice(0, most).map(({ name }) => name).join(t('separator')) })}</p>}
    </>
  )
}

interface MissingNoticeProps { plan: PackagePlan; accepted: boolean; onAccept: (accepted: boolean) => void }

export const MissingNotice = ({ plan: { missing, records }, accepted, onAccept }: MissingNoticeProps) => {
  const { t } = useTranslation('packages')
  const titles = new Map(records.map(({ row }) => [row.id, row.title]))
  return (
    <section className={styles.notice} data-tone="ochre">
      <CircleAlert size={16} aria-hidden="true" />
      <div>
        <p className={styles.noticeTitle}>{t('missing.title', { count: missing.length })}</p>
        <ul className={styles.noticeList}>
          {missing.slice(0, most).map(({ kind, id, recordId, name }) => <li key={`${recordId} ${id}`}>{t(`missing.${kind}`, { name, title: titles.get(recordId) ?? '' })}</li>)}
          {missing.length > most && <li>{t('missing.more', { count: missing.length - most })}</li>}
        </ul>
        <Checkbox checked={accepted} onChange={(event) => { onAccept(event.target.checked) }}>{t('missing.accept')}</Checkbox>
      </div>
    </section>
  )
}

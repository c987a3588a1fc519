/** Restricted records in a document: named, and confirmed before it leaves. */
import { Checkbox } from 'antd'
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from '../documents.module.css'
import type { NamedRecord } from '../leave/refused'

/** The rest is counted. */
const most = 8

/** `takesFocus` where the file was refused for want of it. */
interface RestrictedConfirmProps { records: readonly NamedRecord[]; confirmed: boolean; takesFocus: boolean; onConfirm: (confirmed: boolean) => void }

export const RestrictedConfirm = ({ records, confirmed, takesFocus, onConfirm }: RestrictedConfirmProps) => {
  const { t } = useTranslation('documents')
  return (
    <section className={styles.restricted} role="alert">
      <Lock size={15} aria-hidden="true" />
      <div>
        <p className={styles.strong}>{t('restricted.title', { count: records.length })}</p>
        <p>{t('restricted.text')}</p>
        <ul>{records.slice(0, most).map(({ id, number, title }) => <li key={id}>{[number, title].filter((part) => part !== '').join(' ')}</li>)}{records.length > most && <li>{t('restricted.more', { count: records.length - most })}</li>}</ul>
        <Checkbox autoFocus={takesFocus} checked={confirmed} onChange={(event) => { onConfirm(event.target.checked) }}>{t('restricted.confirm')}</Checkbox>
      </div>
    </section>
  )
}

/** What was read of a list of names, before it is taken: which heading became what, who is on it, which rows are none; and how it is taken. */
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { ReadParticipants } from '#shared/contract/meetings'
import type { FieldRow } from '#shared/model/fields'
import { participantColumns } from '#shared/model/meeting/participants'
import { columnsOf } from '../rows/fields'
import styles from '../sheets/sheets.module.css'
import { Skipped } from '../sheets/Skipped'
import { takenIn, type Taking } from './takenIn'

interface ImportDialogProps { read: ReadParticipants; rows: readonly FieldRow[]; onTake: (rows: readonly FieldRow[]) => void; onClose: () => void }

const shownAtOnce = 6
const takings: readonly Taking[] = ['merge', 'add', 'replace']

export const ImportDialog = ({ read, rows, onTake, onClose }: ImportDialogProps) => {
  useReturnFocus()
  const { t } = useTranslation(['meeting', 'common'])
  const language = useLanguage()
  const [taking, setTaking] = useState<Taking>('merge')
  const result = takenIn(rows, read.rows, taking)
  const columns = columnsOf('participants', participantColumns)
  const used = columns.filter(({ key }) => Object.values(read.columns).includes(key))
  const nameOf = (key: string): string => columns.find((column) => column.key === key)?.title[language] ?? key
  return (
    <Modal
      open width={680} title={t('import.title', { count: read.rows.length })} onCancel={onClose} cancelText={t('common:cancel')} mask={{ closable: false }}
      okText={t('import.take')} okButtonProps={{ autoFocus: true, disabled: read.rows.length === 0 }} onOk={() => { onTake(result.rows); onClose() }}
    >
      <dl className={styles.mapping}>
        <dt>{t('import.sheet')}</dt><dd>{read.sheet}</dd>
        <dt>{t('import.columns')}</dt><dd>{Object.entries(read.columns).map(([heading, key]) => <span key={heading}>{heading === nameOf(key) ? heading : t('import.became', { heading, column: nameOf(key) })}</span>)}</dd>
        {read.ignored.length > 0 && <><dt>{t('import.ignored')}</dt><dd>{read.ignored.map((heading) => <span key={heading}>{heading}</span>)}</dd></>}
      </dl>
      <table className={styles.preview}>
        <thead><tr>{used.map(({ key, title }) => <th key={key} scope="col">{title[language]}</th>)}</tr></thead>
        <tbody>{read.rows.slice(0, shownAtOnce).map((row, index) => <tr key={index}>{participantColumns.filter((key) => used.some((column) => column.key === key)).map((key) => <td key={key}>{row[key]}</td>)}</tr>)}</tbody>
      </table>
      {read.rows.length > shownAtOnce && <p className={styles.more}>{t('import.more', { count: read.rows.length - shownAtOnce })}</p>}
      {rows.length > 0 && <Radio.Group className={styles.choice ?? ''} value={taking} aria-label={t('import.how')} options={takings.map((value) => ({ value, label: t(`import.taking.${value}`) }))} onChange={({ target }) => { const next = takings.find((each) => each === target.value); if (next) setTaking(next) }} />}
      <p className={styles.sum} role="status">{t('import.sum', { added: result.added, changed: result.changed })}{result.left > 0 && t('import.left', { count: result.left })}</p>
      <Skipped skipped={read.skipped} />
    </Modal>
  )
}

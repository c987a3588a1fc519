/** Who came: told by a sheet that was ticked, or ticked here. */
import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Modal, Radio } from 'antd'
import { Download, FileSpreadsheet } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { saveFirst, type RecordSession } from '#renderer/features/record'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import type { ReadAttendance } from '#shared/contract/meetings'
import { participantsOf } from '#shared/model/meeting/participants'
import cards from '../cards.module.css'
import { UndoStep } from '../rows/UndoStep'
import type { Rows } from '../rows/useRows'
import { useUndoKey } from '../rows/useUndoKey'
import { chooseExcel, pathsOf } from '../sheets/chooseExcel'
import sheets from '../sheets/sheets.module.css'
import { Skipped } from '../sheets/Skipped'
import { useSheet } from '../sheets/useSheet'
import styles from './after.module.css'
import { attended, unmarkedIn, type Counting } from './attended'

interface AttendanceCardProps { session: RecordSession; people: Rows; readOnly: boolean }
interface TakeDialogProps { read: ReadAttendance; people: Rows; onClose: () => void }

const countings: readonly Counting[] = ['change', 'replace']

const TakeDialog = ({ read, people, onClose }: TakeDialogProps) => {
  useReturnFocus()
  const { t } = useTranslation(['meeting', 'common'])
  const [addsOthers, setAddsOthers] = useState(read.others.length > 0)
  const [counting, setCounting] = useState<Counting>('change')
  const { beyond, there } = unmarkedIn(people.rows, read)
  const take = (): void => {
    people.fill(attended(people.rows, read, counting, addsOthers), 'attended')
    onClose()
  }
  return (
    <Modal open width={520} title={t('attendance.title')} onCancel={onClose} cancelText={t('common:cancel')} okText={t('attendance.take')} okButtonProps={{ autoFocus: true }} onOk={take}>
      <p>{t('attendance.read', { present: read.present.length, absent: read.absent.length + read.unmarked.length })}</p>
      {/* Both come to the same where nobody else was noted as there. */}
      {there > 0 && <Radio.Group className={sheets.choice ?? ''} value={counting} aria-label={t('attendance.how')} options={countings.map((value) => ({ value, label: t(`attendance.counting.${value}`) }))} onChange={({ target }) => { const next = countings.find((each) => each === target.value); if (next) setCounting(next) }} />}
      <p className={sheets.sum} role="status">
        {counting === 'change' && beyond > 0 && <span>{t('attendance.beyond', { count: beyond })}</span>}
        {counting === 'replace' && <span>{t('attendance.unticked', { count: there })}</span>}
      </p>
      {read.others.length > 0 && (
        <Checkbox className={sheets.choice ?? ''} checked={addsOthers} onChange={({ target }) => setAddsOthers(target.checked)}>
          {t('attendance.others', { count: read.others.length, names: read.others.slice(0, 6).map(({ name }) => name).join(t('common:listComma')) })}
        </Checkbox>
      )}
      <Skipped skipped={read.skipped} />
    </Modal>
  )
}

export const AttendanceCard = ({ session, people, readOnly }: AttendanceCardProps) => {
  const { t } = useTranslation('meeting')
  const showError = useErrorDialog()
  const sheet = useSheet(session)
  const undoKey = useUndoKey(people)
  const [read, setRead] = useState<ReadAttendance>()
  const expected = participantsOf({ fields: { participants: people.rows } })
  const came = expected.filter(({ isPresent }) => isPresent).length
  const choose = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const [path] = await pathsOf(files)
      if (path === undefined) return undefined
      await saveFirst(session)
      return core.meetings.readAttendance({ id: session.view().record.id, path })
    },
    onSuccess: setRead, onError: (error) => showError(error, t('attendance.notRead')),
  })
  return (
    <section id="after-attendance" tabIndex={-1} className={cards.card} aria-labelledby="attendance-title" onKeyDown={undoKey}>
      <header className={cards.head}>
        <h2 id="attendance-title">{t('attendance.name')}</h2>
        <span className={cards.about}>{expected.length > 0 && t('attendance.count', { came, of: expected.length })}</span>
        <UndoStep table={people} />
        <Button size="small" icon={<Download size={14} />} disabled={expected.length === 0} onClick={() => sheet.mutate('attendance')}>{t('sheet.getAttendance')}</Button>
        {!readOnly && <Button size="small" icon={<FileSpreadsheet size={14} />} loading={choose.isPending} disabled={expected.length === 0} onClick={() => chooseExcel(false, (files) => choose.mutate(files))}>{t('attendance.open')}</Button>}
      </header>
      {expected.length === 0 && <p className={cards.teach}>{t('attendance.teach')}</p>}
      {expected.length > 0 && (
        <ul className={styles.people}>
          {expected.map(({ id, name, unit, isPresent }) => (
            <li key={id}><label title={unit}><input type="checkbox" checked={isPresent} disabled={readOnly} onChange={({ target }) => people.fill(people.rows.map((row) => (row.id === id ? { ...row, isPresent: target.checked || undefined } : row)), 'attended')} />{name}</label></li>
          ))}
        </ul>
      )}
      {read && <TakeDialog read={read} people={people} onClose={() => setRead(undefined)} />}
    </section>
  )
}

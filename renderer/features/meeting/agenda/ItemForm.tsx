/** The fields of the item that is edited, in its card. A time that can not be read stays in its field and is told. */
import { Input, Segmented } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CellInput, type RecordSession } from '#renderer/features/record'
import type { FieldRow } from '#shared/model/fields'
import { minutesOf, timeText, type AgendaItem, type AgendaKind } from '#shared/model/meeting/agenda'
import { columnsOf } from '../rows/fields'
import styles from './agenda.module.css'
import { MinutesInput } from './MinutesInput'

export const agendaKinds: readonly AgendaKind[] = ['talk', 'discussion', 'visit', 'break']

interface ItemFormProps { row: FieldRow; item: AgendaItem; people: readonly string[]; session: RecordSession; onChange: (values: Readonly<Record<string, unknown>>, place?: string) => void }

const [dayColumn] = columnsOf('agenda', ['day'])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export const ItemForm = ({ row, item, people, session, onChange }: ItemFormProps) => {
  const { t } = useTranslation('meeting')
  const id = useId()
  const time = text(row.time)
  const isOddTime = time.trim() !== '' && minutesOf(time) === null
  const isTalk = item.kind === 'talk'
  const field = (key: 'presenter' | 'host') => (
    <label className={styles.field}>
      <span>{t(`form.${key}`)}</span>
      <input id={`agenda-${row.id}-${key}`} list={`${id}-people`} value={text(row[key])} maxLength={1000} autoComplete="off" onChange={(event) => onChange({ [key]: event.target.value || undefined }, key)} />
    </label>
  )
  return (
    <div className={styles.form}>
      <Segmented
        size="small" aria-label={t('form.kind')} value={item.kind} options={agendaKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        onChange={(kind) => onChange({ kind, ...kind === 'break' && { questions: undefined } })}
      />
      <div className={styles.fields}>
        <label className={styles.field} data-short>
          <span>{t('form.time')}</span>
          <input
            id={`agenda-${row.id}-time`} value={time} aria-invalid={isOddTime} placeholder={item.begins === null ? '09:00' : timeText(item.begins)} title={item.isFixed || item.begins === null ? undefined : t('form.follows', { time: timeText(item.begins) })} autoComplete="off"
            onChange={(event) => onChange({ time: event.target.value || undefined }, 'time')}
            onBlur={() => { const minutes = minutesOf(time); if (minutes !== null && timeText(minutes) !== time) onChange({ time: timeText(minutes) }, 'time') }}
          />
        </label>
        <label className={styles.field} data-short>
          <span>{t('form.minutes')}</span>
          <MinutesInput id={`agenda-${row.id}-minutes`} most={1440} minutes={item.minutes} onChange={(minutes) => onChange({ minutes: minutes ?? undefined })} />
        </label>
        {item.kind !== 'break' && (
          <label className={styles.field} data-short>
            <span>{t('form.questions')}</span>
            <MinutesInput id={`agenda-${row.id}-questions`} most={item.minutes} minutes={item.questions} onChange={(questions) => onChange({ questions: questions === null || questions === 0 ? undefined : questions })} />
          </label>
        )}
        {item.kind !== 'break' && field('presenter')}
        {item.kind !== 'break' && field('host')}
        {dayColumn && (
          <div className={styles.field} data-day>
            <span>{t('form.day')}</span>
            <CellInput id={`agenda-${row.id}-day`} column={dayColumn} value={row.day} label={t('form.day')} vocabularies={undefined} takesFocus={false} session={session} onEnter={() => undefined} onChange={(day) => onChange({ day }, 'day')} />
          </div>
        )}
      </div>
      {isOddTime && <p className={styles.wrong} role="alert">{t('form.oddTime')}</p>}
      <Input.TextArea
        id={`agenda-${row.id}-note`} autoSize={{ minRows: 1, maxRows: 8 }} value={text(row.note)} maxLength={20_000} aria-label={t('form.note')} placeholder={t(isTalk ? 'form.noteOfTalk' : 'form.note')} onChange={(event) => onChange({ note: event.target.value || undefined }, 'note')}
      />
      <datalist id={`${id}-people`}>{people.map((name) => <option key={name} value={name} />)}</datalist>
    </div>
  )
}

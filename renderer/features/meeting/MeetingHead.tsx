/** When and where the meeting is and how many come, and the ways in which it becomes documents and a presentation. */
import { Button } from 'antd'
import { BookText, CalendarDays, Globe, MapPin, Play, Presentation, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useExportDocument } from '#renderer/features/documents'
import { saveFirst, type RecordSession } from '#renderer/features/record'
import { useNavigation } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { DocumentSource } from '#shared/contract/documents'
import { timeText, type AgendaItem } from '#shared/model/meeting/agenda'
import { participantsOf } from '#shared/model/meeting/participants'
import type { RecordContent } from '#shared/model/record'
import styles from './MeetingPage.module.css'
import { usePeopleText } from './people/usePeopleText'

const midnight = 24 * 60

export const MeetingFacts = ({ content, items, onPeople, onField }: { content: RecordContent; items: readonly AgendaItem[]; onPeople: () => void; onField: (key: 'date' | 'place') => void }) => {
  const { t } = useTranslation('meeting')
  const language = useLanguage()
  const people = usePeopleText()(participantsOf(content))
  const { date, place } = content
  const day = date.length === 10 ? new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', weekday: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`)) : date
  const begins = items.find(({ begins: at }) => at !== null)?.begins ?? null
  const ends = items.findLast(({ ends: at, day: on }) => at !== null && on === items[0]?.day)?.ends ?? null
  return (
    <p className={styles.facts}>
      <button type="button" onClick={() => onField('date')}><CalendarDays size={14} aria-hidden="true" />{day || t('noDate')}{begins !== null && ends !== null && <span>{timeText(begins)}–{ends > midnight ? t('nextDay', { time: timeText(ends) }) : timeText(ends)}</span>}</button>
      <button type="button" onClick={() => onField('place')}><MapPin size={14} aria-hidden="true" />{place || t('noPlace')}</button>
      <button type="button" onClick={onPeople}><Users size={14} aria-hidden="true" />{people || t('noPeople')}</button>
    </p>
  )
}

export const MeetingActions = ({ session }: { session: RecordSession }) => {
  const { t } = useTranslation('meeting')
  const { present } = useNavigation()
  const exportDocument = useExportDocument()
  const showError = useErrorDialog()
  const source: DocumentSource = { kind: 'meeting', id: session.view().record.id, part: 'handbook' }
  /** What is made says what the screen says. */
  const saved = (go: () => void) => () => { saveFirst(session).then(go, showError) }
  return (
    <>
      <Button icon={<BookText size={15} />} onClick={saved(() => exportDocument(source, 'word'))}>{t('make.handbook')}</Button>
      <Button icon={<Presentation size={15} />} onClick={saved(() => exportDocument(source, 'slides'))}>{t('make.slides')}</Button>
      <Button icon={<Globe size={15} />} onClick={saved(() => exportDocument(source, 'web'))}>{t('make.web')}</Button>
      <Button type="primary" icon={<Play size={15} fill="currentColor" />} onClick={saved(() => present(source))}>{t('present')}</Button>
    </>
  )
}

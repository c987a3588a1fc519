/** The head of a record: where it belongs, its number and title, whether it is saved, and the way into editing and out. */
import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { Check, ChevronRight, Lock, PencilLine } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Keycap } from '#renderer/ui/marks/Keycap'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { useNavigation } from '#renderer/ui/navigation'
import { SaveState, type Saving } from '#renderer/ui/states/SaveState'
import { useEditionName } from '#renderer/ui/useEditionName'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { Failure } from '#shared/contract/errors'
import { ListedType } from '#shared/model/recordTypes'
import { failureText } from '#shared/text/messages/failureText'
import { ExportMenu } from './export/ExportMenu'
import { FavouriteButton, useCountedOpening } from './RecordUses'
import { MoreMenu } from './remove/MoreMenu'
import type { RecordSession, SavingView } from './session/recordSession'
import { useBesideBody } from './session/useBesideBody'
import { useSaving, type OpenRecord } from './session/useRecordSession'
import { TitleField } from './TitleField'
import { useSaveKey } from './useSaveKey'
import styles from './RecordHead.module.css'

/** What a field refuses is not saved, though all the rest is. */
const savingOf = ({ status, savedAt, refused: [refused] }: SavingView, t: TFunction<['record', 'common']>): Saving => {
  if (refused && (status.kind === 'saved' || status.kind === 'waiting')) return { state: 'refused', why: t(refused === 'title' || refused === 'titleLong' ? `refused.${refused}` : refused.startsWith('cell') ? 'refused.cell' : refused.startsWith('number') ? 'refused.number' : 'refused.date') }
  switch (status.kind) {
    case 'saved': return { state: 'saved', at: new Date(savedAt) }
    case 'waiting': return { state: 'unsaved' }
    case 'saving': return { state: 'saving' }
    case 'failed':
    case 'conflict': return { state: 'failed' }
  }
}

const Saved = ({ session }: { session: RecordSession }) => {
  const { t } = useTranslation(['record', 'common'])
  useSaveKey(session)
  return <SaveState saving={savingOf(useSaving(session), t)} />
}

interface RecordHeadProps {
  open: OpenRecord
  editing: boolean
  /** Just created: its title is what to write first. */
  isNew: boolean
  /** Why nothing can be changed. */
  readOnly: Failure | undefined
  onEdit: () => void
  onFinish: () => void
  /** Enter in the title goes on in the body. */
  onTitleDone: () => void
  /** What a type shows of itself in its head: beside its title, at its end, and below it. */
  own?: { beside: ReactNode; end: ReactNode; below: ReactNode }
}

const Head = memo(({ open, editing, isNew, readOnly, onEdit, onFinish, onTitleDone, own }: RecordHeadProps) => {
  const { session, view } = open
  const { t } = useTranslation(['record', 'common'])
  const language = useLanguage()
  const { openAdoptions, openLibrary } = useNavigation()
  const editionName = useEditionName()
  useCountedOpening(view.record.id)
  const { type, number, title, field, fields: { edition } } = view.record.content
  const library = ListedType.safeParse(type).data
  return (
    <header className={styles.head}>
      <div className={styles.row}>
        <nav className={styles.crumbs} aria-label={t('crumbs')}>
          {library && <><button type="button" className={styles.crumb} onClick={() => openLibrary(library)}>{t(`common:library.${library}`)}</button><ChevronRight size={13} aria-hidden="true" /></>}
          {type === 'adoption' && <><button type="button" className={styles.crumb} onClick={() => openAdoptions()}>{t('adoptions')}</button><ChevronRight size={13} aria-hidden="true" /></>}
          {field && <><bdi>{field}</bdi><ChevronRight size={13} aria-hidden="true" /></>}
          <span className={styles.number}>{number}</span>
          {type === 'product' && edition !== undefined && <span>{t('editionReleased', { edition: editionName(edition) })}</span>}
        </nav>
        {readOnly
          ? <span className={styles.readOnly}><Lock size={13} aria-hidden="true" />{t('readOnly', { why: failureText(readOnly, language).why })}</span>
          : <Saved session={session} />}
        <FavouriteButton id={view.record.id} />
        <ExportMenu open={open} />
        {!readOnly && (editing
          // The primary button of a product is its release; where a type has buttons of its own, it is one of these.
          ? <Button type={type === 'product' || own ? 'default' : 'primary'} size="small" icon={<Check size={14} />} onClick={onFinish}>{t('done')}</Button>
          : <Button size="small" icon={<PencilLine size={14} />} onClick={onEdit} aria-keyshortcuts="E">{t('common:edit')}<Keycap>E</Keycap></Button>)}
        {!readOnly && <MoreMenu open={open} />}
      </div>
      <div className={styles.titleRow} data-own={own && !editing ? true : undefined}>
        <TypeMark type={type} size={24} />
        {editing ? <TitleField session={session} title={title} selected={isNew} onDone={onTitleDone} /> : <h1 className={styles.title} dir="auto" title={own && title}>{title}</h1>}
        {own && <>{own.beside}<div className={styles.end}>{own.end}</div></>}
      </div>
      {own?.below}
    </header>
  )
})

/** It shows nothing of the text: a save changes nothing of it but whether it is saved. */
export const RecordHead = ({ open, ...rest }: RecordHeadProps) => <Head open={useBesideBody(open)} {...rest} />

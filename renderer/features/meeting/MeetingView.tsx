/** A meeting that is open: its agenda with what it comes to, its texts, who comes, and what becomes of it. */
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import {
  BodyColumn, canFinish, CommentsProvider, focusField, Notices, offeredWords, RecordHead, saveFirst, SidePanel, StageBar, useBodyPlaces, useComments, useEditingKeys, useShownPlace, useUntouched, whyReadOnly, type OpenRecord,
} from '#renderer/features/record'
import { StageTag } from '#renderer/ui/marks/StageTag'
import { useNavigation, type RecordTarget } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { rowsOf } from '#shared/model/fields'
import { agendaOf } from '#shared/model/meeting/agenda'
import { participantsOf } from '#shared/model/meeting/participants'
import { AfterPart } from './after/AfterPart'
import { figuresOf } from './agenda/figures'
import { AgendaPart } from './agenda/AgendaPart'
import { ChecksCard } from './beside/ChecksCard'
import { DocumentsCard } from './beside/DocumentsCard'
import { FollowUpsCard } from './beside/FollowUpsCard'
import { checksOf, type Place } from './checks'
import { focusSoon, soon } from './focusSoon'
import { parts, useKeptPlace, useKeptScroll, type KeptPlace, type Part } from './leftOff'
import { MeetingActions, MeetingFacts } from './MeetingHead'
import styles from './MeetingPage.module.css'
import { PeoplePart } from './people/PeoplePart'
import { useRows } from './rows/useRows'
import { useShownFacts } from './useShownFacts'

interface MeetingViewProps { open: OpenRecord; target: RecordTarget | undefined; entry: string }

/** A part that is as wide as the page, and scrolls. */
const Whole = ({ place, part, children }: { place: KeptPlace; part: Part; children: ReactNode }) => <div className={styles.whole} tabIndex={-1} {...useKeptScroll<HTMLDivElement>(place, part)}>{children}</div>

const MeetingParts = ({ open, target, entry }: MeetingViewProps) => {
  const { t } = useTranslation('meeting')
  const { session, view: { record } } = open
  const { id, content } = record
  const { openRecord, present } = useNavigation()
  const showError = useErrorDialog()
  const library = useQuery(api.library.current.queryOptions()).data
  const readOnly = whyReadOnly(library, record)
  const isReadOnly = readOnly !== undefined
  const [wanted, setWanted] = useState(target?.edit === true)
  const editing = wanted && !isReadOnly
  useUntouched(session, target?.edit === true && !isReadOnly)

  const rowHere = (key: 'outcomes' | 'agenda'): boolean => target?.blockId !== undefined && rowsOf(content.fields[key]).some((row) => row.id === target.blockId)
  const isText = target !== undefined && (target.blockId ?? target.sectionId ?? target.attachment) !== undefined && !rowHere('outcomes') && !rowHere('agenda')
  const { asked } = useComments()
  const place = useKeptPlace(entry, id)
  const [shown, setShown] = useState<{ part: Part; asked: number }>({ part: place.before?.part ?? (rowHere('outcomes') ? 'after' : isText ? 'texts' : 'agenda'), asked })
  // The comments, when they are asked for, are beside the texts.
  const part: Part = asked > shown.asked ? 'texts' : shown.part
  const show = useCallback((next: Part): void => setShown({ part: next, asked }), [asked])
  const [chosen, setChosen] = useState(place.before ? place.before.chosen : rowHere('agenda') ? target?.blockId : undefined)
  useEffect(() => { place.keep({ part, chosen }) }, [place, part, chosen])
  const [outlined, setOutlined] = useState(rowHere('outcomes') ? target?.blockId : undefined)

  const column = useRef<HTMLDivElement>(null)
  useShownPlace(column, target)
  const edit = useCallback(() => { if (!isReadOnly) setWanted(true) }, [isReadOnly])
  const places = useBodyPlaces({ open, column, language: library?.library.language ?? 'zh-CN', onEdit: edit })
  const { stopLeading } = places
  const page = useRef<HTMLDivElement>(null)
  /** While a field has the keys, the text does not take them. */
  const [isLedToField, setLedToField] = useState(false)
  const finish = useCallback(() => {
    void session.flush()
    if (!canFinish(session, page.current)) return
    setWanted(false)
    setLedToField(false)
    stopLeading()
  }, [session, stopLeading])
  /** Beside the text only the title is there to be edited. */
  const startEditing = useCallback(() => { edit(); if (part !== 'texts') soon(() => page.current?.querySelector<HTMLElement>('h1 textarea')) }, [edit, part])
  useEditingKeys(editing, startEditing, finish)

  const tables = { agenda: useRows(open, 'agenda'), participants: useRows(open, 'participants'), outcomes: useRows(open, 'outcomes'), intentions: useRows(open, 'intentions'), feedback: useRows(open, 'feedback') }
  const items = useMemo(() => agendaOf({ date: content.date, fields: { agenda: content.fields.agenda } }), [content.date, content.fields.agenda])
  const facts = useShownFacts(id, items)
  const checks = checksOf(record, items, facts)
  const missing = new Map(items.map((item) => [item.id, (facts.missing ?? []).filter(({ itemId }) => itemId === item.id).map(({ title }) => title)]))
  const vocabularies = library?.library.vocabularies
  const people = useMemo(() => [...new Set([...participantsOf({ fields: { participants: content.fields.participants } }).map(({ name }) => name), ...offeredWords(vocabularies, 'people')])], [content.fields.participants, vocabularies])
  const deck = useQuery({ ...api.documents.deck.queryOptions({ input: { source: { kind: 'meeting', id, part: 'handbook' } } }), enabled: items.length > 0 }).data?.deck
  const byItem = useMemo(() => deck && figuresOf(deck), [deck])

  const toField = (key: 'date' | 'place' | 'confidentiality'): void => { setLedToField(true); edit(); show('texts'); requestAnimationFrame(() => requestAnimationFrame(() => focusField(key))) }
  const toSection = (key: string): void => { show('texts'); requestAnimationFrame(() => places.writeIn(key)) }
  const rehearse = (): void => { saveFirst(session).then(() => present({ kind: 'meeting', id, part: 'handbook' }), showError) }
  const go = (way: Place): void => {
    switch (way.kind) {
      case 'item': show('agenda'); setChosen(way.id); focusSoon(`agenda-${way.id}-${way.field ?? 'title'}`); break
      case 'section': toSection(way.key); break
      case 'record': openRecord(way.id, way.blockId === undefined ? undefined : { blockId: way.blockId }); break
      case 'rehearse': rehearse(); break
      case 'field': toField(way.key); break
    }
  }
  const followUp = (rowId: string | undefined): void => { show('after'); setOutlined(rowId); if (rowId !== undefined) focusSoon(`${t('outcomes.title')}-${rowId}-what`); else soon(() => document.querySelector<HTMLElement>(`[data-grid="${t('outcomes.title')}"] tbody tr:last-child [data-at$=what] input`)) }
  /** Once it is held, the button that said so closes the meeting: the keys go to what is open before that. */
  const moved = (): void => {
    finish()
    if (session.view().record.content.stage !== 'held') return
    show('after')
    focusSoon('closing')
  }
  return (
    <div ref={page} className={styles.page}>
      <RecordHead
        open={open} editing={editing} isNew={target?.edit === true} readOnly={readOnly} onEdit={startEditing} onFinish={finish} onTitleDone={() => setWanted(false)}
        own={{ beside: <span className={styles.stage}><StageTag stage={content.stage} type="meeting" /></span>, end: <MeetingActions session={session} />, below: <MeetingFacts content={content} items={items} onPeople={() => show('people')} onField={toField} /> }}
      />
      <div className={styles.bar}>
        <Segmented value={part} onChange={show} aria-label={t('parts.label')} options={parts.map((value) => ({ value, label: t(`parts.${value}`) }))} />
        {/* The primary button of a meeting is to present it. */}
        <StageBar open={open} editing readOnly={isReadOnly} onGo={() => show('texts')} onMoved={moved} />
      </div>
      <Notices open={open} isReadOnly={isReadOnly} />
      {part === 'agenda' && (
        <div className={styles.columns}>
          <AgendaPart place={place} open={open} table={tables.agenda} readOnly={isReadOnly} people={people} figures={byItem} missing={missing} chosen={chosen} onChoose={setChosen} />
          <aside className={styles.side} aria-label={t('side')} tabIndex={0}>
            {items.length > 0 && <DocumentsCard id={id} items={items} chosen={chosen} onPresent={rehearse} />}
            {items.length > 0 && <ChecksCard checks={checks} onGo={isReadOnly ? undefined : go} />}
            <FollowUpsCard table={tables.outcomes} readOnly={isReadOnly} onEdit={followUp} />
          </aside>
        </div>
      )}
      {part === 'texts' && (
        <div className={styles.texts}>
          <BodyColumn ref={column} open={open} editing={editing} takesFocus={!places.isLed && !isLedToField} onFinish={finish} handle={places.attach} />
          <SidePanel key={target?.attachment} open={open} editing={editing} library={library?.library} readOnly={isReadOnly} shownFile={target?.attachment} onShowBlock={(blockId) => places.show({ blockId }, true)} />
        </div>
      )}
      {part === 'people' && <Whole key="people" place={place} part="people"><PeoplePart session={session} table={tables.participants} readOnly={isReadOnly} vocabularies={vocabularies} /></Whole>}
      {part === 'after' && <Whole key="after" place={place} part="after"><AfterPart session={session} content={content} readOnly={isReadOnly} vocabularies={vocabularies} tables={tables} outlined={outlined} onSummary={() => toSection('summary')} /></Whole>}
    </div>
  )
}

export const MeetingView = (props: MeetingViewProps) => <CommentsProvider record={props.open.view.record}><MeetingParts {...props} /></CommentsProvider>

/** A record that is open: head, stage line, what needs a decision, and the three columns. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useDeferredValue, useMemo, useRef, useState, type ReactNode } from 'react'
import { api } from '#renderer/client/queries'
import { toolFormId } from '#renderer/features/filled'
import { useNavigation, type RecordTarget } from '#renderer/ui/navigation'
import { isFilledIn } from '#shared/model/forms/form'
import { isFilled } from '#shared/model/gates'
import type { MoveGap } from '#shared/model/life/conditions'
import { bodyFigures } from './bodyFigures'
import { BodyColumn } from './body/BodyColumn'
import { PlaceOutline } from './body/PlaceOutline'
import { useBodyPlaces } from './body/useBodyPlaces'
import { useShownPlace } from './body/useShownPlace'
import { CommentsProvider, useComments } from './comments/CommentsContext'
import { gapPlace } from './life/gapPlace'
import { StageBar } from './life/StageBar'
import { Notices } from './notices/Notices'
import { Outline } from './Outline'
import { RecordHead } from './RecordHead'
import { measuredResultsId } from './results/MeasuredResults'
import type { OpenRecord } from './session/useRecordSession'
import { canFinish } from './session/canFinish'
import { useUntouched } from './remove/useUntouched'
import { focusField } from './side/focusField'
import { SidePanel } from './side/SidePanel'
import { useEditingKeys } from './useEditingKeys'
import { whyReadOnly } from './whyReadOnly'
import styles from './RecordPage.module.css'

/** Stands before a record's text: what its type alone shows. */
export type Lead = (open: OpenRecord, editing: boolean) => ReactNode

interface RecordViewProps { open: OpenRecord; target: RecordTarget | undefined; lead?: Lead }

const RecordColumns = ({ open, target, lead }: RecordViewProps) => {
  const { session, view: { record } } = open
  const library = useQuery(api.library.current.queryOptions()).data
  const readOnly = whyReadOnly(library, record)
  const [wanted, setWanted] = useState(target?.edit === true)
  const editing = wanted && !readOnly
  const isNew = target?.edit === true
  useUntouched(session, isNew && !readOnly)
  const column = useRef<HTMLDivElement>(null)
  const goTo = useShownPlace(column, target)
  // Counting a long body may wait until nothing else is to be drawn.
  const countedBody = useDeferredValue(record.content.body)
  const figures = useMemo(() => bodyFigures(countedBody), [countedBody])

  const results = record.content.fields.results?.length ?? 0
  const showsResults = record.content.type === 'case' && (editing || results > 0)

  const edit = useCallback(() => { if (!readOnly) setWanted(true) }, [readOnly])
  const places = useBodyPlaces({ open, column, language: library?.library.language ?? 'zh-CN', onEdit: edit })
  const { stopLeading } = places
  /** Until it was written in for the first time, a new record begins with its title. */
  const [isBegun, setIsBegun] = useState(false)
  const page = useRef<HTMLDivElement>(null)
  const finish = useCallback(() => {
    void session.flush()
    if (!canFinish(session, page.current)) return
    setWanted(false)
    setIsBegun(true)
    stopLeading()
  }, [session, stopLeading])
  useEditingKeys(editing, edit, finish)

  const { show } = useComments()
  const { openSettings } = useNavigation()
  const [outlined, setOutlined] = useState<string>()
  const outlinedSection = record.content.body.sections.find((section) => section.id === outlined && !isFilled(section))

  const goToResults = (): void => { document.getElementById(measuredResultsId)?.scrollIntoView() }
  const goToForm = (): void => { document.getElementById(toolFormId)?.scrollIntoView() }
  const goToGap = (gap: MoveGap): void => {
    const place = gapPlace(gap)
    switch (place.kind) {
      case 'section': setOutlined(places.writeIn(place.key)); break
      case 'results': edit(); requestAnimationFrame(() => requestAnimationFrame(goToResults)); break
      case 'profile': openSettings('me'); break
      case 'comment': show(place.commentId); break
      case 'comments': show(''); break
      case 'field': edit(); requestAnimationFrame(() => requestAnimationFrame(() => focusField(place.key))); break
      // Of products alone, which have a page of their own.
      case 'adoptions': break
    }
  }

  return (
    <div ref={page} className={styles.page}>
      <RecordHead open={open} editing={editing} isNew={isNew && !isBegun} readOnly={readOnly} onEdit={edit} onFinish={finish} onTitleDone={places.begin} />
      <StageBar open={open} editing={editing} readOnly={readOnly !== undefined} onGo={goToGap} onMoved={finish} />
      <Notices open={open} isReadOnly={readOnly !== undefined} />
      <div className={styles.columns}>
        <Outline
          sections={record.content.body.sections} figures={figures} column={column} results={showsResults ? results : undefined}
          onGo={(id) => { if (editing) places.enter(id); else goTo({ sectionId: id }) }} onGoToResults={goToResults}
          onGoToForm={record.content.type === 'tool' && isFilledIn(record.content.fields) ? goToForm : undefined}
        />
        <BodyColumn ref={column} open={open} editing={editing} takesFocus={!(isNew && !isBegun) && !places.isLed} onFinish={finish} handle={places.attach} lead={lead?.(open, editing)}>
          {outlinedSection && <PlaceOutline column={column} place={{ sectionId: outlinedSection.id }} editing={editing} />}
        </BodyColumn>
        <SidePanel
          key={target?.attachment} open={open} editing={editing} library={library?.library} readOnly={readOnly !== undefined}
          shownFile={target?.attachment} onShowBlock={(blockId) => places.show({ blockId }, true)}
        />
      </div>
    </div>
  )
}

export const RecordView = (props: RecordViewProps) => <CommentsProvider record={props.open.view.record}><RecordColumns {...props} /></CommentsProvider>

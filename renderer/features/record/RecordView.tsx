/** A record that is open: head, stage line, what needs a decision, and the three columns. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { api } from '#renderer/client/queries'
import type { RecordTarget } from '#renderer/ui/navigation'
import { bodyFigures } from './bodyFigures'
import { BodyColumn } from './body/BodyColumn'
import { useShownPlace } from './body/useShownPlace'
import { Notices } from './notices/Notices'
import { Outline } from './Outline'
import { RecordHead } from './RecordHead'
import { measuredResultsId } from './results/MeasuredResults'
import type { OpenRecord } from './session/useRecordSession'
import { useUntouched } from './remove/useUntouched'
import { SidePanel } from './side/SidePanel'
import { StageLine } from './StageLine'
import { useEditingKeys } from './useEditingKeys'
import { whyReadOnly } from './whyReadOnly'
import styles from './RecordPage.module.css'

export const RecordView = ({ open, target }: { open: OpenRecord; target: RecordTarget | undefined }) => {
  const { session, view: { record } } = open
  const library = useQuery(api.library.current.queryOptions()).data
  const readOnly = whyReadOnly(library, record)
  const [wanted, setWanted] = useState(target?.edit === true)
  const editing = wanted && !readOnly
  const isNew = target?.edit === true
  useUntouched(session, isNew && !readOnly)
  const column = useRef<HTMLDivElement>(null)
  const goTo = useShownPlace(column, target)
  const figures = useMemo(() => bodyFigures(record.content.body), [record.content.body])

  const results = record.content.fields.results?.length ?? 0
  const showsResults = record.content.type === 'case' && (editing || results > 0)

  const edit = useCallback(() => { if (!readOnly) setWanted(true) }, [readOnly])
  const finish = useCallback(() => { void session.flush(); setWanted(false) }, [session])
  useEditingKeys(editing, edit, finish)

  return (
    <div className={styles.page}>
      <RecordHead open={open} editing={editing} isNew={isNew} readOnly={readOnly} onEdit={edit} onFinish={finish} />
      <StageLine type={record.content.type} stage={record.content.stage} />
      <Notices open={open} />
      <div className={styles.columns}>
        <Outline
          sections={record.content.body.sections} figures={figures} column={column} results={showsResults ? results : undefined}
          onGo={(id) => goTo({ sectionId: id })} onGoToResults={() => { document.getElementById(measuredResultsId)?.scrollIntoView() }}
        />
        <BodyColumn ref={column} open={open} editing={editing} takesFocus={!isNew} onFinish={finish} />
        <SidePanel
          key={target?.attachment} record={record} session={session} editing={editing} vocabularies={library?.library.vocabularies} readOnly={readOnly !== undefined}
          shownFile={target?.attachment}
        />
      </div>
    </div>
  )
}

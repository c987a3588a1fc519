/** The middle column: the body to read, or the same body in its editor, in one scrolling place so that switching moves nothing; below it what was measured. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, type ReactNode, type Ref, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { addFile } from '#renderer/client/addFile'
import { attachmentUrl } from '#renderer/client/files'
import { api } from '#renderer/client/queries'
import { recordSource } from '#renderer/client/recordSource'
import { BodyEditor, BodyView, Find, type BodyEditorHandle, type OpenRecordAt, type RecordSource } from '#renderer/editor'
import { ToolForm } from '#renderer/features/filled'
import { useNavigation } from '#renderer/ui/navigation'
import { customFieldsOf } from '#shared/model/customFields'
import type { FieldDefinition } from '#shared/model/fields'
import { CommentButton } from '../comments/CommentButton'
import { useComments } from '../comments/CommentsContext'
import { saveFirst } from '../export/saveFirst'
import { useCommentMarks } from '../comments/useCommentMarks'
import { RowsFields } from '../fields/RowsFields'
import { MeasuredResults } from '../results/MeasuredResults'
import { useBesideBody } from '../session/useBesideBody'
import type { OpenRecord } from '../session/useRecordSession'
import styles from '../RecordPage.module.css'
import { useCaretInSight } from './useCaretInSight'
import { useMissingRecords } from './useMissingRecords'
import { useSavedElsewhere } from './useSavedElsewhere'

const noFields: readonly FieldDefinition[] = []

interface BodyColumnProps {
  open: OpenRecord
  editing: boolean
  /** Whether the caret goes into the text when editing begins. */
  takesFocus: boolean
  onFinish: () => void
  ref: RefObject<HTMLDivElement | null>
  handle?: Ref<BodyEditorHandle>
  /** What stands below the text, before the tables among the fields. */
  below?: ReactNode
  /** Drawn over the text. */
  children?: ReactNode
  /** Stands before the text. */
  lead?: ReactNode
}

export const BodyColumn = ({ open, editing, takesFocus, onFinish, ref, handle, below, children, lead }: BodyColumnProps) => {
  const { session, view } = open
  const { t } = useTranslation('record')
  const { openRecord } = useNavigation()
  const library = useQuery(api.library.current.queryOptions()).data?.library
  const { content } = view.record
  const { body } = content
  const missingRecords = useMissingRecords(body)
  const openOther = useCallback<OpenRecordAt>((id, place) => openRecord(id, place), [openRecord])
  const { canWrite: canComment } = useComments()
  useCommentMarks(ref, editing ? view.bodyVersion : body)
  const measure = useRef<HTMLDivElement>(null)
  const { id } = view.record
  const records = useMemo<RecordSource>(() => (
    {
      ...recordSource,
      find: async (text) => {
        const { rows, isWhole } = await recordSource.find(text)
        return { rows: rows.filter((row) => row.id !== id), isWhole }
      },
    }
  ), [id])
  const beside = useBesideBody(open)
  const customFields = useMemo(() => (library ? customFieldsOf(library, content.type) : noFields), [library, content.type])
  useCaretInSight(ref, editing && takesFocus)
  useSavedElsewhere(ref, session)
  return (
    <div ref={ref} className={styles.body} tabIndex={editing ? -1 : 0} role="region" aria-label={t('body')}>
      <div ref={measure} className={styles.measure} data-editing={editing || undefined}>
        {!editing && <Find root={measure} column={ref} />}
        {lead}
        {editing
          ? (
            <BodyEditor
              key={view.bodyVersion} initialBody={body} attachmentUrl={attachmentUrl} addPicture={addFile}
              onChange={session.changeBody} onEscape={onFinish} onOpenRecord={openOther}
              column={ref} records={records} missingRecords={missingRecords} {...handle && { handle }}
            />
          )
          : <BodyView body={body} attachmentUrl={attachmentUrl} onOpenRecord={openOther} records={records} missingRecords={missingRecords} />}
        <MeasuredResults open={beside} editing={editing} />
        {content.type === 'tool' && (
          <ToolForm
            tool={{ id, title: content.title, fields: content.fields }} editing={editing} readOnly={!canComment} readBody={() => session.view().record.content.body} prepare={async () => saveFirst(session)}
            onChange={(changes) => session.change({ fields: { ...session.view().record.content.fields, ...changes } })}
          />
        )}
        {below}
        <RowsFields open={beside} editing={editing} customFields={customFields} vocabularies={library?.vocabularies} />
      </div>
      {canComment && <CommentButton column={ref} />}
      {children}
    </div>
  )
}

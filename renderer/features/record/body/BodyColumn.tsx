/** The middle column: the body to read, or the same body in its editor, in one scrolling place so that switching moves nothing; below it what was measured. */
import { useCallback, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { attachmentUrl } from '#renderer/client/files'
import { BodyEditor, BodyView } from '#renderer/editor'
import { useNavigation } from '#renderer/ui/navigation'
import { MeasuredResults } from '../results/MeasuredResults'
import type { OpenRecord } from '../session/useRecordSession'
import { addFile } from './addFile'
import styles from '../RecordPage.module.css'
import { useCaretInSight } from './useCaretInSight'

interface BodyColumnProps {
  open: OpenRecord
  editing: boolean
  /** Whether the caret goes into the text when editing begins. */
  takesFocus: boolean
  onFinish: () => void
  ref: RefObject<HTMLDivElement | null>
}

export const BodyColumn = ({ open, editing, takesFocus, onFinish, ref }: BodyColumnProps) => {
  const { session, view } = open
  const { t } = useTranslation('record')
  const { openRecord } = useNavigation()
  const { body } = view.record.content
  const openOther = useCallback((id: string) => openRecord(id), [openRecord])
  useCaretInSight(ref, editing && takesFocus)
  return (
    <div ref={ref} className={styles.body} tabIndex={editing ? -1 : 0} role="region" aria-label={t('body')}>
      <div className={styles.measure} data-editing={editing || undefined}>
        {editing
          ? (
            <BodyEditor
              key={view.bodyVersion} initialBody={body} attachmentUrl={attachmentUrl} addPicture={addFile}
              onChange={session.changeBody} onEscape={onFinish} onOpenRecord={openOther}
            />
          )
          : <BodyView body={body} attachmentUrl={attachmentUrl} onOpenRecord={openOther} />}
        <MeasuredResults open={open} editing={editing} />
      </div>
    </div>
  )
}

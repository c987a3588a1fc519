/** What stands between the head and the body when something needs the author: a draft left behind, a failed save, a conflict, a record that is perhaps here already. */
import { useTranslation } from 'react-i18next'
import { ConnectionLost } from '#renderer/client/connection'
import { DuplicateNotice } from '#renderer/features/duplicates'
import { saveFirst } from '../export/saveFirst'
import { isFresh } from '../isFresh'
import { LifeNotice } from '../life/LifeNotice'
import { useSaving, type OpenRecord } from '../session/useRecordSession'
import { ConflictNotice } from './ConflictNotice'
import { DraftNotice } from './DraftNotice'
import { FailedSave } from './FailedSave'
import { Notice } from './Notice'

export const Notices = ({ open, isReadOnly }: { open: OpenRecord; isReadOnly: boolean }) => {
  const { t } = useTranslation('record')
  const { session, view: { record } } = open
  const { status, draft, draftsAfter, draftKept, isClean, isRecoverable } = useSaving(session)
  return (
    <>
      {draft && <DraftNotice key={draft.editing} open={open} draft={draft} after={draftsAfter} />}
      {status.kind === 'conflict' && <ConflictNotice open={open} error={status.error} />}
      {status.kind === 'failed' && (status.error instanceof ConnectionLost
        ? <Notice tone="caution" title={t('lost.title')} text={t('lost.text')} />
        : <FailedSave open={open} status={status} />)}
      {isFresh(record) && !isReadOnly && <DuplicateNotice record={record} prepare={() => saveFirst(session)} />}
      <LifeNotice record={record} />
      {!draftKept && !isClean && !isRecoverable && <Notice tone="caution" title={t('draftNotKept.title')} text={t('draftNotKept.text')} />}
    </>
  )
}

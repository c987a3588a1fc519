/** What stands between the head and the body when something needs the author: a draft left behind, a failed save, a conflict. */
import { useTranslation } from 'react-i18next'
import { ConnectionLost } from '#renderer/client/connection'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { OpenRecord } from '../session/useRecordSession'
import { ConflictNotice } from './ConflictNotice'
import { DraftNotice } from './DraftNotice'
import { Notice } from './Notice'
import styles from './Notice.module.css'

export const Notices = ({ open }: { open: OpenRecord }) => {
  const { t } = useTranslation('record')
  const { session, view: { status, draft, draftKept, isClean } } = open
  return (
    <>
      {draft && <DraftNotice open={open} draft={draft} />}
      {status.kind === 'conflict' && <ConflictNotice open={open} error={status.error} />}
      {status.kind === 'failed' && (status.error instanceof ConnectionLost
        ? <Notice tone="caution" title={t('lost.title')} text={t('lost.text')} />
        : <div className={styles.panel}><ErrorPanel error={status.error} what={t('notSaved')} onRetry={() => { void session.flush() }} /></div>)}
      {!draftKept && !isClean && <Notice tone="caution" title={t('draftNotKept.title')} text={t('draftNotKept.text')} />}
    </>
  )
}

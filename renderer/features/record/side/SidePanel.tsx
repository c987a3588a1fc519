/** Beside the body: the record's fields, its links, its files, its revisions. */
import { Tabs } from 'antd'
import { MessageSquareText } from 'lucide-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RevisionPanel } from '#renderer/features/revisions'
import { openComments } from '#shared/model/comments'
import { customFieldsOf } from '#shared/model/customFields'
import type { FieldDefinition } from '#shared/model/fields'
import type { LibraryFile } from '#shared/model/library'
import type { RecordFile } from '#shared/model/record'
import { CommentPanel } from '../comments/CommentPanel'
import { useComments } from '../comments/CommentsContext'
import { RecordUses } from '../RecordUses'
import { saveFirst } from '../export/saveFirst'
import { FileList } from '../files/FileList'
import { isNews, useCopies } from '../files/useCopies'
import { LifeHistory } from '../life/LifeHistory'
import { LinkPanel } from '../links/LinkPanel'
import { LinkSummary } from '../links/LinkSummary'
import { useLinkedRows } from '../links/useLinkedRows'
import type { RecordSession } from '../session/recordSession'
import { useBesideBody } from '../session/useBesideBody'
import type { OpenRecord } from '../session/useRecordSession'
import { FieldForm } from './FieldForm'
import { FieldList } from './FieldList'
import { OriginNote } from './OriginNote'
import styles from './SidePanel.module.css'

interface SidePanelProps {
  record: RecordFile
  session: RecordSession
  editing: boolean
  library: LibraryFile | undefined
  /** Nothing can be changed. */
  readOnly: boolean
  /** The file that somebody came for, by its hash: the panel begins with it. */
  shownFile: string | undefined
  /** Shows a block in the text. */
  onShowBlock: (blockId: string) => void
}

const noFields: readonly FieldDefinition[] = []

const counted = (label: string, count: number): string => (count > 0 ? `${label} ${count}` : label)

const Panel = ({ record, session, editing, library, readOnly, shownFile, onShowBlock }: SidePanelProps) => {
  const { t } = useTranslation(['record', 'common'])
  const comments = useComments()
  const open = openComments(comments.list).length
  const [picked, setPicked] = useState(shownFile === undefined ? { tab: 'fields', asked: 0 } : { tab: 'attachments', asked: comments.asked })
  // Whoever asks for the comments sees them, until another tab is picked.
  const tab = comments.asked > picked.asked ? 'comments' : picked.tab
  const setTab = (next: string): void => setPicked({ tab: next, asked: comments.asked })
  const { id, content } = record
  const linked = useLinkedRows(id, content.links)
  const copies = useCopies(id)
  const customFields = library ? customFieldsOf(library, content.type) : noFields
  const fields = editing
    ? <FieldForm content={content} vocabularies={library?.vocabularies} customFields={customFields} session={session} />
    : <FieldList content={content} customFields={customFields} />
  const prepareRestore = async (): Promise<string> => {
    await saveFirst(session)
    return session.view().record.revision.id
  }
  return (
    <aside className={styles.panel} aria-label={t('side.label')}>
      <Tabs
        className={styles.tabs ?? ''} size="small" activeKey={tab} onChange={setTab}
        items={[
          {
            key: 'fields', label: t('side.fields'),
            children: <>{fields}<LinkSummary links={content.links} linked={linked} editing={editing} onAll={() => setTab('links')} /><LifeHistory type={content.type} steps={content.stageHistory ?? []} /><OriginNote record={record} /><RecordUses id={id} /></>,
          },
          {
            key: 'links', label: counted(t('common:field.links'), content.links.length + (linked.linking?.length ?? 0)),
            children: <LinkPanel id={id} links={content.links} linked={linked} editing={editing} onChange={(links) => session.change({ links })} />,
          },
          {
            key: 'attachments',
            label: <>{counted(t('side.files'), content.attachments.length)}{copies.copies.some(isNews) && <span className={styles.news} role="img" aria-label={t('files.copy.news')} title={t('files.copy.news')} />}</>,
            children: <FileList attachments={content.attachments} session={session} copies={copies} shown={shownFile} editing={editing} readOnly={readOnly} />,
          },
          { key: 'revisions', label: t('side.revisions'), children: <RevisionPanel id={id} title={content.title} prepare={readOnly ? undefined : prepareRestore} /> },
          {
            key: 'comments',
            label: <span className={styles.commentTab} role="img" aria-label={t('comments.tab', { count: open })} title={t('comments.title')}><MessageSquareText size={15} aria-hidden="true" />{open > 0 && open}</span>,
            children: <CommentPanel session={session} onShow={onShowBlock} />,
          },
        ]}
      />
    </aside>
  )
}

/** The way to a block is the same however often it is made anew. */
const Lasting = memo(Panel, ({ onShowBlock: _before, ...before }, { onShowBlock: _after, ...after }) => {
  const there = new Map(Object.entries(after))
  return Object.entries(before).every(([key, value]) => Object.is(value, there.get(key)))
})

export const SidePanel = ({ open, ...rest }: Omit<SidePanelProps, 'record' | 'session'> & { open: OpenRecord }) => {
  const { session, view: { record } } = useBesideBody(open)
  return <Lasting session={session} record={record} {...rest} />
}

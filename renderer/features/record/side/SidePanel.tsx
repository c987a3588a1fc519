/** Beside the body: the record's fields, its links, its files, its revisions. */
import { Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RevisionPanel } from '#renderer/features/revisions'
import type { LibraryFile } from '#shared/model/library'
import type { RecordFile } from '#shared/model/record'
import { saveFirst } from '../export/saveFirst'
import { LinkPanel } from '../links/LinkPanel'
import { LinkSummary } from '../links/LinkSummary'
import { useLinkedRows } from '../links/useLinkedRows'
import type { RecordSession } from '../session/recordSession'
import { AttachmentList } from './AttachmentList'
import { FieldForm } from './FieldForm'
import { FieldList } from './FieldList'
import { OriginNote } from './OriginNote'
import styles from './SidePanel.module.css'

interface SidePanelProps {
  record: RecordFile
  session: RecordSession
  editing: boolean
  vocabularies: LibraryFile['vocabularies'] | undefined
  /** Nothing can be changed. */
  readOnly: boolean
  /** The file that somebody came for, by its hash: the panel begins with it. */
  shownFile: string | undefined
}

const counted = (label: string, count: number): string => (count > 0 ? `${label} ${count}` : label)

export const SidePanel = ({ record, session, editing, vocabularies, readOnly, shownFile }: SidePanelProps) => {
  const { t } = useTranslation(['record', 'common'])
  const [tab, setTab] = useState(shownFile === undefined ? 'fields' : 'attachments')
  const { id, content } = record
  const linked = useLinkedRows(id, content.links)
  const fields = editing
    ? <FieldForm content={content} vocabularies={vocabularies} session={session} />
    : <FieldList content={content} />
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
            children: <>{fields}<LinkSummary links={content.links} linked={linked} editing={editing} onAll={() => setTab('links')} /><OriginNote record={record} /></>,
          },
          {
            key: 'links', label: counted(t('common:field.links'), content.links.length + (linked.linking?.length ?? 0)),
            children: <LinkPanel id={id} links={content.links} linked={linked} editing={editing} onChange={(links) => session.change({ links })} />,
          },
          {
            key: 'attachments', label: counted(t('side.files'), content.attachments.length),
            children: <AttachmentList attachments={content.attachments} shown={shownFile} editing={editing} onChange={(attachments) => session.change({ attachments })} />,
          },
          { key: 'revisions', label: t('side.revisions'), children: <RevisionPanel id={id} title={content.title} prepare={readOnly ? undefined : prepareRestore} /> },
        ]}
      />
    </aside>
  )
}

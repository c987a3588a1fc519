/** Beside the body: the record's fields, its links, its files. */
import { Tabs } from 'antd'
import { Link2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LibraryFile } from '#shared/model/library'
import type { RecordFile } from '#shared/model/record'
import type { RecordSession } from '../session/recordSession'
import { AttachmentList } from './AttachmentList'
import { FieldForm } from './FieldForm'
import { FieldList } from './FieldList'
import { LinkList } from './LinkList'
import { OriginNote } from './OriginNote'
import styles from './SidePanel.module.css'

interface SidePanelProps {
  record: RecordFile
  session: RecordSession
  editing: boolean
  vocabularies: LibraryFile['vocabularies'] | undefined
}

const counted = (label: string, count: number): string => (count > 0 ? `${label} ${count}` : label)

export const SidePanel = ({ record, session, editing, vocabularies }: SidePanelProps) => {
  const { t } = useTranslation(['record', 'common'])
  const { content } = record
  const fields = editing
    ? <FieldForm content={content} vocabularies={vocabularies} onChange={session.change} />
    : <FieldList content={content} />
  const links = <LinkList links={content.links} />
  return (
    <aside className={styles.panel} aria-label={t('side.label')}>
      <Tabs
        className={styles.tabs ?? ''} size="small"
        items={[
          {
            key: 'fields', label: t('side.fields'),
            children: <>{fields}{content.links.length > 0 && <section className={styles.part}><h2 className={styles.heading}><Link2 size={14} aria-hidden="true" />{t('common:field.links')}</h2>{links}</section>}<OriginNote origin={content.origin} /></>,
          },
          { key: 'links', label: counted(t('common:field.links'), content.links.length), children: links },
          {
            key: 'attachments', label: counted(t('common:field.attachments'), content.attachments.length),
            children: <AttachmentList attachments={content.attachments} editing={editing} onChange={(attachments) => session.change({ attachments })} />,
          },
        ]}
      />
    </aside>
  )
}

/** Which record is on a side, and what becomes of it. */
import { useTranslation } from 'react-i18next'
import { StageTag } from '#renderer/ui/marks/StageTag'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { formatMoment } from '#renderer/ui/format'
import type { RecordFile } from '#shared/model/record'
import styles from './merge.module.css'

export const SideHead = ({ record: { content, revision }, stays }: { record: RecordFile; stays: boolean }) => {
  const { t } = useTranslation('duplicates')
  return (
    <th scope="col">
      <div className={styles.side}>
        <p className={styles.fate} data-stays={stays}>{t(stays ? 'mergePage.stays' : 'mergePage.goes')}</p>
        <p className={styles.sideTitle}><TypeMark type={content.type} size={18} /><strong dir="auto" title={content.title}>{content.title}</strong></p>
        <p className={styles.sideAbout}><span>{content.number}</span><span>{content.team || content.unit}</span><StageTag stage={content.stage} type={content.type} /><time dateTime={revision.at}>{formatMoment(revision.at)}</time></p>
      </div>
    </th>
  )
}

/** One link to another record: its title as it is now, how the two stand, and whether one revision of it is meant. */
import { Button, Select, Tooltip } from 'antd'
import { Pin, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '#renderer/ui/format'
import type { RecordRow } from '#shared/contract/records'
import type { RecordLink } from '#shared/model/record'
import styles from '../side/SidePanel.module.css'
import { choosableRelations, isLasting } from './recordLinks'
import { RecordName } from './RecordName'

interface LinkItemProps {
  link: RecordLink
  /** Undefined where the record is not here. */
  row: RecordRow | undefined
  /** What the author may do to the link; without it, it is read. */
  edit?: { setRelation: (relation: RecordLink['relation']) => void; remove: () => void }
}

const PinMark = () => {
  const { t } = useTranslation('record')
  return <Tooltip title={t('links.pinnedText')}><span className={styles.pin} role="img" aria-label={t('links.pinned')}><Pin size={13} /></span></Tooltip>
}

export const LinkItem = ({ link, row, edit }: LinkItemProps) => {
  const { t } = useTranslation(['record', 'common'])
  const label = row?.title ?? t('side.linkMissing')
  return (
    <li className={styles.link} data-editing={edit !== undefined || undefined} title={row && `${row.number}　${formatMoment(row.updatedAt)}`}>
      {row ? <RecordName row={row} /> : <span className={styles.none}>{t('side.linkMissing')}</span>}
      {link.revisionId !== undefined && <PinMark />}
      {edit && !isLasting(link.relation)
        ? <>
          <Select
            size="small" variant="borderless" className={styles.relate ?? ''} aria-label={t('links.relationTo', { label })} value={link.relation} popupMatchSelectWidth={false}
            options={choosableRelations.map((value) => ({ value, label: t(`common:relation.${value}`) }))} onChange={edit.setRelation}
          />
          <Button type="text" size="small" icon={<X size={14} />} aria-label={t('links.removeNamed', { label })} onClick={edit.remove} />
        </>
        : <span className={styles.relation}>{t(`common:relation.${link.relation}`)}</span>}
    </li>
  )
}

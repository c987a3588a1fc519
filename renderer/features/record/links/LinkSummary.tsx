/** The links among a record's details: those that go out, then those that come in, in few words. */
import { Button } from 'antd'
import { Link2, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RecordLink } from '#shared/model/record'
import styles from '../side/SidePanel.module.css'
import { BacklinkItem } from './BacklinkItem'
import { LinkItem } from './LinkItem'
import type { LinkedRows } from './useLinkedRows'

/** More than these are looked at in their own tab. */
const most = 12

interface LinkSummaryProps {
  links: readonly RecordLink[]
  linked: LinkedRows
  editing: boolean
  /** Goes to the tab where links are made. */
  onAll: () => void
}

export const LinkSummary = ({ links, linked: { rows, linking = [] }, editing, onAll }: LinkSummaryProps) => {
  const { t } = useTranslation(['record', 'common'])
  if (links.length + linking.length === 0 && !editing) return null
  const shownIn = linking.slice(0, Math.max(0, most - links.length))
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>
        <Link2 size={14} aria-hidden="true" />{t('common:field.links')}
        <span className={styles.headingMore}>{t('links.out', { count: links.length })}　{t('links.in', { count: linking.length })}</span>
      </h2>
      {rows && (
        <ul className={styles.list}>
          {links.slice(0, most).map((link, index) => <LinkItem key={`${link.to}-${index}`} link={link} row={rows.get(link.to)} />)}
          {shownIn.map((each) => <BacklinkItem key={each.row.id} linking={each} />)}
        </ul>
      )}
      {links.length + linking.length > most && <Button type="link" size="small" className={styles.more ?? ''} onClick={onAll}>{t('links.all')}</Button>}
      {editing && <Button size="small" icon={<Plus size={14} />} onClick={onAll}>{t('links.add')}</Button>}
    </section>
  )
}

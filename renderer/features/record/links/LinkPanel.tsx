/** The tab of links: those that go out, to be changed while editing, who refers to this record, and which records are like it. */
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { RecordLink } from '#shared/model/record'
import styles from '../side/SidePanel.module.css'
import { AddLink } from './AddLink'
import { BacklinkItem } from './BacklinkItem'
import { LinkItem } from './LinkItem'
import { withLink, withoutLink, withRelation } from './recordLinks'
import { SimilarRecords } from './SimilarRecords'
import type { LinkedRows } from './useLinkedRows'

interface LinkPanelProps {
  id: string
  links: readonly RecordLink[]
  linked: LinkedRows
  editing: boolean
  onChange: (links: RecordLink[]) => void
}

export const LinkPanel = ({ id, links, linked: { rows, linking, error, retry }, editing, onChange }: LinkPanelProps) => {
  const { t } = useTranslation('record')
  return (
    <>
      {error && <ErrorPanel error={error} what={t('side.linksNotRead')} onRetry={retry} />}
      <h2 className={styles.heading}>{t('links.outTitle')}<span className={styles.headingMore}>{links.length}</span></h2>
      {links.length === 0 && <p className={styles.none}>{t('side.noLinks')}</p>}
      {rows && (
        <ul className={styles.list}>
          {links.map((link, index) => (
            <LinkItem
              key={`${link.to}-${index}`} link={link} row={rows.get(link.to)}
              {...editing && { edit: { setRelation: (relation) => onChange(withRelation(links, link, relation)), remove: () => onChange(withoutLink(links, link)) } }}
            />
          ))}
        </ul>
      )}
      {editing && <AddLink id={id} links={links} onAdd={(to, relation) => onChange(withLink(links, to, relation))} />}
      <section className={styles.part}>
        <h2 className={styles.heading}>{t('links.inTitle')}<span className={styles.headingMore}>{linking?.length}</span></h2>
        {linking?.length === 0 && <p className={styles.none}>{t('links.noneIn')}</p>}
        <ul className={styles.list}>{linking?.map((each) => <BacklinkItem key={each.row.id} linking={each} />)}</ul>
      </section>
      <SimilarRecords id={id} />
    </>
  )
}

/** The records that this one links to, by their titles as they are now. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { RecordContent } from '#shared/model/record'
import styles from './SidePanel.module.css'

export const LinkList = ({ links }: { links: RecordContent['links'] }) => {
  const { t } = useTranslation(['record', 'common'])
  const { openRecord } = useNavigation()
  const ids = [...new Set(links.map((link) => link.to))].slice(0, 500)
  const query = useQuery({ ...api.records.rows.queryOptions({ input: { ids } }), enabled: ids.length > 0, placeholderData: keepPreviousData })
  if (links.length === 0) return <p className={styles.none}>{t('side.noLinks')}</p>
  if (query.error) return <ErrorPanel error={query.error} what={t('side.linksNotRead')} onRetry={() => { void query.refetch() }} />
  if (!query.data) return null
  const rows = new Map(query.data.map((row) => [row.id, row]))
  return (
    <ul className={styles.list}>
      {links.map(({ to, relation }, index) => {
        const row = rows.get(to)
        return (
          <li key={`${to}-${index}`} className={styles.link}>
            {row
              ? <><TypeMark type={row.type} size={18} /><button type="button" className={styles.open} onClick={() => openRecord(to)}>{row.title}</button></>
              : <span className={styles.none}>{t('side.linkMissing')}</span>}
            <span className={styles.relation}>{t(`common:relation.${relation}`)}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** Links another record: how the two stand, then a search for it; choosing it makes the link. */
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFoundRecords } from '#renderer/features/find-record'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { RecordLink } from '#shared/model/record'
import styles from '../side/SidePanel.module.css'
import { choosableRelations, hasLink } from './recordLinks'

interface AddLinkProps {
  /** This record, which is not offered to itself. */
  id: string
  links: readonly RecordLink[]
  onAdd: (to: string, relation: RecordLink['relation']) => void
}

export const AddLink = ({ id, links, onAdd }: AddLinkProps) => {
  const { t } = useTranslation(['record', 'common', 'search'])
  const [relation, setRelation] = useState<RecordLink['relation']>('related')
  const [typed, setTyped] = useState('')
  const { rows, isEmpty, isSearching, error, retry } = useFoundRecords(typed, id)
  const isLinked = (to: string): boolean => hasLink(links, to, relation)
  return (
    <>
      <div className={styles.addLink}>
        <Select
          size="small" className={styles.relate ?? ''} aria-label={t('links.relation')} value={relation} popupMatchSelectWidth={false}
          options={choosableRelations.map((value) => ({ value, label: t(`common:relation.${value}`) }))} onChange={setRelation}
        />
        <Select
          size="small" className={styles.find ?? ''} aria-label={t('links.find')} placeholder={t('links.findHint')} value={null} popupMatchSelectWidth={360}
          showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }} notFoundContent={isEmpty ? t('links.typeToFind') : isSearching ? t('common:loading') : error ? null : t('links.none')}
          options={rows.map((row) => ({ value: row.id, label: row.title, row, disabled: isLinked(row.id) }))}
          optionRender={({ data: { row } }) => (
            <span className={styles.option}><TypeMark type={row.type} size={16} /><span className={styles.optionTitle}>{row.title}</span><span className={styles.relation}>{isLinked(row.id) ? t('links.linked') : row.number}</span></span>
          )}
          onChange={(to: string | null) => { if (to !== null) { onAdd(to, relation); setTyped('') } }}
        />
      </div>
      {error && <ErrorPanel error={error} what={t('search:failed')} onRetry={retry} />}
    </>
  )
}

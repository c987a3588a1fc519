/** What the list is narrowed to, a chip for each, and what it is sorted by. */
import { Button, Dropdown } from 'antd'
import { ArrowDownWideNarrow, ArrowUpNarrowWide, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { RecordSort } from '#shared/contract/records'
import { useFacetLabel } from './facetLabel'
import { chosenValues, toggleFacet, type List } from './listState'
import styles from './LibraryPage.module.css'

const orders = RecordSort.shape.by.options

/** Newest and latest first where time or number counts, from the beginning where words do. */
const beginsDescending = (by: RecordSort['by']): boolean => by === 'date' || by === 'updatedAt' || by === 'number'

export const FilterBar = ({ list }: { list: List }) => {
  const { t } = useTranslation(['library-list', 'common'])
  const label = useFacetLabel()
  const { by, descending } = list.sort
  const nameOf = (order: RecordSort['by']): string => t(order === 'unit' ? 'common:facet.unit' : `common:field.${order}`)
  const choose = (next: RecordSort['by']): void => list.order({ by: next, descending: next === by ? !descending : beginsDescending(next) })
  return (
    <div className={styles.bar}>
      <ul className={styles.chips} aria-label={t('chosen')}>
        {chosenValues(list.facets).map(({ facet, value }) => (
          <li key={`${facet} ${value}`} className={styles.chip}>
            {t('chip', { facet: t(`common:facet.${facet}`), value: label(facet, value) })}
            <button type="button" aria-label={t('unchoose', { value: label(facet, value) })} onClick={() => list.choose(toggleFacet(list.facets, facet, value))}><X size={12} aria-hidden="true" /></button>
          </li>
        ))}
      </ul>
      <Dropdown
        trigger={['click']}
        menu={{ items: orders.map((key) => ({ key, label: nameOf(key), onClick: () => choose(key) })), selectable: true, selectedKeys: [by] }}
      >
        <Button type="text" size="small" icon={descending ? <ArrowDownWideNarrow size={15} /> : <ArrowUpNarrowWide size={15} />}>{t('sortedBy', { field: nameOf(by) })}</Button>
      </Dropdown>
    </div>
  )
}

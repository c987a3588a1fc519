/** What the list is narrowed to, a chip for each; what it is sorted and grouped by, and which columns it has. */
import { Button, Dropdown } from 'antd'
import { ArrowDownWideNarrow, ArrowUpNarrowWide, Rows3, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { sortNames } from '#shared/contract/records'
import { ColumnPicker } from './columns/ColumnPicker'
import type { ChosenColumns } from './columns/useChosenColumns'
import { chosenValues, toggleFacet, type List } from './listState'
import { columnName } from './table/columnName'
import type { ListFields } from './useListFields'
import styles from './LibraryPage.module.css'

/** Newest and latest first where time or number counts, from the beginning where words do. */
const beginsDescending = (by: string): boolean => by === 'date' || by === 'updatedAt' || by === 'number'

/** The key of the menu's first item; no field has it. */
const ungrouped = ''

interface FilterBarProps { list: List; fields: ListFields; columns: ChosenColumns }

export const FilterBar = ({ list, fields, columns }: FilterBarProps) => {
  const { t } = useTranslation(['library-list', 'common'])
  const { facets, sort: { by, descending }, group } = list.query
  const orders = [...sortNames, ...fields.fields.map(({ key }) => key)]
  const orderName = (key: string): string => columnName(key, fields.nameOf, t)
  const choose = (next: string): void => list.order({ by: next, descending: next === by ? !descending : beginsDescending(next) })
  return (
    <div className={styles.bar}>
      <ul className={styles.chips} aria-label={t('chosen')}>
        {chosenValues(facets).map(({ facet, value }) => (
          <li key={`${facet} ${value}`} className={styles.chip}>
            {t('chip', { facet: fields.nameOf(facet), value: fields.valueName(facet, value) })}
            <button type="button" aria-label={t('unchoose', { value: fields.valueName(facet, value) })} onClick={() => list.choose(toggleFacet(facets, facet, value))}><X size={12} aria-hidden="true" /></button>
          </li>
        ))}
      </ul>
      <Dropdown
        trigger={['click']}
        menu={{ items: orders.map((key) => ({ key, label: orderName(key), onClick: () => choose(key) })), selectable: true, selectedKeys: [by] }}
      >
        <Button type="text" size="small" icon={descending ? <ArrowDownWideNarrow size={15} /> : <ArrowUpNarrowWide size={15} />}>{t('sortedBy', { field: orderName(by) })}</Button>
      </Dropdown>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: ungrouped, label: t('group.none'), onClick: () => { list.groupBy(undefined) } },
            ...fields.groups.map((key) => ({ key, label: fields.nameOf(key), onClick: () => { list.groupBy(key) } })),
          ],
          selectable: true, selectedKeys: [group ?? ungrouped],
        }}
      >
        <Button type="text" size="small" icon={<Rows3 size={15} />}>{group === undefined ? t('group.none') : t('group.by', { field: fields.nameOf(group) })}</Button>
      </Dropdown>
      <ColumnPicker {...columns} />
    </div>
  )
}

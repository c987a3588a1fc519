/** Adoptions in a table: who takes up what, how far it is, and what is to be known of it. */
import { Button, Table, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { StageTag } from '#renderer/ui/marks/StageTag'
import { useNavigation } from '#renderer/ui/navigation'
import { useEditionName } from '#renderer/ui/useEditionName'
import type { AdoptionRow } from '#shared/contract/adoptions'
import { StandingMarks } from '../StandingMark'
import { unitOf } from '../unitOf'
import styles from './list.module.css'

const pageSize = 100

/** `all`: also those that are not shown, which one of these may repeat. */
export const AdoptionTable = ({ adoptions, all }: { adoptions: readonly AdoptionRow[]; all: readonly AdoptionRow[] }) => {
  const { t } = useTranslation('adoptions')
  const { openRecord } = useNavigation()
  const editionName = useEditionName()
  const titles = useMemo(() => new Map(all.map(({ row }) => [row.id, row.title])), [all])
  const columns: TableColumnsType<AdoptionRow> = [
    {
      key: 'unit', title: t('column.unit'), width: 170, sorter: (a, b) => unitOf(a).localeCompare(unitOf(b), 'zh-CN'),
      render: (_, adoption) => <button type="button" className={styles.link} title={adoption.row.title} onClick={() => { openRecord(adoption.row.id) }}>{unitOf(adoption)}</button>,
    },
    {
      key: 'product', title: t('column.product'), sorter: (a, b) => a.productTitle.localeCompare(b.productTitle, 'zh-CN'),
      render: (_, { productTitle, productId, standing }) => (productId !== null && standing !== 'unknownProduct'
        ? <button type="button" className={styles.link} onClick={() => { openRecord(productId) }}>{productTitle}</button>
        : <span className={styles.unknown}>{productTitle || t('list.unknownProduct')}</span>),
    },
    { key: 'edition', title: t('column.edition'), width: 84, render: (_, { edition }) => (edition === null ? '—' : editionName(edition)) },
    { key: 'stage', title: t('column.stage'), width: 124, render: (_, { row }) => <StageTag stage={row.stage} /> },
    { key: 'standing', title: t('column.standing'), width: 170, render: (_, adoption) => <Standing adoption={adoption} titles={titles} /> },
    { key: 'verdict', title: t('column.verdict'), width: 116, render: (_, { verdict }) => (verdict === null ? '—' : t(`verdict.${verdict}`)) },
    { key: 'planned', title: t('column.planned'), width: 104, align: 'end', sorter: (a, b) => a.plannedDate.localeCompare(b.plannedDate), render: (_, { plannedDate }) => plannedDate || '—' },
    { key: 'actual', title: t('column.actual'), width: 104, align: 'end', sorter: (a, b) => a.actualDate.localeCompare(b.actualDate), render: (_, { actualDate }) => actualDate || '—' },
  ]
  return (
    <Table
      size="small" rowKey={({ row }) => row.id} columns={columns} dataSource={[...adoptions]} className={styles.table ?? ''} sticky scroll={{ x: 1100 }}
      pagination={adoptions.length > pageSize && { pageSize, showSizeChanger: false, size: 'small' }}
    />
  )
}

/** What repeats another is counted once; the way to make one of the two. */
const Standing = ({ adoption, titles }: { adoption: AdoptionRow; titles: ReadonlyMap<string, string> }) => {
  const { t } = useTranslation('adoptions')
  const { openMerge } = useNavigation()
  const { countedBy, row } = adoption
  return (
    <>
      <StandingMarks adoption={adoption} />
      {countedBy !== null && (
        <p className={styles.repeated}>{t('list.repeats', { title: titles.get(countedBy) ?? countedBy })}<Button type="link" size="small" onClick={() => { openMerge(countedBy, row.id) }}>{t('list.merge')}</Button></p>
      )}
    </>
  )
}

/** Offers the fields that the tool's text already holds: a table's head, its rows, its first column, or items to tick. */
import { Button, Dropdown, type MenuProps } from 'antd'
import { ChevronDown, Table } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Body } from '#shared/model/body/body'
import type { FormField } from '#shared/model/forms/form'
import { checksFromColumn, checksFromText, fieldsFromHead, rowsFromHead, tablesIn } from '#shared/model/forms/fromText'

/** `readBody` answers with the text as it is now, also while it is written. */
export const TakeFromText = ({ readBody, onTake }: { readBody: () => Body; onTake: (fields: FormField[]) => void }) => {
  const { t } = useTranslation('filled')
  const body = readBody()
  const items = checksFromText(body)
  const tables = tablesIn(body).map(({ id, label, table }) => ({ id, label, head: fieldsFromHead(table), rows: rowsFromHead(table, label), checks: checksFromColumn(table) }))
  const offer = (key: string, label: string, fields: FormField[]) => (fields.length === 0 ? [] : [{ key, label, onClick: () => onTake(fields) }])
  const menu: MenuProps['items'] = [
    ...offer('items', t('take.items', { count: items.filter(({ kind }) => kind === 'check').length }), items),
    ...tables.map(({ id, label, head, rows, checks }) => ({
      key: id, type: 'group' as const, label: t('take.table', { label }),
      children: [
        ...offer(`${id} checks`, t('take.checks', { count: checks.length }), checks), ...offer(`${id} head`, t('take.head', { count: head.length }), head),
        ...offer(`${id} rows`, t('take.rows', { count: rows[0]?.columns?.length ?? 0 }), rows),
      ],
    })),
  ]
  if (menu.length === 0) return null
  return (
    <Dropdown menu={{ items: menu }} trigger={['click']}>
      <Button size="small" icon={<Table size={14} />} aria-haspopup="menu">{t('take.button')}<ChevronDown size={13} aria-hidden="true" /></Button>
    </Dropdown>
  )
}

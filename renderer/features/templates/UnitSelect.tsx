/** Which unit a template is for: every one, or one of the tree with those below it. */
import { useQuery } from '@tanstack/react-query'
import { TreeSelect } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import type { UnitNode } from '#shared/model/library'

interface TreeItem { value: string; title: string; children: TreeItem[] }

/** A name stands in the tree once: a template names its unit. */
const toTree = (units: readonly UnitNode[], seen: Set<string>): TreeItem[] => units.flatMap(({ name, children = [] }) => {
  const isNew = !seen.has(name)
  seen.add(name)
  const below = toTree(children, seen)
  return isNew ? [{ value: name, title: name, children: below }] : below
})

interface UnitSelectProps { id: string; value: string; onChange: (unit: string) => void }

export const UnitSelect = ({ id, value, onChange }: UnitSelectProps) => {
  const { t } = useTranslation('templates')
  const library = useQuery(api.library.current.queryOptions()).data?.library
  const seen = new Set<string>()
  const tree = library ? toTree(library.vocabularies.units, seen) : []
  // The owner may stand in no tree, and a unit that a template is for may be gone from it.
  const further = [...new Set([library?.unit.name ?? '', value])].filter((name) => name !== '' && !seen.has(name))
  const treeData = [{ value: '', title: t('everyUnit'), children: [] }, ...further.map((name) => ({ value: name, title: name, children: [] })), ...tree]
  return <TreeSelect id={id} value={value} treeData={treeData} treeDefaultExpandAll showSearch={{ treeNodeFilterProp: 'title' }} onChange={(unit: string) => { onChange(unit) }} />
}

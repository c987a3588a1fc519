/** What the list of adoptions can be narrowed to, with what there is of each. */
import { Button, Segmented, Select } from 'antd'
import { X } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { adoptionKinds, type AdoptionChoice } from '#renderer/ui/navigation'
import type { AdoptionRow } from '#shared/contract/adoptions'
import { verdicts } from '#shared/model/product/adoption'
import { stagesOf } from '#shared/model/recordTypes'
import { unitOf } from '../unitOf'
import { filtered, isNarrowed } from './filters'
import styles from './list.module.css'

interface AdoptionFiltersProps { adoptions: readonly AdoptionRow[]; filter: AdoptionChoice; onFilter: (filter: AdoptionChoice) => void }

export const AdoptionFilters = ({ adoptions, filter, onFilter }: AdoptionFiltersProps) => {
  const { t } = useTranslation(['adoptions', 'common'])
  const products = useMemo(() => [...new Map(adoptions.flatMap(({ productId, productTitle }) => (productId === null ? [] : [[productId, productTitle] as const])))], [adoptions])
  const units = useMemo(() => [...new Set(adoptions.map(unitOf))].sort((a, b) => a.localeCompare(b, 'zh-CN')), [adoptions])
  const countOf = (which: AdoptionChoice['only']): number => filtered(adoptions, { ...filter, only: which }).length
  const options = [
    { key: 'product', width: 240, options: products.map(([value, title]) => ({ value, label: title || value })) },
    { key: 'unit', width: 150, options: units.map((value) => ({ value, label: value })) },
    { key: 'stage', width: 110, options: stagesOf('adoption').map((value) => ({ value, label: t(`common:stage.${value}`) })) },
    { key: 'verdict', width: 140, options: [...verdicts, 'none'].map((value) => ({ value, label: t(`verdict.${value}`) })) },
  ] as const
  const offered = adoptionKinds.filter((which) => which === filter.only || countOf(which) > 0)
  return (
    <div className={styles.filters}>
      {offered.length > 0 && <Segmented<(typeof adoptionKinds)[number] | 'all'>
        size="small" aria-label={t('list.only')} value={filter.only ?? 'all'}
        onChange={(value) => { onFilter({ ...filter, only: value === 'all' ? undefined : value }) }}
        options={[{ value: 'all', label: t('only.all') }, ...offered.map((value) => ({ value, label: `${t(`only.${value}`)} ${String(countOf(value))}` }))]}
      />}
      {options.map(({ key, width, options: words }) => (
        <Select<string>
          key={key} size="small" allowClear showSearch={{ optionFilterProp: 'label' }} style={{ width }} aria-label={t(`column.${key}`)} placeholder={t(`column.${key}`)} value={filter[key] ?? null} options={[...words]}
          onChange={(value: string | undefined) => { onFilter({ ...filter, [key]: value }) }}
        />
      ))}
      {isNarrowed(filter) && <Button size="small" type="text" icon={<X size={14} />} onClick={() => { onFilter({}) }}>{t('list.none.clear')}</Button>}
    </div>
  )
}

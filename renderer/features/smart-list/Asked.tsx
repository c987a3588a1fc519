/** What a smart list asks, in words: what was typed, what it is narrowed to, its order. */
import { useTranslation } from 'react-i18next'
import { useFacetLabel } from '#renderer/features/library-list'
import type { SearchFacet, SearchRequest } from '#shared/contract/search'
import { chosenFilters } from './request'
import styles from './SmartListPage.module.css'

export const Asked = ({ request: { text, filters = {}, sort = 'relevance' } }: { request: SearchRequest }) => {
  const { t } = useTranslation(['smart-list', 'common'])
  const label = useFacetLabel()
  const nameOf = (facet: SearchFacet): string => (facet === 'type' ? t('type') : t(`common:facet.${facet}`))
  const valueOf = (facet: SearchFacet, value: string): string => (facet === 'type' ? t(`common:type.${value}`, { defaultValue: value }) : label(facet, value))
  const parts = [
    ...(text.trim() === '' ? [] : [{ name: t('words'), value: text }]),
    ...chosenFilters(filters).map(({ facet, values }) => ({ name: nameOf(facet), value: values.map((value) => valueOf(facet, value)).join(t('or')) })),
    { name: t('order'), value: t(`sort.${sort}`) },
  ]
  return (
    <dl className={styles.asked} aria-label={t('asked')}>
      {parts.flatMap(({ name, value }) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name} title={value}>{value}</dd>])}
    </dl>
  )
}

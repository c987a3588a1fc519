/** What the results can be narrowed to, counted over all of them. */
import { useTranslation } from 'react-i18next'
import type { FacetValues, SearchFilters } from '#shared/contract/search'
import { isNarrowed, toggleFacet } from '../typedSearch'
import { FacetGroup } from './FacetGroup'
import { shownFacets } from './facetValues'
import styles from './Facets.module.css'

interface FacetsProps { found: FacetValues; chosen: SearchFilters; onChange: (chosen: SearchFilters) => void }

export const Facets = ({ found, chosen, onChange }: FacetsProps) => {
  const { t } = useTranslation('search')
  const shown = shownFacets(found, chosen)
  if (shown.length === 0) return <div />
  return (
    <div className={styles.facets} role="group" aria-label={t('filter')}>
      <div className={styles.head}>
        <h2>{t('filter')}</h2>
        {isNarrowed(chosen) && <button type="button" className={styles.clear} onClick={() => onChange({})}>{t('clearFilters')}</button>}
      </div>
      {shown.map(({ facet, values }) => (
        <FacetGroup key={facet} facet={facet} values={values} chosen={chosen[facet] ?? []} onToggle={(value) => onChange(toggleFacet(chosen, facet, value))} />
      ))}
    </div>
  )
}

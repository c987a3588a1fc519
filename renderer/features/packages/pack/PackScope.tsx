/** What of the chosen records goes in: all, or only what changed since an earlier package to the same unit; and files up to which size. */
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { formatBytes, formatMoment } from '#renderer/ui/format'
import type { Terms } from './PackTerms'
import { sentTo } from './recipients'
import styles from './pack.module.css'

const megabyte = 1024 * 1024
/** What mail and sticks usually take. */
const sizes = [5, 20, 100, 500].map((count) => count * megabyte)

export const PackScope = ({ value, onChange }: { value: Terms; onChange: (value: Terms) => void }) => {
  const { t } = useTranslation('packages')
  const exchanges = useQuery(api.packages.exchanges.queryOptions()).data ?? []
  const earlier = sentTo(exchanges, value)
  return (
    <span className={styles.scope}>
      {earlier.length > 0 && (
        <Select
          size="small" variant="filled" aria-label={t('terms.since')} value={value.since ?? ''} onChange={(since) => { onChange({ ...value, since: since === '' ? null : since }) }} popupMatchSelectWidth={false}
          options={[{ value: '', label: t('terms.whole') }, ...earlier.map(({ packageId, at, title }) => ({ value: packageId ?? '', label: t('terms.sinceOne', { time: formatMoment(at), title }) }))]}
        />
      )}
      <Select
        size="small" variant="filled" aria-label={t('terms.largest')} value={value.largest ?? 0} onChange={(largest) => { onChange({ ...value, largest: largest === 0 ? null : largest }) }} popupMatchSelectWidth={false}
        options={[{ value: 0, label: t('terms.anySize') }, ...sizes.map((size) => ({ value: size, label: t('terms.upTo', { size: formatBytes(size) }) }))]}
      />
    </span>
  )
}

/** Whom a package is for, what for and on what terms; and what stays out since they have it, or since it is too large. */
import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Input, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { formatBytes, formatMoment } from '#renderer/ui/format'
import { longestPackageTerms } from '#shared/contract/packages'
import type { ExchangeFile } from '#shared/model/exchange'
import styles from './pack.module.css'

/** `since` is the package that this one goes on from; `largest` in bytes. */
export interface Terms { unit: string; purpose: string; licence: string; since: string | null; largest: number | null }

export const noTerms: Terms = { unit: '', purpose: '', licence: '', since: null, largest: null }

const megabyte = 1024 * 1024
/** What mail and sticks usually take. */
const sizes = [5, 20, 100, 500].map((count) => count * megabyte)

const contains = (typed: string, option: { value: string } | undefined): boolean => option?.value.includes(typed) === true

/** The packages that went to a unit, latest first. */
const sentTo = (exchanges: readonly ExchangeFile[], unit: string): ExchangeFile[] =>
  exchanges.filter(({ direction, form, packageId, recipient }) => direction === 'sent' && form === 'package' && packageId !== null && recipient?.unit === unit)

export const PackTerms = ({ value, onChange }: { value: Terms; onChange: (value: Terms) => void }) => {
  const { t } = useTranslation('packages')
  const id = useId()
  const units = useQuery(api.vocabularies.list.queryOptions({ input: { kind: 'units' } })).data ?? []
  const exchanges = useQuery(api.packages.exchanges.queryOptions()).data ?? []
  const known = [...new Set([...exchanges.flatMap(({ recipient }) => recipient?.unit ?? []), ...units.map(({ name }) => name)])]
  const earlier = value.unit.trim() === '' ? [] : sentTo(exchanges, value.unit.trim())
  const type = (changes: Partial<Terms>): void => { onChange({ ...value, ...changes }) }
  return (
    <div className={styles.terms}>
      <div className={styles.title}>
        <label htmlFor={`${id}-unit`}>{t('terms.recipient')}</label>
        <AutoComplete
          id={`${id}-unit`} value={value.unit} maxLength={100} placeholder={t('terms.recipientExample')} options={known.map((unit) => ({ value: unit }))} showSearch={{ filterOption: contains }}
          onChange={(unit: string | undefined) => { type({ unit: unit ?? '', since: null }) }}
        />
      </div>
      <div className={styles.title}>
        <label htmlFor={`${id}-largest`}>{t('terms.largest')}</label>
        <Select
          id={`${id}-largest`} value={value.largest ?? 0} onChange={(largest) => { type({ largest: largest === 0 ? null : largest }) }}
          options={[{ value: 0, label: t('terms.anySize') }, ...sizes.map((size) => ({ value: size, label: t('terms.upTo', { size: formatBytes(size) }) }))]}
        />
      </div>
      {earlier.length > 0 && (
        <div className={styles.wide}>
          <label htmlFor={`${id}-since`}>{t('terms.since')}</label>
          <Select
            id={`${id}-since`} value={value.since ?? ''} onChange={(since) => { type({ since: since === '' ? null : since }) }}
            options={[{ value: '', label: t('terms.whole') }, ...earlier.map(({ packageId, at, title }) => ({ value: packageId ?? '', label: t('terms.sinceOne', { time: formatMoment(at), title }) }))]}
          />
        </div>
      )}
      <div className={styles.title}>
        <label htmlFor={`${id}-purpose`}>{t('terms.purpose')}</label>
        <Input.TextArea id={`${id}-purpose`} value={value.purpose} maxLength={longestPackageTerms} autoSize={{ minRows: 1, maxRows: 4 }} placeholder={t('terms.purposeExample')} onChange={(event) => { type({ purpose: event.target.value }) }} />
      </div>
      <div className={styles.title}>
        <label htmlFor={`${id}-licence`}>{t('terms.licence')}</label>
        <Input.TextArea id={`${id}-licence`} value={value.licence} maxLength={longestPackageTerms} autoSize={{ minRows: 1, maxRows: 4 }} placeholder={t('terms.licenceExample')} onChange={(event) => { type({ licence: event.target.value }) }} />
      </div>
    </div>
  )
}

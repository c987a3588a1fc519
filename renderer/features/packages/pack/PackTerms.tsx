/** What a package is called, whom it is for, what for and on what terms. */
import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { useTrusted } from '#renderer/features/keys'
import { longestPackageTerms, longestPackageTitle } from '#shared/contract/packages'
import { knownRecipients, namedBy, recipientText, type Recipient } from './recipients'
import styles from './pack.module.css'

/** `libraryId` where it is known which library is the unit's; `since` is the package that this one goes on from; `largest` in bytes. */
export interface Terms { unit: string; libraryId: string | null; purpose: string; licence: string; since: string | null; largest: number | null }

export const noTerms: Terms = { unit: '', libraryId: null, purpose: '', licence: '', since: null, largest: null }

const contains = (typed: string, option: { value: string } | undefined): boolean => option?.value.includes(typed) === true

interface PackTermsProps {
  /** The title as it stands in its field, and what is wrong with it. */
  title: string
  isNameless: boolean
  onTitle: (title: string) => void
  value: Terms
  onChange: (value: Terms) => void
}

export const PackTerms = ({ title, isNameless, onTitle, value, onChange }: PackTermsProps) => {
  const { t } = useTranslation('packages')
  const id = useId()
  const type = (changes: Partial<Terms>): void => { onChange({ ...value, ...changes }) }
  return (
    <div className={styles.terms}>
      <div className={styles.term}>
        <label htmlFor={`${id}-title`}>{t('pack.name')}</label>
        <Input id={`${id}-title`} value={title} status={isNameless ? 'error' : ''} maxLength={longestPackageTitle} onChange={(event) => { onTitle(event.target.value) }} />
        {isNameless && <p className={styles.nameless} role="alert">{t('pack.nameMissing')}</p>}
      </div>
      <RecipientField value={value} onChange={type} />
      <div className={styles.term}>
        <label htmlFor={`${id}-purpose`}>{t('terms.purpose')}</label>
        <Input.TextArea id={`${id}-purpose`} value={value.purpose} maxLength={longestPackageTerms} autoSize={{ minRows: 1, maxRows: 4 }} placeholder={t('terms.purposeExample')} onChange={(event) => { type({ purpose: event.target.value }) }} />
      </div>
      <div className={styles.term}>
        <label htmlFor={`${id}-licence`}>{t('terms.licence')}</label>
        <Input.TextArea id={`${id}-licence`} value={value.licence} maxLength={longestPackageTerms} autoSize={{ minRows: 1, maxRows: 4 }} placeholder={t('terms.licenceExample')} onChange={(event) => { type({ licence: event.target.value }) }} />
      </div>
    </div>
  )
}

const RecipientField = ({ value, onChange }: { value: Terms; onChange: (changes: Partial<Terms>) => void }) => {
  const { t } = useTranslation('packages')
  const id = useId()
  const units = useQuery(api.vocabularies.list.queryOptions({ input: { kind: 'units' } })).data ?? []
  const exchanges = useQuery(api.packages.exchanges.queryOptions()).data ?? []
  const trusted = useTrusted().data ?? []
  const own = useQuery(api.library.current.queryOptions()).data?.library.id
  const known = knownRecipients({ exchanges, trusted, units: units.map(({ name }) => name), own })
  const library = known.find((each) => each.library?.id === value.libraryId)?.library
  const name = (text: string): void => { onChange({ ...namedBy(text, known), since: null }) }
  return (
    <div className={styles.term}>
      <label htmlFor={id}>{t('terms.recipient')}{library && library.name !== value.unit.trim() && <span className={styles.library}>{t('terms.library', { name: library.name })}</span>}</label>
      <AutoComplete
        id={id} value={value.unit} maxLength={100} placeholder={t('terms.recipientExample')} showSearch={{ filterOption: contains }}
        options={known.map((each) => ({ value: recipientText(each, known), label: <RecipientOption recipient={each} /> }))}
        onChange={(text: string | undefined) => { name(text ?? '') }}
      />
    </div>
  )
}

const RecipientOption = ({ recipient: { unit, library } }: { recipient: Recipient }) => (
  <span className={styles.option}>{unit}{library && library.name !== unit && <span>{library.name}</span>}</span>
)

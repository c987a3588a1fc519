/** Who prepared, reviewed and approved the coming edition, and when. */
import { useTranslation } from 'react-i18next'
import { FieldInput, type RecordSession } from '#renderer/features/record'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { LibraryFile } from '#shared/model/library'
import type { PlainField } from '#shared/model/fields'
import { signers, type Signer } from '#shared/model/product/releaseGate'
import type { RecordContent } from '#shared/model/record'
import { recordTypes } from '#shared/model/recordTypes'
import styles from './Gate.module.css'

const dates = { preparedBy: 'preparedOn', reviewedBy: 'reviewedOn', approvedBy: 'approvedOn' } as const

export const signerId = (signer: Signer): string => `signer-${signer}`

const fieldOf = (key: string): PlainField | undefined => recordTypes.product.fields.flatMap((field): PlainField[] => (field.key === key && field.kind !== 'rows' ? [field] : []))[0]
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

interface SignersProps { session: RecordSession; content: RecordContent; editing: boolean; vocabularies: LibraryFile['vocabularies'] | undefined; outlined: Signer | undefined }

export const Signers = ({ session, content: { fields }, editing, vocabularies, outlined }: SignersProps) => {
  const { t } = useTranslation('product')
  const language = useLanguage()
  const input = (key: string) => {
    const field = fieldOf(key)
    return field && (
      <span id={`${key}-input`}>
        <span id={`${key}-name`} hidden>{field.title[language]}</span>
        <FieldInput field={field} value={fields[key]} labelledBy={`${key}-name`} vocabularies={vocabularies} session={session} onChange={(value) => session.change({ fields: { ...session.view().record.content.fields, [key]: value } })} />
      </span>
    )
  }
  return (
    <section className={styles.signers} aria-label={t('signers.title')} data-editing={editing || undefined}>
      <h2>{t('signers.title')}</h2>
      {signers.map((signer) => (
        <div key={signer} id={signerId(signer)} className={styles.signer} data-outlined={outlined === signer || undefined}>
          <span>{t(`signers.${signer}`)}</span>
          {editing ? input(signer) : <span dir="auto">{textOf(fields[signer])}</span>}
          {editing ? input(dates[signer]) : <span>{textOf(fields[dates[signer]]) || t('signers.waiting')}</span>}
        </div>
      ))}
    </section>
  )
}

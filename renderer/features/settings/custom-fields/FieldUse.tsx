/** How many records say something in a field, and how many of these would not fit what it is to become. */
import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { CustomField } from '#shared/model/customFields'
import styles from './customFields.module.css'

interface FieldUseProps {
  before: CustomField
  /** What it is to become; undefined while something is missing. */
  after: CustomField | undefined
}

export const FieldUse = ({ before, after = before }: FieldUseProps) => {
  const { t } = useTranslation('custom-fields')
  const language = useLanguage()
  // What it is called makes no difference; the records of a type that loses it say something still.
  const field = { ...after, title: before.title, types: [...new Set([...before.types, ...after.types])] }
  const { data, error, refetch } = useQuery({ ...api.library.customFieldUse.queryOptions({ input: { field } }), placeholderData: (last) => last })
  if (error) return <ErrorPanel error={error} what={t('notCounted')} onRetry={() => { void refetch() }} />
  if (!data) return <p className={styles.hint} role="status">{t('counting')}</p>
  const number = (count: number) => ({ count, shown: formatCount(count, language) })
  return (
    <div role="status">
      <p className={styles.hint}>{data.records === 0 ? t('unused') : t('used', number(data.records))}</p>
      {data.misfits > 0 && <p className={styles.misfits}><TriangleAlert size={15} aria-hidden="true" /><span>{t('misfits', number(data.misfits))}</span></p>}
    </div>
  )
}

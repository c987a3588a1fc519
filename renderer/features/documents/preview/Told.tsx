/** What a document will be, in words: how many records, which columns, what kind of file. */
import { useQuery } from '@tanstack/react-query'
import { FileSpreadsheet, FolderTree, Globe } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { DocumentSource } from '#shared/contract/documents'
import { useColumnNames } from '../dialog/columnNames'
import styles from '../documents.module.css'
import type { ExportedList } from '../exportRequest'

const icons = { web: Globe, excel: FileSpreadsheet, markdown: FolderTree } as const

export type ToldForm = keyof typeof icons

/** Undefined until they are counted, and for what is no more than one. */
const useRecordCount = (source: DocumentSource): number | undefined => {
  const selection = source.kind === 'records' ? source.selection : undefined
  const ids = useQuery({ ...api.records.ids.queryOptions({ input: { selection: selection ?? { ids: [] } } }), enabled: selection !== undefined }).data
  return selection && ids?.length
}

export const Told = ({ form, source, list }: { form: ToldForm; source: DocumentSource; list: ExportedList | null }) => {
  const { t } = useTranslation('documents')
  const language = useLanguage()
  const count = useRecordCount(source)
  const columns = useColumnNames(form === 'excel' ? list : null)
  const Icon = icons[form]
  return (
    <div className={styles.told} role="region" aria-label={t('preview')}>
      <Icon size={40} strokeWidth={1.2} aria-hidden="true" />
      <h3>{t(`form.${form}`)}</h3>
      {count !== undefined && <p className={styles.strong}>{t('told.count', { count, shown: formatCount(count, language) })}</p>}
      {columns.length > 0 && <p className={styles.columns}>{t('told.columns', { count: columns.length })}<span>{columns.map((name) => <span key={name}>{name}</span>)}</span></p>}
      <ul>{(['one', 'two', 'three'] as const).map((key) => <li key={key}>{t(`told.${form}.${key}`)}</li>)}</ul>
    </div>
  )
}

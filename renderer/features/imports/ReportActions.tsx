/** What to do with a finished import: go on to the library, or take the report along. */
import { Copy } from 'lucide-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import { useNavigation } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { ImportEntry } from '#shared/contract/imports'
import { LibraryType } from '#shared/model/recordTypes'
import { failureText, inOneLine, warningText } from '#shared/text/messages/failureText'
import styles from './ImportReportPage.module.css'
import { shownPath } from './outcomes'

const allEntries = async (jobId: string): Promise<ImportEntry[]> => {
  const entries: ImportEntry[] = []
  for (;;) {
    const { total, entries: more } = await core.imports.report({ jobId, offset: entries.length, limit: 1000 })
    entries.push(...more)
    if (entries.length >= total || more.length === 0) return entries
  }
}

/** The library that the first imported record went to; the job itself does not say. */
const useImportedType = (entries: readonly ImportEntry[]): LibraryType => {
  const id = entries.find(({ recordId }) => recordId !== null)?.recordId ?? undefined
  const rows = useQuery(api.records.rows.queryOptions({ input: { ids: id === undefined ? [] : [id] }, enabled: id !== undefined }))
  return LibraryType.catch('case').parse(rows.data?.[0]?.type)
}

export const ReportActions = ({ jobId, entries }: { jobId: string, entries: readonly ImportEntry[] }) => {
  const { t } = useTranslation('imports')
  const { message } = App.useApp()
  const showError = useErrorDialog()
  const language = useLanguage()
  const navigation = useNavigation()
  const type = useImportedType(entries)

  const line = (entry: ImportEntry): string => {
    const failure = entry.failure && failureText(entry.failure, language)
    const detail = failure ? inOneLine([failure.why, failure.next], language) : [entry.title ?? '', ...entry.warnings.map((warning) => warningText(warning, language))].join('; ')
    return [t(`outcome.${entry.outcome}`), shownPath(entry.path), detail].join('\t')
  }
  const copy = useMutation({
    mutationFn: async () => {
      const header = [t('column.outcome'), t('column.file'), t('column.detail')].join('\t')
      await navigator.clipboard.writeText([header, ...(await allEntries(jobId)).map(line)].join('\n'))
    },
    onSuccess: () => { void message.success(t('copied')) },
    onError: (error) => { showError(error, t('notCopied')) },
  })
  return (
    <div className={styles.actions}>
      <Button icon={<Copy size={15} />} loading={copy.isPending} onClick={() => { copy.mutate() }}>{t('copyReport')}</Button>
      <Button type="primary" onClick={() => { navigation.openLibrary(type) }}>{t('openLibrary', { library: t(`common:library.${type}`) })}</Button>
    </div>
  )
}

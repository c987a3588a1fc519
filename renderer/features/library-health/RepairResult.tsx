/** What the last repair did, and what it could not. */
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { OpenLibrary, RepairReport } from '#shared/contract/library'
import { failureText } from '#shared/text/messages/failureText'
import { placeIn } from './groups'
import styles from './health.module.css'

export const RepairResult = ({ report: { entries, reopen }, library }: { report: RepairReport, library: OpenLibrary }) => {
  const { t } = useTranslation('library-health')
  const language = useLanguage()
  const open = useMutation({ mutationFn: () => core.library.open({ path: library.path, write: true }) })
  const done = entries.filter(({ outcome }) => outcome === 'done').length
  const failed = entries.filter(({ outcome }) => outcome === 'failed')
  return (
    <section className={styles.result} data-failed={failed.length > 0 || undefined} role="status">
      <p className={styles.resultHead}>
        {failed.length > 0 ? <CircleAlert size={15} aria-hidden="true" /> : <CircleCheck size={15} aria-hidden="true" />}
        {t('repaired', { count: done })}{failed.length > 0 && t('notRepaired', { count: failed.length })}
      </p>
      {failed.map(({ path, failure }) => <p key={path} className={styles.detail}>{placeIn(library.path, path)}　{failure && failureText(failure, language).why}</p>)}
      {reopen && library.readOnly && <p className={styles.reopen}>
        {t('reopenText')}<Button size="small" type="primary" loading={open.isPending} onClick={() => { open.mutate() }}>{t('reopen')}</Button>
      </p>}
      {open.isError && <ErrorPanel error={open.error} />}
    </section>
  )
}

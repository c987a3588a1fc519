/** The foot of an opened package: what would be taken in, and the one button that does it. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { PackageCheck } from 'lucide-react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import { formatCount } from '#renderer/ui/format'
import { useNavigation } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { OpenedPackage } from '#shared/contract/packages'
import { whyNot } from './takeChoice'
import styles from './preview.module.css'

export const TakeBar = ({ jobId, opened: { counts } }: { jobId: string; opened: OpenedPackage }) => {
  const { t } = useTranslation('packages')
  const language = useLanguage()
  const { openPackage } = useNavigation()
  const showError = useErrorDialog()
  const isReadOnly = Boolean(useQuery(api.library.current.queryOptions()).data?.readOnly)
  const why = whyNot(counts, isReadOnly)
  const take = useMutation({
    mutationFn: () => core.packages.take({ jobId }), onSuccess: (job) => { openPackage(job.jobId) },
    onError: (error) => { showError(error, t('preview.notTaken')) },
  })
  const count = { count: counts.new, shown: formatCount(counts.new, language) }
  const more = [
    counts.same > 0 && t('take.same', { count: counts.same }),
    counts.differs > 0 && t('take.differs', { count: counts.differs }),
    counts.newEditions > 0 && t('take.editions', { count: counts.newEditions }),
    counts.newAttachments > 0 && t('take.attachments', { count: counts.newAttachments }),
  ].filter((part) => part !== false)
  return (
    <footer className={styles.bar}>
      <strong>{counts.new > 0 ? t('take.will', count) : t('take.nothingNew')}</strong>
      <span className={styles.more}>{more.join('　')}</span>
      {!why && <span className={styles.why}>{t('take.noUndo')}</span>}
      {why && <span className={styles.why} data-why={why} role="status">{t(`take.why.${why}`)}</span>}
      <Button type="primary" icon={<PackageCheck size={15} />} disabled={why !== undefined} loading={take.isPending} onClick={() => { take.mutate() }}>
        {counts.new > 0 || why ? t('take.button', count) : t('take.buttonRest')}
      </Button>
    </footer>
  )
}

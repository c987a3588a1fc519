/** What takes up space and may go: attachments that nothing uses, and files that were set aside. */
import { FolderOpen } from 'lucide-react'
import { Button, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { host } from '#renderer/client/client'
import { useCapabilities } from '#renderer/client/hostCapabilities'
import { formatBytes, formatCount } from '#renderer/ui/format'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { LibraryHealth } from '#shared/contract/library'
import styles from './health.module.css'
import type { HealthJobs } from './useHealthJobs'

export const UnusedCard = ({ jobs: { check, swept, running, startSweep }, canSweep }: { jobs: HealthJobs, canSweep: boolean }) => {
  const { t } = useTranslation('library-health')
  const language = useLanguage()
  if (!check || running) return null
  const { count, bytes } = check.unused
  const size = formatBytes(swept?.bytes ?? bytes)
  const text = swept
    ? swept.unread.length > 0 ? t('unused.unread', { count: swept.unread.length }) : t('unused.swept', { count: swept.removed, shown: formatCount(swept.removed, language), size })
    : count > 0 ? t('unused.found', { count, shown: formatCount(count, language), size }) : t('unused.none')
  return (
    <section className={styles.card} aria-label={t('unused.title')}>
      <header className={styles.groupHead}>
        <div><h2>{t('unused.title')}</h2><p role={swept && 'status'}>{text}</p></div>
        {count > 0 && !swept && canSweep && <Button onClick={() => { startSweep.mutate() }} loading={startSweep.isPending}>{t('unused.sweep', { size })}</Button>}
      </header>
    </section>
  )
}

export const SetAsideCard = ({ setAside: { path, count, bytes } }: { setAside: LibraryHealth['setAside'] }) => {
  const { t } = useTranslation('library-health')
  const language = useLanguage()
  const showError = useErrorDialog()
  const canReveal = useCapabilities()?.reveal === true
  if (count === 0) return null
  return (
    <section className={styles.card} aria-label={t('setAside.title')}>
      <header className={styles.groupHead}>
        <div>
          <h2>{t('setAside.title')}<span>{t('setAside.count', { count, shown: formatCount(count, language), size: formatBytes(bytes) })}</span></h2>
          <p>{t('setAside.text')}</p>
          <p className={styles.path}><Typography.Text copyable={{ text: path }}>{path}</Typography.Text></p>
        </div>
        {canReveal && <Button icon={<FolderOpen size={15} />} onClick={() => { host.reveal({ path }).catch(showError) }}>{t('setAside.open')}</Button>}
      </header>
    </section>
  )
}

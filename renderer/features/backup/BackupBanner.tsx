/** Reminds in the frame that the library is not backed up as it should be: since when, and one button. */
import { ShieldAlert } from 'lucide-react'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '#renderer/ui/format'
import { useNavigation } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { OpenLibrary } from '#shared/contract/library'
import { failureText } from '#shared/text/messages/failureText'
import { reminderOf } from './remind'
import { askForBackups } from './showBackups'
import { useBackupActions, useBackupStatus } from './useBackup'

/** `className` is how the frame shows a banner. */
export const BackupBanner = ({ library, className }: { library: OpenLibrary, className: string | undefined }) => {
  const { t } = useTranslation('backup')
  const language = useLanguage()
  const { openSettings } = useNavigation()
  const showError = useErrorDialog()
  const { run } = useBackupActions()
  const { data: status } = useBackupStatus(!library.readOnly)
  const [now] = useState(() => Date.now())
  const reminder = status && !library.readOnly ? reminderOf(status, library.library.createdAt, now) : undefined
  if (!status || !reminder) return null
  const since = reminder.since === null ? t('banner.noTime') : formatMoment(reminder.since)
  const why = reminder.kind === 'failed' && status.last?.failure ? failureText(status.last.failure, language).why : ''
  const backUp = () => { run.mutate(undefined, { onError: (error) => { showError(error, t('notMade')) } }) }
  return (
    <div className={className} data-tone="ochre" role="status">
      <ShieldAlert size={15} aria-hidden="true" />
      <span>{t(`banner.${reminder.kind}`, { since, why, folder: status.plan?.folder ?? '' })}</span>
      {reminder.kind === 'stale' && status.plan
        ? <Button type="link" size="small" loading={run.isPending} onClick={backUp}>{t('runNow')}</Button>
        : <Button type="link" size="small" onClick={() => { askForBackups(); openSettings('backup') }}>{t(status.plan ? 'banner.show' : 'banner.setUp')}</Button>}
    </div>
  )
}

/** Asks before records are removed for good, and says exactly what goes and what stays. */
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useLanguage } from '#renderer/ui/useLanguage'
import styles from './trash.module.css'

const goes = ['records', 'revisions'] as const
const stays = ['cited', 'editions', 'exchanged', 'attachments', 'numbers'] as const

/** How many records, and filled copies of the tools among them. */
interface Going { count: number; copies: number }

/** `start` begins the job; `title` is the name of the button that was pressed, if it is not that of removing the chosen ones. */
export const useConfirmRemoval = (): ((going: Going, start: () => Promise<unknown>, title?: string) => void) => {
  const { t } = useTranslation(['trash', 'common'])
  const language = useLanguage()
  const { modal } = App.useApp()
  const showError = useErrorDialog()
  return ({ count, copies }, start, title = t('remove')) => {
    const counted = { count, shown: formatCount(count, language) }
    modal.confirm({
      icon: null, width: 520, title: t('confirm.title', counted), okText: title, okButtonProps: { danger: true, type: 'primary' }, cancelText: t('common:cancel'),
      content: (
        <div className={styles.confirm}>
          <h3>{t('confirm.goes')}</h3>
          <ul>{goes.map((key) => <li key={key}>{t(`confirm.${key}`, counted)}</li>)}{copies > 0 && <li>{t('confirm.copies', { count: copies, shown: formatCount(copies, language) })}</li>}</ul>
          <h3>{t('confirm.stays')}</h3>
          <ul>{stays.map((key) => <li key={key}>{t(`confirm.${key}`)}</li>)}</ul>
          <p>{t('confirm.final')}</p>
        </div>
      ),
      onOk: () => start().catch((error: unknown) => { showError(error, t('notRemoved')) }),
    })
  }
}

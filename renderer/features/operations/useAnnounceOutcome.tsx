/** Says what came of an operation, which records were left as they are and why, and offers the way back. */
import { App, Button } from 'antd'
import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { OperationOutcome } from '#shared/contract/operations'
import { KeptList } from './KeptList'

/** Time enough to see that it was the wrong one. */
const shownSeconds = 10

/** `title` says what was done to how many. */
export const useAnnounceOutcome = (): ((outcome: OperationOutcome, title: string) => void) => {
  const { t } = useTranslation('operations')
  const { notification, message } = App.useApp()
  const showError = useErrorDialog()

  const takeBack = async (id: string, isUndo: boolean): Promise<void> => {
    notification.destroy(id)
    try {
      const outcome = await core.operations.undo({ id })
      announce(outcome, t(isUndo ? 'redone' : 'undone', { count: outcome.done }), !isUndo)
    } catch (error) {
      showError(error, t(isUndo ? 'notRedone' : 'notUndone'))
    }
  }

  const announce = ({ operationId, kept, cancelled }: OperationOutcome, title: string, isUndo: boolean): void => {
    if (operationId === null && kept.length === 0) {
      void message.info(t(cancelled ? 'cancelled' : 'unchanged'))
      return
    }
    const show = kept.length > 0 ? notification.warning : notification.success
    show({
      key: operationId ?? 'kept', title: operationId === null ? t('nothingDone') : title, duration: kept.length > 0 ? false : shownSeconds,
      ...kept.length > 0 && { description: <KeptList kept={kept} /> },
      ...operationId !== null && {
        actions: <Button size="small" icon={<Undo2 size={14} />} onClick={() => { void takeBack(operationId, isUndo) }}>{t(isUndo ? 'redo' : 'undo')}</Button>,
      },
    })
  }

  return (outcome, title) => { announce(outcome, title, false) }
}

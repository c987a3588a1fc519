/** Says what came of an operation, which records were left as they are and why, and offers the way back. The next word replaces the last. */
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { Redo2, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { OperationOutcome } from '#shared/contract/operations'
import { KeptList } from './KeptList'

/** Time enough to see that it was the wrong one. */
const shownSeconds = 10
/** One word at a time: what is said under this key replaces the last. */
export const wordKey = 'operation'

type Direction = 'undo' | 'redo'
type Announce = (outcome: OperationOutcome, title: string, direction?: Direction) => void

interface TakeBackProps { id: string; direction: Direction; announce: Announce }

/** Undoing an undo is doing it again. */
const TakeBack = ({ id, direction, announce }: TakeBackProps) => {
  const { t } = useTranslation('operations')
  const showError = useErrorDialog()
  const { mutate, isPending } = useMutation({
    mutationFn: () => core.operations.undo({ id }),
    onSuccess: (outcome) => { announce(outcome, t(direction === 'undo' ? 'undone' : 'redone', { count: outcome.done }), direction === 'undo' ? 'redo' : 'undo') },
    onError: (error) => { showError(error, t(direction === 'undo' ? 'notUndone' : 'notRedone')) },
  })
  return <Button size="small" icon={direction === 'undo' ? <Undo2 size={14} /> : <Redo2 size={14} />} loading={isPending} onClick={() => { mutate() }}>{t(direction)}</Button>
}

/** `title` says what was done to how many. */
export const useAnnounceOutcome = (): Announce => {
  const { t } = useTranslation('operations')
  const { notification, message } = App.useApp()
  const announce: Announce = ({ operationId, kept, cancelled }, title, direction = 'undo') => {
    if (operationId === null && kept.length === 0) {
      void message.info(t(cancelled ? 'cancelled' : 'unchanged'))
      return
    }
    const show = kept.length > 0 ? notification.warning : notification.success
    show({
      key: wordKey, title: operationId === null ? t('nothingDone') : title, duration: kept.length > 0 ? false : shownSeconds,
      description: kept.length > 0 ? <KeptList kept={kept} /> : undefined,
      actions: operationId === null ? undefined : <TakeBack key={operationId} id={operationId} direction={direction} announce={announce} />,
    })
  }
  return announce
}

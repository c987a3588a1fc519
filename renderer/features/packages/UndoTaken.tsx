/** Takes back that a package was taken in. What was changed here since stays, and is said. */
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useAnnounceOutcome } from '#renderer/features/operations'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'

export const UndoTaken = ({ operationId }: { operationId: string }) => {
  const { t } = useTranslation('packages')
  const showError = useErrorDialog()
  const announce = useAnnounceOutcome()
  const { mutate, isPending, isSuccess } = useMutation({
    mutationFn: () => core.operations.undo({ id: operationId }),
    onSuccess: (outcome) => { announce(outcome, t('taken.undone', { count: outcome.done }), 'redo') },
    onError: (error) => { showError(error, t('taken.notUndone')) },
  })
  return <Button icon={<Undo2 size={15} />} loading={isPending} disabled={isSuccess} onClick={() => { mutate() }}>{t('taken.undo')}</Button>
}

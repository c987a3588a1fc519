/** Makes a citation of a record that was found: pinned at the revision that it has now, which stays from then on. */
import { useMutation } from '@tanstack/react-query'
import { core } from '#renderer/client/client'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { Citation } from '#shared/model/body/blocks'

/** `notPinned` is what is said where it failed; one that is asked for while another is under way is left out. */
export const usePinRecord = (onPinned: (citation: Citation) => void, notPinned: string): { pin: (recordId: string) => void; isPinning: boolean } => {
  const showError = useErrorDialog()
  const { mutate, isPending } = useMutation({
    mutationFn: (recordId: string) => core.products.pin({ recordId }),
    onSuccess: ({ recordId, revisionId, type, number, title, at }) => { onPinned({ recordId, revisionId, type, number, title, at }) },
    onError: (error) => showError(error, notPinned),
  })
  return { pin: (recordId) => { if (!isPending) mutate(recordId) }, isPinning: isPending }
}

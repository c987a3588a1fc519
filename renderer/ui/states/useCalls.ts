/** Calls whose failures have no place of their own on the page: why one failed is said in a dialog, and whether it was done is answered. */
import { useMutation } from '@tanstack/react-query'
import { useErrorDialog } from './useErrorDialog'

export interface Calls {
  /** Whether it was done. `failed` says what was not. */
  run: (call: () => Promise<unknown>, failed: string) => Promise<boolean>
  isPending: boolean
}

export const useCalls = (): Calls => {
  const showError = useErrorDialog()
  const { mutateAsync, isPending } = useMutation({ mutationFn: async (call: () => Promise<unknown>) => call() })
  return {
    isPending,
    run: async (call, failed) => {
      try {
        await mutateAsync(call)
        return true
      } catch (error) {
        showError(error, failed)
        return false
      }
    },
  }
}

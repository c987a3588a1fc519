/** Bringing a revision back, and taking that back again. */
import { useMutation } from '@tanstack/react-query'
import { core } from '#renderer/client/client'

/** What a restore did: `base` was in place before it, `revisionId` is now. */
interface Restored { base: string; revisionId: string }

/** `prepare` saves what is unsaved and answers with the revision in place. */
export const useRestore = (id: string, prepare: () => Promise<string>) => {
  const restore = useMutation({
    mutationFn: async (revisionId: string): Promise<Restored> => {
      const base = await prepare()
      return { base, revisionId: (await core.records.restoreRevision({ id, base, revisionId })).revisionId }
    },
  })
  const undo = useMutation({
    mutationFn: async ({ base, revisionId }: Restored) => core.records.restoreRevision({ id, base: revisionId, revisionId: base }),
    onSuccess: () => { restore.reset() },
  })
  return {
    restored: restore.data, error: restore.error ?? undo.error, isBusy: restore.isPending || undo.isPending,
    restore: restore.mutate, undo: () => { if (restore.data) undo.mutate(restore.data) },
  }
}

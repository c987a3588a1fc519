/** How the open library is backed up, looked at again now and then: a drive comes and goes without a word. */
import { useMutation, useQuery, type UseMutationResult } from '@tanstack/react-query'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import type { BackupStatus } from '#shared/contract/backups'

const lookAgainMs = 30_000

export const useBackupStatus = (enabled = true) =>
  useQuery({ ...api.backups.status.queryOptions(), enabled, staleTime: 0, refetchInterval: lookAgainMs })

type Plan = NonNullable<BackupStatus['plan']>

interface BackupActions {
  plan: UseMutationResult<BackupStatus, Error, Plan | null>
  run: UseMutationResult<{ jobId: string }, Error, void>
}

export const useBackupActions = (): BackupActions => ({
  plan: useMutation({
    mutationFn: (plan: Plan | null) => core.backups.plan(plan),
    onSuccess: (status) => {
      queryClient.setQueryData(api.backups.status.queryKey(), status)
      return queryClient.invalidateQueries({ queryKey: api.backups.list.key() })
    },
  }),
  run: useMutation({ mutationFn: () => core.backups.run({ folder: null }) }),
})

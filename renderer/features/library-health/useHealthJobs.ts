/** The jobs of this page: what runs now, and what the last check, repair and sweep left. */
import { useMutation, useQueries, useQuery } from '@tanstack/react-query'
import { useJobs } from '#renderer/client/changes'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import type { RepairAction } from '#shared/contract/library'
import type { Job } from '#shared/contract/jobs'

export type Choices = { path: string; action: RepairAction }[]

const ours: ReadonlySet<Job['kind']> = new Set(['verify', 'repair', 'sweep'])

export const useHealthJobs = () => {
  const jobs = useJobs().filter(({ kind }) => ours.has(kind))
  const health = useQuery(api.library.health.queryOptions())
  const checkId = health.data?.jobId ?? undefined
  const check = useQuery(api.library.verified.queryOptions({ input: { jobId: checkId ?? '' }, enabled: checkId !== undefined }))
  const since = jobs.find(({ id }) => id === checkId)?.startedAt ?? ''
  /** Those of a kind since the last check began: what an older one did, the check has seen. */
  const endedSince = (kind: Job['kind']): string[] =>
    jobs.filter((job) => job.kind === kind && job.state !== 'running' && job.state !== 'failed' && job.startedAt > since).map(({ id }) => id)
  const repairs = useQueries({ queries: endedSince('repair').map((jobId) => api.library.repaired.queryOptions({ input: { jobId } })) })
  const sweepId = endedSince('sweep').at(-1)
  const sweep = useQuery(api.library.swept.queryOptions({ input: { jobId: sweepId ?? '' }, enabled: sweepId !== undefined }))
  return {
    running: jobs.find(({ state }) => state === 'running'),
    failed: jobs.at(-1)?.state === 'failed' ? jobs.at(-1) : undefined,
    health, check: checkId === undefined ? undefined : check.data, checkId,
    /** What each repair since the check did. */
    repairs: repairs.flatMap(({ data }) => data ?? []), swept: sweepId === undefined ? undefined : sweep.data,
    startCheck: useMutation({ mutationFn: () => core.library.verify() }),
    startRepair: useMutation({ mutationFn: (choices: Choices | undefined) => core.library.repair({ jobId: checkId ?? '', ...choices && { choices } }) }),
    startSweep: useMutation({ mutationFn: () => core.library.sweep() }),
  }
}

export type HealthJobs = ReturnType<typeof useHealthJobs>

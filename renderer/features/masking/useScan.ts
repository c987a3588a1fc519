/** The scan of what a package would hold, begun anew whenever that changes; the last result stays until there is another. */
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import type { Job } from '#shared/contract/jobs'
import type { MaskScan } from '#shared/contract/masking'
import type { PackageChoice } from '#shared/contract/packageChoice'

export interface Scanning {
  /** The one under way, or the one that was stopped. */
  job: Job | undefined
  /** What was found last, be it of what was chosen before. */
  scan: MaskScan | undefined
  /** Whether that is of what is chosen now. */
  isCurrent: boolean
  error: unknown
  again: () => void
}

/** `version` changes with the content of what is chosen; `on` once it is known what that is. */
export const useScan = (choice: PackageChoice, version: string, on: boolean): Scanning => {
  const [round, setRound] = useState(0)
  const start = useMutation({ mutationFn: (input: PackageChoice) => core.masking.scan(input) })
  const cancel = useMutation({ mutationFn: (id: string) => core.jobs.cancel({ id }) })
  const jobId = start.data?.jobId ?? ''
  const job = useQuery(api.jobs.get.queryOptions({ input: { id: jobId }, enabled: jobId !== '' }))
  const isRunning = job.data?.state === 'running'
  const found = useQuery({ ...api.masking.scanned.queryOptions({ input: { jobId }, enabled: jobId !== '' && job.data?.state === 'done' }), gcTime: 0, placeholderData: keepPreviousData })
  const { mutate: begin } = start
  const { mutate: stop } = cancel
  useEffect(() => { if (on) begin(choice) }, [on, choice, version, round, begin])
  // What nobody waits for any more need not be looked through.
  useEffect(() => () => { if (isRunning) stop(jobId) }, [isRunning, jobId, stop])
  return {
    job: job.data, scan: found.data, isCurrent: on && found.data !== undefined && !found.isPlaceholderData && !start.isPending,
    error: start.error ?? job.error ?? job.data?.failure ?? found.error, again: () => { setRound((before) => before + 1) },
  }
}

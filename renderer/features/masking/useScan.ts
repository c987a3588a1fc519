/** The scan of what a package would hold, begun anew whenever that changes; the last result stays until there is another. */
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import type { Job } from '#shared/contract/jobs'
import type { MaskScan } from '#shared/contract/masking'
import type { PackageChoice } from '#shared/contract/packageChoice'
import type { PackageRecipient } from '#shared/model/package'

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

/** A scan that was asked for, until nobody waits for it any more; its job is known once it began. */
interface Begun { choice: PackageChoice; recipient: PackageRecipient | null; version: string; isWanted: boolean; jobId: string | undefined }

const beginScan = async (begun: Begun): Promise<{ jobId: string }> => {
  const job = await core.masking.scan({ ...begun.choice, recipient: begun.recipient })
  begun.jobId = job.jobId
  if (!begun.isWanted) await core.jobs.cancel({ id: job.jobId })
  return job
}

/**
 * `version` changes with the content of what is chosen; `on` once it is known what that is. The recipient only says which masks they know: what is
 * found stays the same while that is typed.
 */
export const useScan = (choice: PackageChoice, recipient: PackageRecipient | null, version: string, on: boolean): Scanning => {
  const to = useRef(recipient)
  useEffect(() => { to.current = recipient })
  const [round, setRound] = useState(0)
  const start = useMutation({ mutationFn: beginScan })
  const cancel = useMutation({ mutationFn: (id: string) => core.jobs.cancel({ id }) })
  const jobId = start.data?.jobId ?? ''
  const job = useQuery(api.jobs.get.queryOptions({ input: { id: jobId }, enabled: jobId !== '' }))
  const found = useQuery({ ...api.masking.scanned.queryOptions({ input: { jobId }, enabled: jobId !== '' && job.data?.state === 'done' }), gcTime: 0, placeholderData: keepPreviousData })
  const { mutate: begin } = start
  const { mutate: stop } = cancel
  useEffect(() => {
    if (!on) return undefined
    const begun: Begun = { choice, recipient: to.current, version, isWanted: true, jobId: undefined }
    begin(begun)
    return () => {
      begun.isWanted = false
      if (begun.jobId !== undefined) stop(begun.jobId)
    }
  }, [on, choice, version, round, begin, stop])
  const isOfThis = start.isSuccess && start.variables.choice === choice && start.variables.version === version
  return {
    job: job.data, scan: found.data, isCurrent: on && isOfThis && found.data !== undefined && !found.isPlaceholderData,
    error: start.error ?? job.error ?? job.data?.failure ?? found.error, again: () => { setRound((before) => before + 1) },
  }
}

/** Releasing: what is written is saved first; where the gate has closed meanwhile, it says so instead. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import { saveFirst, type OpenRecord } from '#renderer/features/record'
import { toFailure } from '#shared/contract/errors'
import { GateCondition } from '#shared/model/product/releaseGate'

const Refused = z.object({ conditions: z.array(GateCondition) })

/** What the core says is missing, if it refused for that. */
const refusedFor = (error: unknown): GateCondition[] | undefined => {
  const failure = toFailure(error)
  return failure?.code === 'gate_not_met' ? Refused.safeParse(failure.data).data?.conditions : undefined
}

/** Through the gate, or past it with a reason. */
export type ReleaseWay = 'gate' | 'override'

export interface ReleaseWish { changeLog: string; reason: string }

/** `edition` is the number that the next one gets. */
export const useRelease = ({ session, view: { record: { id } } }: OpenRecord, edition: number, onReleased: () => void) => {
  const [asked, setAsked] = useState<ReleaseWay>()
  const [isRefused, setIsRefused] = useState(false)
  /** The edition whose seal was pressed while this page was open. */
  const [pressed, setPressed] = useState<string>()

  const release = useMutation({
    mutationFn: async ({ changeLog, reason }: ReleaseWish) => {
      await saveFirst(session)
      const released = await core.products.release({ id, base: session.view().record.revision.id, changeLog, reason })
      // The next save stands on the release. That it was not read does not undo it: the change event reads it again.
      await core.records.get({ id }).then(session.goOn, () => undefined)
      return released.edition
    },
    onSuccess: async (released) => {
      setAsked(undefined)
      setPressed(released.seal)
      onReleased()
      await queryClient.invalidateQueries({ queryKey: api.products.key() })
    },
    onError: (error) => {
      const conditions = refusedFor(error)
      if (!conditions) return
      queryClient.setQueryData(api.products.gate.queryKey({ input: { id } }), { edition, conditions })
      void queryClient.invalidateQueries({ queryKey: api.products.sources.key() })
      setIsRefused(true)
      setAsked(undefined)
    },
  })

  return {
    asked, isRefused, pressed, isReleasing: release.isPending,
    error: release.error && !refusedFor(release.error) ? release.error : null,
    // The dialog counts what would be frozen: what was just typed is part of it.
    ask: (how: ReleaseWay) => { void session.flush(); release.reset(); setIsRefused(false); setAsked(how) },
    release: release.mutate,
    close: () => setAsked(undefined),
  }
}

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

/** `edition` is the number that the next one gets. */
export const useRelease = ({ session, view: { record: { id } } }: OpenRecord, edition: number, onReleased: () => void) => {
  const [isAsking, setIsAsking] = useState(false)
  const [isRefused, setIsRefused] = useState(false)
  /** The edition whose seal was pressed while this page was open. */
  const [pressed, setPressed] = useState<string>()

  const release = useMutation({
    mutationFn: async (changeLog: string) => {
      await saveFirst(session)
      const released = await core.products.release({ id, base: session.view().record.revision.id, changeLog })
      // The next save stands on the release. That it was not read does not undo it: the change event reads it again.
      await core.records.get({ id }).then(session.goOn, () => undefined)
      return released.edition
    },
    onSuccess: async (released) => {
      setIsAsking(false)
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
      setIsAsking(false)
    },
  })

  return {
    isAsking, isRefused, pressed, isReleasing: release.isPending,
    error: release.error && !refusedFor(release.error) ? release.error : null,
    // The dialog counts what would be frozen: what was just typed is part of it.
    ask: () => { void session.flush(); release.reset(); setIsRefused(false); setIsAsking(true) },
    release: release.mutate,
    close: () => setIsAsking(false),
  }
}

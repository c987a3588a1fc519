/** What a rehearsal of a meeting took so far, and whether the meeting has it: whichever window keeps it, all know. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import { agendaOf } from '#shared/model/meeting/agenda'
import type { Show } from '../show/show'
import type { Presented } from '../show/usePresented'
import { rehearsedItems, secondsOf } from './rehearsed'

const noSeconds: Readonly<Record<string, number>> = {}

export const useRehearsal = ({ agenda, meetingId }: Presented, { isRehearsal, clock }: Show) => {
  const isOne = isRehearsal && meetingId !== null
  const input = { id: meetingId ?? '' }
  const kept = useQuery({ ...api.records.get.queryOptions({ input }), enabled: isOne, select: ({ content }) => agendaOf(content) })
  const save = useMutation({
    mutationFn: async (seconds: Record<string, number>) => {
      const { revision } = await core.records.get(input)
      await core.meetings.noteRehearsal({ ...input, base: revision.id, seconds })
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: api.records.get.key({ input }) }),
  })
  const items = rehearsedItems(agenda, clock)
  const seconds = isOne ? secondsOf(items) : noSeconds
  const isKept = Object.entries(seconds).every(([id, took]) => kept.data?.some((item) => item.id === id && item.rehearsed === took))
  return { items, hasTimes: Object.keys(seconds).length > 0, isUnsaved: !isKept, save: () => save.mutateAsync(seconds), saving: save }
}

export type Rehearsal = ReturnType<typeof useRehearsal>

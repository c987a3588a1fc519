/** What is presented: its slides, the agenda that they follow, and the 受控 records among them. It stays as it was read, whatever is edited meanwhile. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#renderer/client/queries'
import type { DocumentSource } from '#shared/contract/documents'
import type { RecordRow } from '#shared/contract/records'
import { agendaOf, type AgendaItem } from '#shared/model/meeting/agenda'
import type { Deck } from '#shared/model/slides/deck'

export interface Presented {
  deck: Deck
  restricted: RecordRow[]
  /** Empty for what is no meeting. */
  agenda: AgendaItem[]
  /** The meeting and its revision, for what a rehearsal took. */
  meetingId: string | null
}

const noAgenda: AgendaItem[] = []

export const usePresented = (source: DocumentSource): { presented: Presented | undefined; error: Error | null; retry: () => void } => {
  const deck = useQuery({ ...api.documents.deck.queryOptions({ input: { source } }), refetchOnMount: 'always' })
  const meetingId = source.kind === 'meeting' ? source.id : null
  const meeting = useQuery({ ...api.records.get.queryOptions({ input: { id: meetingId ?? '' } }), enabled: meetingId !== null })
  const [presented, setPresented] = useState<Presented>()
  const isRead = deck.data !== undefined && deck.isFetchedAfterMount && !deck.isFetching && (meetingId === null || meeting.data !== undefined)
  if (!presented && isRead) setPresented({ ...deck.data, agenda: meeting.data ? agendaOf(meeting.data.content) : noAgenda, meetingId })
  const retry = (): void => {
    if (deck.error) void deck.refetch()
    if (meeting.error) void meeting.refetch()
  }
  return { presented, error: presented ? null : deck.error ?? meeting.error, retry }
}

/** What a meeting comes to: pages, slides, and what is missing. */
import type { MeetingFigures } from '#shared/contract/documents'
import { agendaOf } from '#shared/model/meeting/agenda'
import { reckonedPages } from '../../documents/writers/page/reckon'
import { restrictedAmong } from '../leaving'
import type { Session } from '../session'
import { planDeck } from './deck'
import { planDocument, type PlanMeans } from './plans'
import { planWeb } from './web'

/** Chinese characters count one by one, as they are spoken; what is Latin by its words. */
const wordsIn = (text: string): number => (text.match(/[\p{Script=Han}]|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu) ?? []).length

/** Throws `not_found` for what is no meeting. */
export const meetingFigures = async (session: Session, means: PlanMeans, id: string, offline: string): Promise<MeetingFigures> => {
  const source = { kind: 'meeting', id, part: 'handbook' } as const
  const { plan, records } = await planDocument(session, means, source, {})
  const { deck } = await planDeck(session, means, source)
  const { bytes } = await planWeb(session, means, source, offline)
  const agenda = agendaOf((await session.folder.records.read(id)).content)
  const restricted = (await restrictedAmong(session, records)).flatMap((record) => session.catalog.get(record.id) ?? [])
  const missing = agenda.flatMap((item) => item.records.flatMap(({ recordId, title = '' }) => (session.catalog.get(recordId) ? [] : [{ itemId: item.id, title }])))
  return {
    pages: reckonedPages(plan), slides: deck.slides.length, webBytes: bytes, restricted, missing,
    items: agenda.map((item) => {
      const own = deck.slides.filter(({ itemId }) => itemId === item.id)
      return { id: item.id, slides: own.length, words: own.reduce((sum, { notes }) => sum + wordsIn(notes), 0) }
    }),
  }
}

/** How long it took from the release of each edition until the first unit had taken it up. */
import type { Replication } from '#shared/contract/statistics'
import { counts, grouped, isTakenUp, type Adoption, type AdoptionPicture } from '../adoptions'
import { dayOf, daysBetween, lastDayOf } from '../days'

/** The date that is surely first: what is known to the month alone counts from its end. */
const firstOf = (adoptions: readonly Adoption[]): string | undefined => adoptions.map(({ facts: { actualDate } }) => ({ date: actualDate, last: lastDayOf(actualDate) }))
  .filter(({ date }) => date !== '').sort((a, b) => (a.last + a.date < b.last + b.date ? -1 : 1))[0]?.date

const daysUntil = (releasedAt: string, date: string): number => daysBetween(dayOf(Date.parse(releasedAt)), lastDayOf(date))

export const replicationOf = ({ adoptions, products }: AdoptionPicture): Replication[] => {
  const ofEditions = grouped(adoptions.filter((adoption) => counts(adoption) && isTakenUp(adoption)), ({ edition }) => edition?.seal ?? '')
  return [...products].flatMap(([productId, { row, editions }]) => editions.map(({ seal, number, releasedAt }): Replication => {
    const done = ofEditions.get(seal) ?? []
    const firstDone = firstOf(done) ?? null
    return { productId, title: row.title, edition: number, seal, releasedAt, firstDone, days: firstDone === null ? null : daysUntil(releasedAt, firstDone), ids: done.map(({ facts }) => facts.row.id) }
  })).sort((a, b) => (a.releasedAt === b.releasedAt ? (a.seal < b.seal ? -1 : 1) : a.releasedAt > b.releasedAt ? -1 : 1))
}

/** Calendar days where the core runs, as `2026-11-24`, and dates of which only the month or the year is known. */

const dayMs = 86_400_000

export const dayOf = (ms: number): string => {
  const date = new Date(ms)
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** The last day that a partial date may mean: that of its month or year. Empty for an empty one. */
export const lastDayOf = (date: string): string => {
  const [year = '', month, day] = date.split('-')
  if (date === '' || day !== undefined) return date
  if (month === undefined) return `${year}-12-31`
  return `${date}-${String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()).padStart(2, '0')}`
}

const atUtc = (day: string): number => Date.parse(`${day}T00:00:00.000Z`)

export const daysLater = (day: string, days: number): string => new Date(atUtc(day) + days * dayMs).toISOString().slice(0, 10)

/** Whole days from one to another, negative where the other is before. A day that its month does not have counts on into the next. */
export const daysBetween = (from: string, to: string): number => Math.round((atUtc(to) - atUtc(from)) / dayMs)

/** Days of which perhaps only the month or the year is known. */
import { z } from 'zod'

/** A calendar day, `2026-11-24`, or the month or year where no more is known; empty where nothing is. As files have it: `2026-02-30` is carried. */
export const PartialDate = z.string().regex(/^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/, 'not a date')

/** Whether the month has the day. */
const isInCalendar = (date: string): boolean => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** One that is in the calendar, as a new value must be. */
export const RealDate = PartialDate.refine(isInCalendar, 'not a date')

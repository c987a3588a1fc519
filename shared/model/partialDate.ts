/** Days of which perhaps only the month or the year is known. */
import { z } from 'zod'

/** A calendar day, `2026-11-24`, or the month or year where no more is known; empty where nothing is. */
export const PartialDate = z.string().regex(/^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/, 'not a date')

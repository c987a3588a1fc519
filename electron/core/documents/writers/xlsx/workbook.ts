/** A workbook as the Excel writer is given it: sheets of cells whose types are known. */
import { z } from 'zod'

/** Numbers show `digits` decimal places where they are given; dates are whole days, `2026-11-29`; text is text, whatever it begins with. */
export const SheetCell = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('number'), number: z.number(), digits: z.int().optional() }),
  z.object({ kind: z.literal('date'), date: z.string() }),
])
export type SheetCell = z.infer<typeof SheetCell>

/** The first row is the head, which stays in sight. `widths` in characters. */
export const Sheet = z.object({ name: z.string(), head: z.array(z.string()), rows: z.array(z.array(SheetCell)), widths: z.array(z.number()) })
export type Sheet = z.infer<typeof Sheet>

/** What adoptions say: read from their files once, and again where the catalog has another row of them. */
import { toFailure } from '#shared/contract/errors'
import type { RecordRow } from '#shared/contract/records'
import { rowsOf } from '#shared/model/fields'
import { PartialDate } from '#shared/model/partialDate'
import { adoptedProduct, benefitsOf, verdictOf, type Benefit, type Verdict } from '#shared/model/product/adoption'
import type { RecordFile } from '#shared/model/record'
import { atATime } from '../../store/atATime'
import type { Session } from '../session'

/** Files read at once. */
const atOnce = 8

export interface AdoptionFacts {
  row: RecordRow
  revisionId: string
  productId: string | null
  /** The revision of the product that it takes up. */
  adopted: string | null
  edition: number | null
  seal: string | null
  pilot: boolean
  verdict: Verdict | null
  plannedDate: string
  actualDate: string
  rating: number | null
  benefits: readonly Benefit[]
  /** How many local differences are written down. */
  differences: number
  barrier: string
  feedback: string
  /** The library that it came from, with the revision that was put in place for it. */
  received: { libraryId: string; revisionId: string | undefined } | null
}

export type ReadFacts = (session: Session, rows: readonly RecordRow[]) => Promise<AdoptionFacts[]>

const dateOf = (value: unknown): string => PartialDate.safeParse(value).data ?? ''
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const ratingOf = (value: unknown): number | null => (typeof value === 'string' && /^[1-5]$/.test(value) ? Number(value) : null)

export const factsOf = (row: RecordRow, { revision, content, local }: RecordFile): AdoptionFacts => {
  const { fields } = content
  const adopted = adoptedProduct(content)
  return {
    row, revisionId: revision.id, productId: adopted?.productId ?? null, adopted: adopted?.revisionId ?? null,
    edition: fields.edition ?? null, seal: fields.seal ?? null, pilot: fields.pilot === true,
    verdict: verdictOf(content) ?? null, plannedDate: dateOf(fields.plannedDate), actualDate: dateOf(fields.actualDate), rating: ratingOf(fields.rating),
    benefits: benefitsOf(content), differences: rowsOf(fields.differences).length, barrier: textOf(fields.barrier), feedback: textOf(fields.feedback),
    received: local.received ? { libraryId: local.received.library.id, revisionId: local.received.revisionId } : null,
  }
}

/** One that can't be read is noted as damage and left out. What was read stays known as long as the catalog has the same row. */
export const createFactReader = (): ReadFacts => {
  const known = new WeakMap<RecordRow, AdoptionFacts>()
  const reading = new WeakMap<RecordRow, Promise<void>>()

  const read = async ({ folder, noteDamage }: Session, row: RecordRow): Promise<void> => {
    try {
      known.set(row, factsOf(row, await folder.records.readAsIs(row.id)))
    } catch (error) {
      const failure = toFailure(error)
      if (!failure) throw error
      // What went since the catalog was asked is no damage.
      if (failure.code !== 'not_found') noteDamage({ path: folder.paths.record(row.id), failure })
    } finally {
      reading.delete(row)
    }
  }

  return async (session, rows) => {
    await atATime(atOnce, rows.filter((row) => !known.has(row)), async (row) => {
      const underWay = reading.get(row) ?? read(session, row)
      reading.set(row, underWay)
      await underWay
    })
    return rows.flatMap((row) => known.get(row) ?? [])
  }
}

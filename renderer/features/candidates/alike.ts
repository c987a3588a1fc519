/** Records that stand in one candidate and are not alike after all, set apart. */
import type { Candidate, RipeReason } from '#shared/contract/products'

/** Percent; below this two records have no more in common than any two of one trade. */
const leastAlike = 15

type Ripe = Candidate['records'][number]

const countOf = ({ reasons }: Ripe, kind: RipeReason['kind']): number => reasons.find((reason) => reason.kind === kind)?.count ?? 0

const without = ({ row, reasons }: Ripe): Ripe => ({ row, reasons: reasons.filter(({ kind }) => kind !== 'similar') })

/** How what each record says comes to what they say together. */
const together: Readonly<Record<RipeReason['kind'], 'sum' | 'most' | 'units'>> = {
  units: 'units', similar: 'most', measured: 'sum', cited: 'sum', used: 'sum', rated: 'most', promoted: 'sum', validated: 'sum',
}

const gathered = (records: readonly Ripe[], score: number): Candidate => {
  const units = [...new Set(records.map(({ row }) => row.unit).filter((unit) => unit !== ''))]
  const counted = (kind: RipeReason['kind']): number => {
    const counts = records.map((record) => countOf(record, kind))
    switch (together[kind]) {
      case 'units': return units.length > 1 ? units.length : 0
      case 'most': return Math.max(...counts)
      case 'sum': return counts.reduce((sum, count) => sum + count, 0)
    }
  }
  const kinds: readonly RipeReason['kind'][] = ['units', 'similar', 'measured', 'cited', 'used', 'rated', 'promoted', 'validated']
  return { records: [...records], units, reasons: kinds.map((kind) => ({ kind, count: counted(kind) })).filter(({ count }) => count > 0), score }
}

/** Those that are like the first stay with it; each of the others stands alone, where it has a reason of its own to be ripe. */
export const setApart = (candidate: Candidate): Candidate[] => {
  const [first, ...others] = candidate.records
  const alike = others.filter((record) => countOf(record, 'similar') >= leastAlike)
  if (!first || alike.length === others.length) return [candidate]
  const alone = others.filter((record) => !alike.includes(record)).map(without).filter(({ reasons }) => reasons.some(({ kind }) => kind !== 'validated'))
  return [gathered([first, ...alike], candidate.score), ...alone.map((record) => gathered([record], candidate.score))]
}

/** What is ripe for a product (product.md, "What nobody else has"): records of like practice across units, and why. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Candidate, RipeReason } from '#shared/contract/products'
import { saysNothing } from '#shared/model/fields'
import type { RecordFile } from '#shared/model/record'
import type { Session } from '../../session'
import { readHead } from '../sources'
import { clustersOf, type Member } from './clusters'
import type { Uses } from './ripe'
import { highStars, scoreOf } from './weights'

/** So many more than are shown are read to be put in order. */
const readForEach = 2

/** What only its text tells. */
interface Proof { measured: number; isPromoted: boolean }

const proofOf = (record: RecordFile | undefined): Proof => {
  const { results = [], promotion } = record?.content.fields ?? {}
  return { measured: results.filter(({ indicator }) => indicator.trim() !== '').length, isPromoted: !saysNothing(promotion) }
}

const reason = (kind: RipeReason['kind'], count: number): RipeReason[] => (count > 0 ? [{ kind, count }] : [])

const percent = (share: number): number => Math.round(share * 100)

const reasonsOf = ({ used, cited, stars, likeness }: Member, { measured, isPromoted }: Proof, isFirst: boolean): RipeReason[] => [
  ...isFirst ? [] : reason('similar', percent(likeness)), ...reason('measured', measured), ...reason('cited', cited), ...reason('used', used),
  ...reason('rated', stars >= highStars ? stars : 0), ...reason('promoted', isPromoted ? 1 : 0), ...reason('validated', 1),
]

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

const candidateOf = (cluster: readonly Member[], proofs: readonly Proof[]): Candidate => {
  const units = [...new Set(cluster.map(({ row }) => row.unit).filter((unit) => unit !== ''))]
  const [, ...others] = cluster
  const [measured, promoted] = [proofs.filter((proof) => proof.measured > 0).length, proofs.filter(({ isPromoted }) => isPromoted).length]
  return {
    units,
    records: cluster.map((member, index) => ({ row: member.row, reasons: reasonsOf(member, proofs[index] ?? proofOf(undefined), index === 0) })),
    reasons: [
      ...reason('units', units.length > 1 ? units.length : 0), ...reason('similar', percent(Math.max(0, ...others.map(({ likeness }) => likeness)))),
      ...reason('measured', sum(proofs.map((proof) => proof.measured))), ...reason('cited', sum(cluster.map(({ cited }) => cited))),
      ...reason('used', sum(cluster.map(({ used }) => used))), ...reason('rated', Math.max(0, ...cluster.map(({ stars }) => (stars >= highStars ? stars : 0)))),
      ...reason('promoted', promoted), ...reason('validated', cluster.length),
    ],
    score: scoreOf({ units: Math.max(1, units.length), records: cluster.length, measured, promoted, cheap: Math.max(...cluster.map(({ score }) => score)) }),
  }
}

/** One that says no more of itself than that somebody looked at it is ripe for nothing. */
const isRipe = ({ reasons }: Candidate): boolean => reasons.some(({ kind }) => kind !== 'validated')

/** By what is known before they are read. */
const roughScore = (cluster: readonly Member[]): number =>
  scoreOf({ units: Math.max(1, new Set(cluster.map(({ row }) => row.unit)).size), records: cluster.length, measured: 0, promoted: 0, cheap: Math.max(...cluster.map(({ score }) => score)) })

/** The ripest first; `uses` are counts of this machine. */
export const findCandidates = async (session: Session, uses: Uses, limit: number): Promise<{ candidates: Candidate[]; isComplete: boolean }> => {
  const clusters = (await clustersOf(session, uses)).sort((a, b) => roughScore(b) - roughScore(a))
  const candidates: Candidate[] = []
  for (const cluster of clusters.slice(0, limit * readForEach)) {
    const proofs: Proof[] = []
    for (const { row } of cluster) proofs.push(proofOf(await readHead(session, row.id)))
    candidates.push(candidateOf(cluster, proofs))
    await nextTurn()
  }
  return { candidates: candidates.filter(isRipe).sort((a, b) => b.score - a.score).slice(0, limit), isComplete: session.indexing.isComplete() }
}

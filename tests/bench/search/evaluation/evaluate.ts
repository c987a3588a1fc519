/**
 * `npm run eval:search -- --data DIR [--json]`: how well what is searched for is found, beside the peers. DIR has `passages.jsonl.gz`
 * ({ id, title, text }) and `queries.jsonl.gz` ({ kind, query, relevant }). Larger is better in all figures: MRR@10 by kind, and shares
 * of sampled pieces. With --json the last line is one object.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { SearchDocument } from '#core/search/part/searchDocument'
import { indexOf, typed } from '../ours'
import type { PeerDocument } from '../peers/peer'
import { peerNames, peers } from '../peers/peers'
import { formatTable } from '../table'
import { readPassages, readQueries, type Passage } from './collection'
import { checkContained } from './contained'
import { looked, reciprocalRanks } from './ranks'
import { targets } from './targets.data'

const toDocument = ({ id, title, text }: Passage): SearchDocument => ({
  id, pieces: [{ field: 'title', text: title }, { field: 'body', text }], labels: [], date: 0, updatedAt: 0, uses: 0,
})
const toPeerDocument = ({ id, title, text }: Passage): PeerDocument => ({ id, title, body: text })

const round = (share: number): number => Number(share.toFixed(4))
const shown = (share: number | undefined): string => share === undefined ? '' : share.toFixed(3)
const reached = (share: number, target: number | undefined): string => target === undefined ? '' : round(share) >= target ? 'yes' : 'no'
const shownFailures = 5

const evaluate = async (folder: string) => {
  const passages = await readPassages(folder)
  const queries = await readQueries(folder)
  const index = indexOf(passages.map(toDocument))
  const ours = reciprocalRanks(queries, (text) => index.search(typed(text), looked).hits.map(({ id }) => id))
  const theirs = peerNames.map((name) => {
    const peer = peers[name]()
    peer.build(passages.map(toPeerDocument))
    return { name, ranks: reciprocalRanks(queries, (text) => peer.search(text, looked)) }
  })
  const failures: string[] = []
  const contained = checkContained(passages, index, (share, piece) => { failures.push(`${share} ${piece}`) })

  const count = (kind: string): number => queries.filter((query) => query.kind === kind).length
  const kinds = [...ours].map(([kind, own]) => {
    const each = theirs.map(({ ranks }) => ranks.get(kind) ?? 0)
    return { kind, own, each, best: Math.max(...each) }
  })
  const header = ['MRR@10', 'queries', 'ours', 'target', 'reached', 'best peer', 'not below', ...peerNames]
  const rows = kinds.map(({ kind, own, each, best }) => [
    kind, String(count(kind)), shown(own), shown(targets[kind]), reached(own, targets[kind]), shown(best), reached(own, round(best)), ...each.map(shown),
  ])
  const shares = Object.entries(contained).map(([share, value]: [string, number]) => [share, '', shown(value), shown(targets[share]), reached(value, targets[share])])
  console.log(formatTable([header, ...rows, ...shares]))
  if (failures.length > 0) console.log(`not as they should be: ${failures.slice(0, shownFailures).join(', ')}${failures.length > shownFailures ? ` and ${failures.length - shownFailures} more` : ''}`)
  return {
    name: 'eval', sizes: { passages: passages.length, queries: queries.length },
    figures: {
      ...Object.fromEntries(kinds.map(({ kind, own }) => [kind, round(own)])),
      ...Object.fromEntries(Object.entries(contained).map(([share, value]: [string, number]) => [share, round(value)])),
      ...Object.fromEntries(kinds.map(({ kind, best }) => [`best_peer_${kind}`, round(best)])),
    },
  }
}

const { values } = parseArgs({ options: { data: { type: 'string' }, json: { type: 'boolean' } } })
if (values.data === undefined) throw new Error('--data DIR: which passages and queries?')
const result = await evaluate(resolve(values.data))
if (values.json) console.log(JSON.stringify(result))

import { expect, it } from 'vitest'
import type { Pin } from '#shared/contract/products'
import type { RecordLink } from '#shared/model/record'
import { withSources } from './sourceLinks'

const [first, second] = ['01a18078-447e-7eed-8d36-62602c10e05a', '01a18078-447e-7eed-8d36-62602c10e05b']
const [old, now] = ['a'.repeat(64), 'b'.repeat(64)]
const pin = (recordId: string): Pin => ({ recordId, revisionId: now, at: '2026-11-30T08:00:00.000Z', type: 'case', number: 'CS-1', title: '来源' })
const source = (to: string, revisionId: string): RecordLink => ({ to, relation: 'derivedFrom', revisionId })

it('a source that is pinned anew stays where it stands among the others, and a new one comes last', () => {
  const links: RecordLink[] = [source(first, old), { to: first, relation: 'related' }]
  expect(withSources(links, [pin(second)])).toEqual([...links, source(second, now)])
  expect(withSources([...links, source(second, old)], [pin(first)])).toEqual([source(first, now), { to: first, relation: 'related' }, source(second, old)])
})

import { describe, expect, it } from 'vitest'
import { paragraph, recordContent } from '../../tests/support/records'
import type { Block, Citation } from './body/blocks'
import { newSection, type Section } from './body/body'
import { bodyCitations, isFilled, pinKey, pinnedRevisions, sectionGaps } from './gates'
import { newBlockId, newId } from './ids'
import type { RecordContent } from './record'
import { requiredSectionsOf } from './recordTypes'

const source: Citation = { recordId: newId(), revisionId: 'a'.repeat(64), title: '地线编号错位' }
const quote = (citation: Citation | undefined, id = newBlockId()): Block =>
  ({ type: 'quote', id, blocks: [paragraph('两人分离核对')], ...(citation ? { citation } : {}) })

const section = (key: string, ...blocks: Block[]): Section => newSection(key, key, blocks)
const required = requiredSectionsOf('product')

/** A product whose required sections are filled and which cites the source. */
const whole = (change: Partial<RecordContent> = {}): RecordContent => recordContent({
  type: 'product', links: [{ to: source.recordId, relation: 'derivedFrom', revisionId: source.revisionId }],
  body: { version: 1, preamble: [quote(source)], sections: required.map((key) => section(key, paragraph('写好了'))) }, ...change,
})

describe('a section', () => {
  it.each([
    ['a picture', { type: 'image', id: 'i', attachment: 'a'.repeat(64), alt: '' }, true],
    ['a filled cell', { type: 'table', id: 't', rows: [{ cells: [{ blocks: [paragraph('')] }, { blocks: [paragraph('是')] }] }] }, true],
    ['an empty table', { type: 'table', id: 't', rows: [{ cells: [{ blocks: [paragraph('')] }] }] }, false],
    ['an empty paragraph', paragraph(''), false],
    ['what a newer version wrote into a line', { type: 'paragraph', id: 'p', inlines: [{ type: 'formula', tex: 'a+b' }] }, true],
    ['what a newer version wrote', { type: 'flowchart', id: 'f' }, true],
  ] as const)('with %s is filled: %s', (_name, block, filled) => {
    expect(isFilled(section('aim', structuredClone(block) as Block))).toBe(filled)
  })
})

describe('required sections', () => {
  it('are listed in their order where they are missing or say nothing', () => {
    const [first = '', second = '', ...others] = required
    const empty = section(second, paragraph('  '), { type: 'divider', id: newBlockId() })
    const body = { version: 1 as const, preamble: [], sections: [empty, ...others.map((key) => section(key, paragraph('写好了')))] }
    expect(sectionGaps(whole({ body }))).toEqual([{ kind: 'sectionMissing', key: first }, { kind: 'sectionEmpty', key: second, sectionId: empty.id, title: second }])
  })

  it('are filled by the table that stands for them', () => {
    const body = { version: 1 as const, preamble: [], sections: required.map((key) => section(key, ...(['aim', 'scope'].includes(key) ? [paragraph('写好了')] : []))) }
    expect(sectionGaps(whole({ body })).map(({ key }) => key)).toEqual(['responsibilities', 'process', 'checks'])
    const fields = { roles: [{ id: 'r', activity: '核对' }], steps: [{ id: 's', action: '核对' }], acceptance: [{ id: 'a', item: '一致' }] }
    expect(sectionGaps(whole({ body, fields }))).toEqual([])
  })
})

describe('pinned revisions', () => {
  it('are what cells of tables cite too', () => {
    const tool = { recordId: newId(), revisionId: 'c'.repeat(64), title: '检查表' }
    const content = whole({ fields: { steps: [{ id: 's', tools: [tool], sources: [source] }] } })
    expect(pinnedRevisions(content).map(pinKey)).toEqual([pinKey(source), pinKey(tool)])
  })

  it('are what quotes cite and links pin, each once', () => {
    const content = whole({ links: [{ to: source.recordId, relation: 'derivedFrom', revisionId: source.revisionId }, { to: newId(), relation: 'related' }] })
    expect(pinnedRevisions(content).map(pinKey)).toEqual([pinKey(source)])
    expect(bodyCitations(content.body)).toHaveLength(1)
  })
})

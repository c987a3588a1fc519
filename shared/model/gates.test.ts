import { describe, expect, it } from 'vitest'
import { paragraph, recordContent } from '../../tests/support/records'
import type { Block, Citation } from './body/blocks'
import { newSection, type Section } from './body/body'
import { bodyCitations, isFilled, pinKey, pinnedRevisions, releaseConditions, type GateCondition } from './gates'
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

const productId = newId()
const product = (change: Partial<RecordContent> = {}) => ({ id: productId, content: whole(change) })

const missing = (conditions: readonly GateCondition[]) => conditions.flatMap((condition) => condition.missing)
const everythingIsHere = () => true

describe('the release gate', () => {
  it('opens for a product that cites a source and has its required sections filled', () => {
    const conditions = releaseConditions(product(), everythingIsHere, undefined)
    expect(conditions.map(({ key, met }) => [key, met])).toEqual([['citedSource', true], ['requiredSections', true]])
  })

  it('asks for a citation, which a link alone or a quote of nobody is not', () => {
    const { body } = whole()
    const conditions = releaseConditions(product({ body: { ...body, preamble: [quote(undefined)] } }), everythingIsHere, undefined)
    expect(missing(conditions)).toEqual([{ kind: 'noCitation' }])
  })

  it('counts neither a citation of the product itself nor a quote of nothing', () => {
    const { body } = whole()
    for (const block of [quote({ ...source, recordId: productId }), { ...quote(source), blocks: [paragraph(' ')] }]) {
      expect(missing(releaseConditions(product({ body: { ...body, preamble: [block] } }), everythingIsHere, undefined))).toEqual([{ kind: 'noCitation' }])
    }
  })

  it('counts a citation that stands inside a table or a callout', () => {
    const { body } = whole()
    const callout: Block = { type: 'callout', id: newBlockId(), tone: 'note', blocks: [quote(source)] }
    expect(missing(releaseConditions(product({ body: { ...body, preamble: [callout] } }), everythingIsHere, undefined))).toEqual([])
  })

  it('names the source that is not here, and the quote that cites it', () => {
    const { body } = whole()
    const conditions = releaseConditions(product({ body: { ...body, preamble: [quote(source, 'q1')] } }), () => false, undefined)
    expect(missing(conditions)).toEqual([{ kind: 'sourceMissing', recordId: source.recordId, revisionId: source.revisionId, title: '地线编号错位', blockId: 'q1' }])
  })

  it('names a pinned source that is not here though nothing cites it', () => {
    const lost = { to: newId(), relation: 'derivedFrom' as const, revisionId: 'b'.repeat(64) }
    const conditions = releaseConditions(product({ links: [lost] }), ({ recordId }) => recordId !== lost.to, undefined)
    expect(missing(conditions)).toEqual([{ kind: 'sourceMissing', recordId: lost.to, revisionId: lost.revisionId, title: '', blockId: null }])
  })

  it('lists every required section that is missing or says nothing, in their order', () => {
    const [first = '', second = '', ...others] = required
    const empty = section(second, paragraph('  '), { type: 'divider', id: newBlockId() })
    const conditions = releaseConditions(
      product({ body: { version: 1, preamble: [quote(source)], sections: [empty, ...others.map((key) => section(key, paragraph('写好了')))] } }), everythingIsHere, undefined)
    expect(missing(conditions)).toEqual([
      { kind: 'sectionMissing', key: first }, { kind: 'sectionEmpty', key: second, sectionId: empty.id, title: second },
    ])
  })

  it('asks for a change after an edition', () => {
    expect(missing(releaseConditions(product(), everythingIsHere, 1))).toEqual([{ kind: 'unchanged', edition: 1 }])
  })
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

describe('pinned revisions', () => {
  it('are what quotes cite and links pin, each once', () => {
    const content = whole({ links: [{ to: source.recordId, relation: 'derivedFrom', revisionId: source.revisionId }, { to: newId(), relation: 'related' }] })
    expect(pinnedRevisions(content).map(pinKey)).toEqual([pinKey(source)])
    expect(bodyCitations(content.body)).toHaveLength(1)
  })
})

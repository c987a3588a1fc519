/** The gate before a release, each condition and each gap by itself: what of a whole product is taken away is what it names. */
import { describe, expect, it } from 'vitest'
import { paragraph, recordContent } from '../../../tests/support/records'
import type { Block, Citation } from '../body/blocks'
import { newSection, type Section } from '../body/body'
import { newBlockId, newId } from '../ids'
import type { RecordContent } from '../record'
import { requiredSectionsOf } from '../recordTypes'
import { canWaive, gateKeys, releaseConditions, signers, type GateGap, type ReleaseFacts } from './releaseGate'

const source: Citation = { recordId: newId(), revisionId: 'a'.repeat(64), title: '地线编号错位' }
const other: Citation = { recordId: newId(), revisionId: 'b'.repeat(64), title: '检查表' }
const quote = (citation: Citation | undefined, id = newBlockId(), text = '两人分离核对'): Block =>
  ({ type: 'quote', id, blocks: [paragraph(text)], ...(citation ? { citation } : {}) })

const section = (key: string, ...blocks: Block[]): Section => newSection(key, key, blocks)
const required = requiredSectionsOf('product')
const sections = required.map((key) => section(key, paragraph('写好了')))
const bodyWith = (...preamble: Block[]) => ({ version: 1 as const, preamble, sections })

const step = { id: 's1', action: '核对', standard: '三者一致', post: '监护人' }
const fields = { steps: [step], acceptance: [{ id: 'a1', item: '编号一致' }], preparedBy: '陈立', reviewedBy: '李静', approvedBy: '王敏' }
const pilot = { id: newId(), edition: 1, hasOutcome: true }

const productId = newId()
/** Nothing is missing from it. */
const whole = (change: Partial<RecordContent> = {}): RecordContent => recordContent({
  type: 'product', stage: 'pilot', links: [{ to: source.recordId, relation: 'derivedFrom', revisionId: source.revisionId }], body: bodyWith(quote(source)), fields, ...change,
})
const facts: ReleaseFacts = { edition: 1, isHere: () => true, circle: undefined, pilots: [pilot], unchangedSince: undefined }

const judged = (change: Partial<RecordContent> = {}, known: Partial<ReleaseFacts> = {}) => releaseConditions({ id: productId, content: whole(change) }, { ...facts, ...known })
/** What is missing, by the key of its condition; conditions that are met have nothing missing. */
const gaps = (change: Partial<RecordContent> = {}, known: Partial<ReleaseFacts> = {}): [string, GateGap][] => judged(change, known).flatMap(({ key, met, missing }) => {
  expect(met).toBe(missing.length === 0)
  return missing.map((gap): [string, GateGap] => [key, gap])
})

it('opens for a whole product, whose conditions come in the order in which they are met', () => {
  expect(gaps()).toEqual([])
  expect(judged().map(({ key }) => key)).toEqual(gateKeys.filter((key) => key !== 'noCircle' && key !== 'changed'))
})

describe('a source', () => {
  const noSource = [['source', { kind: 'noSource' }]]

  it('is a pinned link, a quote or what a step was taken from', () => {
    const none = { links: [], body: bodyWith() }
    expect(gaps(none)).toEqual(noSource)
    expect(gaps({ ...none, links: [{ to: source.recordId, relation: 'derivedFrom', revisionId: source.revisionId }] })).toEqual([])
    expect(gaps({ ...none, body: bodyWith(quote(source)) })).toEqual([])
    expect(gaps({ ...none, fields: { ...fields, steps: [{ ...step, sources: [source] }] } })).toEqual([])
  })

  it('is no link without a revision, none of another kind, no tool of a step, and not the product itself', () => {
    const body = bodyWith()
    expect(gaps({ body, links: [{ to: source.recordId, relation: 'derivedFrom' }] })).toEqual(noSource)
    expect(gaps({ body, links: [{ to: source.recordId, relation: 'uses', revisionId: source.revisionId }] })).toEqual(noSource)
    expect(gaps({ body, links: [], fields: { ...fields, steps: [{ ...step, tools: [source] }] } })).toEqual(noSource)
    expect(gaps({ body: bodyWith(quote({ ...source, recordId: productId })), links: [] })).toEqual(noSource)
  })

  it('is no quote of nobody, nor one of nothing', () => {
    expect(gaps({ links: [], body: bodyWith(quote(undefined)) })).toEqual(noSource)
    expect(gaps({ links: [], body: bodyWith(quote(source, 'q', ' ')) })).toEqual(noSource)
  })

  it('counts where it is quoted inside a callout', () => {
    expect(gaps({ links: [], body: bodyWith({ type: 'callout', id: newBlockId(), tone: 'note', blocks: [quote(source)] }) })).toEqual([])
  })

  it('that is not here is named at each place that cites it, and once where a link alone pins it', () => {
    const lost = { kind: 'sourceMissing', recordId: source.recordId, revisionId: source.revisionId }
    const isHere: ReleaseFacts['isHere'] = ({ recordId }) => recordId !== source.recordId
    const change = { body: bodyWith(quote(source, 'q1')), fields: { ...fields, steps: [{ ...step, sources: [source], tools: [other] }] } }
    expect(gaps(change, { isHere })).toEqual([
      ['source', { ...lost, title: '地线编号错位', blockId: 'q1', stepId: null }], ['source', { ...lost, title: '地线编号错位', blockId: null, stepId: 's1' }],
    ])
    expect(gaps({ body: bodyWith() }, { isHere })).toEqual([['source', { ...lost, title: '', blockId: null, stepId: null }]])
  })

  it('counts as missing also where it is the tool of a step: what is not here can not be frozen', () => {
    expect(gaps({ fields: { ...fields, steps: [{ ...step, tools: [other] }] } }, { isHere: ({ recordId }) => recordId !== other.recordId })).toEqual([
      ['source', { kind: 'sourceMissing', recordId: other.recordId, revisionId: other.revisionId, title: '检查表', blockId: null, stepId: 's1' }],
    ])
  })

  it('that comes of the product is told with the whole way round', () => {
    const circle = { recordId: other.recordId, titles: ['甲', '乙', '丙'] }
    expect(gaps({}, { circle })).toEqual([['noCircle', { kind: 'circle', ...circle }]])
  })
})

describe('its contents', () => {
  it('have every required section, in their order', () => {
    const [first = '', second = '', ...others] = required
    const empty = section(second, paragraph('  '))
    expect(gaps({ body: { ...bodyWith(), sections: [empty, ...others.map((key) => section(key, paragraph('写好了')))] } })).toEqual([
      ['requiredSections', { kind: 'sectionMissing', key: first }], ['requiredSections', { kind: 'sectionEmpty', key: second, sectionId: empty.id, title: second }],
    ])
  })

  it('have a step', () => {
    expect(gaps({ fields: { ...fields, steps: [] } })).toEqual([['stepStandard', { kind: 'noStep' }], ['stepPost', { kind: 'noStep' }]])
  })

  it('have a standard and a post for every step; spaces are neither', () => {
    const steps = [step, { ...step, id: 's2', standard: ' ' }, { ...step, id: 's3', post: '' }, { id: 's4', action: '动手' }]
    expect(gaps({ fields: { ...fields, steps } })).toEqual([
      ['stepStandard', { kind: 'stepStandard', stepId: 's2', index: 1 }], ['stepStandard', { kind: 'stepStandard', stepId: 's4', index: 3 }],
      ['stepPost', { kind: 'stepPost', stepId: 's3', index: 2 }], ['stepPost', { kind: 'stepPost', stepId: 's4', index: 3 }],
    ])
  })

  it('have a checklist', () => {
    expect(gaps({ fields: { ...fields, acceptance: [] } })).toEqual([['acceptance', { kind: 'noAcceptance' }]])
  })

  it('are not there, nor is a checklist, nor do they fill a section, where their rows say nothing', () => {
    const emptied = bodyWith(quote(source))
    const body = { ...emptied, sections: emptied.sections.map((each) => (each.key === 'checks' ? { ...each, blocks: [] } : each)) }
    expect(gaps({ body }).map(([key]) => key)).toEqual([])
    for (const row of [{ id: 'a1' }, { id: 'a1', item: ' ', criterion: '', tools: [] }]) {
      expect(gaps({ body, fields: { ...fields, acceptance: [row] } }).map(([key, { kind }]) => [key, kind])).toEqual([['requiredSections', 'sectionEmpty'], ['acceptance', 'noAcceptance']])
    }
  })
})

describe('a pilot', () => {
  it('is there', () => {
    expect(gaps({}, { pilots: [] })).toEqual([['pilotOutcome', { kind: 'noPilotOutcome', adoptionIds: [] }]])
  })

  it('has an outcome; those that have none are named', () => {
    const waiting = { ...pilot, id: newId(), hasOutcome: false }
    expect(gaps({}, { pilots: [waiting] })).toEqual([['pilotOutcome', { kind: 'noPilotOutcome', adoptionIds: [waiting.id] }]])
    expect(gaps({}, { pilots: [waiting, pilot] })).toEqual([])
  })

  it('is one of the edition to come, not of one before', () => {
    expect(gaps({}, { edition: 2 })).toEqual([['pilotOutcome', { kind: 'noPilotOutcome', adoptionIds: [] }]])
  })
})

describe('those who sign', () => {
  it.each(signers)('are named: %s', (signer) => {
    for (const value of ['', '  ', undefined]) expect(gaps({ fields: { ...fields, [signer]: value } })).toEqual([['signers', { kind: 'signerMissing', signer }]])
  })

  it('are three, however a name is cased, or what of it can not be seen', () => {
    const signed = { ...fields, preparedBy: 'Li Ming', reviewedBy: 'li ming', approvedBy: 'Li\u200b Ming' }
    expect(gaps({ fields: signed }).map(([, gap]) => gap)).toMatchObject([{ kind: 'signerSame', signer: 'reviewedBy' }, { kind: 'signerSame', signer: 'approvedBy' }])
    expect(gaps({ fields: { ...fields, approvedBy: '\u200b' } })).toEqual([['signers', { kind: 'signerMissing', signer: 'approvedBy' }]])
  })

  it('are three, however a name is spaced', () => {
    expect(gaps({ fields: { ...fields, reviewedBy: '陈　立' } })).toEqual([['signers', { kind: 'signerSame', signer: 'reviewedBy', name: '陈　立' }]])
    expect(gaps({ fields: { ...fields, reviewedBy: '陈立', approvedBy: ' 陈立' } })).toEqual([
      ['signers', { kind: 'signerSame', signer: 'reviewedBy', name: '陈立' }], ['signers', { kind: 'signerSame', signer: 'approvedBy', name: ' 陈立' }],
    ])
  })
})

it('asks for the stage of the pilot', () => {
  expect(gaps({ stage: 'inReview' })).toEqual([['piloted', { kind: 'notInPilot', stage: 'inReview' }]])
})

it('asks for a change after an edition', () => {
  expect(gaps({}, { unchangedSince: 1 })).toEqual([['changed', { kind: 'unchanged', edition: 1 }]])
})

it('can be passed with a reason but where a source is not here, nothing was changed, or it was retired', () => {
  const none = releaseConditions({ id: productId, content: recordContent({ type: 'product' }) }, { ...facts, circle: { recordId: newId(), titles: [] }, pilots: [] })
  expect(none.filter(({ met }) => met)).toEqual([])
  expect(none.every(canWaive)).toBe(true)
  expect(judged({}, { isHere: () => false }).filter((each) => !canWaive(each)).map(({ key }) => key)).toEqual(['source'])
  expect(judged({ stage: 'retired' }).filter((each) => !canWaive(each)).map(({ key }) => key)).toEqual(['piloted'])
  expect(judged({}, { unchangedSince: 1 }).filter((each) => !canWaive(each)).map(({ key }) => key)).toEqual(['changed'])
})

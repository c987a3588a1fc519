import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraph, recordContent } from '../../tests/support/records'
import { newSection } from './body/body'
import { blockText, placedBlocks } from './body/walk'
import { newId } from './ids'
import { mergedContent, mergeParts, stricter, type MergeChoice } from './merging'
import type { EditableContent, RecordContent } from './record'

const [one, other] = [newId(), newId()]
const texts = fc.array(fc.constantFrom('先验电。', '后接地。', '逐根核对编号。', '', '两人分离核对，报号方可动手。'), { maxLength: 3 })
const contentArb: fc.Arbitrary<RecordContent> = fc.record({
  title: fc.constantFrom('漏拆', '错拆'), summary: fc.constantFrom('', '一', '二'), tags: fc.uniqueArray(fc.constantFrom('安全', '检修', '接地')),
  background: texts, own: texts, confidentiality: fc.constantFrom('public' as const, 'internal' as const, 'restricted' as const),
}).map(({ background, own, ...content }) => recordContent({
  ...content, origin: { libraryId: one, unit: '' },
  body: { version: 1, preamble: [], sections: [newSection('background', '背景', background.map(paragraph)), newSection(null, '附记', own.map(paragraph))] },
}))

const merge = (into: RecordContent, from: RecordContent, choice?: MergeChoice): EditableContent => {
  const parts = mergeParts(into, from, [one, other])
  const chosen = [...parts.fields, ...parts.sections].flatMap(({ key, choices }) => (choice && choices.includes(choice) ? [[key, choice] as const] : []))
  return mergedContent(into, from, parts, new Map(chosen))
}
const linesOf = ({ body }: Pick<EditableContent, 'body'>): string[] => (body ? [...placedBlocks(body)].map(({ block }) => blockText(block)).filter((text) => text !== '') : [])

describe('making one record of two', () => {
  it('changes nothing but the confidentiality where all that stays is chosen', () => {
    fc.assert(fc.property(contentArb, contentArb, (into, from) => {
      const merged = merge(into, from, 'into')
      for (const [key, value] of Object.entries(merged)) if (key !== 'confidentiality') expect(value).toEqual(into[key])
      expect(merged.confidentiality).toBe(stricter(into.confidentiality, from.confidentiality))
    }), { numRuns: 30 })
  })

  it('loses no line and no entry of either where both are chosen, and says nothing twice that both say', () => {
    fc.assert(fc.property(contentArb, contentArb, (into, from) => {
      const merged = merge(into, from, 'both')
      expect(new Set(linesOf(merged))).toEqual(new Set([...linesOf(into), ...linesOf(from)]))
      expect(new Set(merged.tags)).toEqual(new Set([...into.tags, ...from.tags]))
      expect(merged.tags).toHaveLength(new Set(merged.tags).size)
    }), { numRuns: 30 })
  })

  it('of a record and itself is that record', () => {
    fc.assert(fc.property(contentArb, (same) => { expect(mergeParts(same, same, [one])).toEqual({ fields: [], sections: [] }) }), { numRuns: 30 })
  })

  it('presets what loses nothing: lists joined, what is empty filled, a paragraph that only the other has behind the own ones', () => {
    const section = (...lines: string[]) => ({ version: 1 as const, preamble: [], sections: [newSection('background', '背景', lines.map(paragraph))] })
    const into = recordContent({ title: '甲', tags: ['安全'], body: section('监护人核对接地线编号。') })
    const from = recordContent({ title: '乙', team: '一班', tags: ['检修'], body: section('监护人逐根核对接地线编号。', '发现少了一组，立即停止操作。') })
    const merged = merge(into, from)
    expect(merged).toMatchObject({ title: '甲', team: '一班', tags: ['安全', '检修'] })
    expect(linesOf(merged)).toEqual(['监护人核对接地线编号。', '监护人逐根核对接地线编号。', '发现少了一组，立即停止操作。'])
    expect(linesOf(merge(into, { ...from, body: section('监护人逐根核对接地线编号。') }))).toEqual(['监护人核对接地线编号。'])
  })

  it('takes the proofs of a result along, and leaves out links between the two', () => {
    const file = { sha256: 'a'.repeat(64), name: '照片.jpg', size: 1, mediaType: 'image/jpeg' }
    const results = [{ id: 'r1', indicator: '误操作', unit: '次', before: '3', after: '0', evidence: [file.sha256] }]
    const into = recordContent({ links: [{ to: other, relation: 'related' }] })
    const from = recordContent({ attachments: [file], fields: { results }, links: [{ to: one, relation: 'related' }] })
    const parts = mergeParts(into, from, [one, other])
    expect(parts.fields.map(({ key }) => key)).toEqual(['attachments', 'fields.results'])
    expect(mergedContent(into, from, parts, new Map([['attachments', 'into']]))).toMatchObject({ attachments: [file], fields: { results } })
  })

  it('gives a row of the other a new id where its own is taken, as it is of two records begun from one template, and only there', () => {
    const row = (id: string, indicator: string, before: string) => ({ id, indicator, unit: '次', before, after: '0', evidence: [] })
    const own = [row('r1', '误操作', '3'), row('r2', '漏拆', '1')]
    const merged = merge(recordContent({ fields: { results: own } }), recordContent({ fields: { results: [row('r1', '误操作', '3'), row('r2', '漏拆', '2'), row('r9', '错挂', '4')] } }))
    const results = merged.fields?.results ?? []
    expect(results.map(({ indicator, before }) => `${indicator} ${before}`)).toEqual(['误操作 3', '漏拆 1', '漏拆 2', '错挂 4'])
    expect(results.map(({ id }) => id)).toEqual(['r1', 'r2', expect.stringMatching(/^[0-9a-f]{12}$/), 'r9'])
  })

  it('adds no row that says nothing beyond one of the other, as templates begin theirs, on either side', () => {
    const row = (id: string, indicator: string, before = '', evidence: string[] = []) => ({ id, indicator, unit: before && '次', before, after: '', evidence })
    const filled = [row('r1', '误操作', '3'), row('r2', '漏拆', '1')]
    const begun = [row('r3', '误操作'), row('r4', '漏拆'), row('r5', '')]
    const said = (merged: EditableContent): string[] => merged.fields?.results?.map(({ indicator, before }) => `${indicator} ${before}`) ?? []
    const [full, empty] = [recordContent({ fields: { results: filled } }), recordContent({ fields: { results: begun } })]
    for (const choice of [undefined, 'both'] as const) expect(said(merge(full, empty, choice))).toEqual(['误操作 3', '漏拆 1'])
    expect(said(merge(empty, full))).toEqual(['误操作 3', '漏拆 1'])
  })

  it('has a file once, whatever it is called, as the side that says what it is for has it', () => {
    const file = { sha256: 'a'.repeat(64), name: '照片.jpg', size: 1, mediaType: 'image/jpeg' }
    const proof = { ...file, name: '证据.jpg', role: 'evidence' as const }
    const other = { ...file, sha256: 'b'.repeat(64) }
    expect(merge(recordContent({ attachments: [file, other] }), recordContent({ attachments: [proof] })).attachments).toEqual([proof, other])
    expect(merge(recordContent({ attachments: [proof] }), recordContent({ attachments: [other, file] })).attachments).toEqual([proof, other])
  })

  it('leaves behind the fields that the type of what stays has not', () => {
    const from = recordContent({ type: 'tool', fields: { kind: 'form' } })
    expect(mergeParts(recordContent(), from, []).fields).toEqual([])
  })
})

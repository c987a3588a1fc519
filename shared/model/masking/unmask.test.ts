import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraph, recordContent } from '../../../tests/support/records'
import type { Block } from '../body/blocks'
import { mapBlocks } from '../body/mapBody'
import { normaliseBody } from '../body/normalise'
import { RecordContent } from '../record'
import { threeWayContent, threeWayParts } from '../threeWay/contents'
import { createFinder } from './find'
import { createForms } from './forms'
import type { Mask } from './putBack'
import { changeTexts, visitTexts } from './texts'
import { unmaskedPair } from './unmask'

const origin = { libraryId: '01920000-0000-7000-8000-000000000001', unit: '甲班张三' }
const [hash, cleaned] = ['a'.repeat(64), 'b'.repeat(64)]
const names = ['张三', '张四', '李四', '欧阳修']
const find = createFinder({ people: names, words: ['安监部'] })

/** Each ends so that no two make a third, whose marks would be mixed. */
const plainWords = [...names, '安监部', '13812345678', 'a@b.cn', '张某', '工作负责人', '核对', ''].map((word) => `${word}，`)
const numbered = (content: RecordContent): RecordContent => {
  let next = 0
  return { ...content, body: normaliseBody(mapBlocks(content.body, (block) => ({ ...block, id: `b${next++}` }))) }
}
const contentOf = (words: readonly string[]): fc.Arbitrary<RecordContent> => {
  const wordArb = fc.constantFrom(...words)
  const textArb = fc.array(wordArb, { maxLength: 4 }).map((each) => each.join(''))
  const inlinesArb = fc.array(fc.tuple(wordArb, fc.constantFrom([], ['bold'], ['italic'])), { maxLength: 4 })
    .map((each) => each.map(([text, marks]) => ({ type: 'text' as const, text, ...marks.length > 0 && { marks } })))
  const lineArb = inlinesArb.map((inlines): Block => ({ type: 'paragraph', id: '', inlines }))
  const blockArb: fc.Arbitrary<Block> = fc.oneof(
    { weight: 4, arbitrary: lineArb }, lineArb.map((line): Block => ({ type: 'quote', id: '', blocks: [line] })),
    fc.tuple(textArb, lineArb, lineArb).map(([caption, one, two]): Block => ({ type: 'table', id: '', caption, rows: [{ cells: [{ blocks: [one] }, { blocks: [two] }] }] })),
  )
  return fc.record({
    title: textArb.map((text) => `题${text}`), summary: textArb, contact: textArb, authors: fc.uniqueArray(fc.constantFrom(...names)), tags: fc.uniqueArray(textArb.filter((text) => text !== ''), { maxLength: 3 }),
    fields: fc.record({
      promotion: textArb,
      results: fc.uniqueArray(fc.record({ id: fc.constantFrom('r1', 'r2'), indicator: textArb, unit: fc.constant(''), before: textArb, after: textArb, evidence: fc.constant<string[]>([]) }), { selector: ({ id }) => id }),
    }),
    body: fc.record({
      version: fc.constant(1 as const), preamble: fc.array(blockArb, { maxLength: 2 }),
      sections: fc.array(textArb, { maxLength: 2 }).chain((titles) => fc.tuple(...titles.map((title, index) => fc.array(blockArb, { maxLength: 3 }).map((blocks) => ({ id: `s${index}`, key: null, title, blocks }))))),
    }),
  }).map((content) => numbered(recordContent({ ...content, origin, stageHistory: [{ move: 'submit', from: 'draft', to: 'inReview', by: { name: '张三', unit: '' }, at: '2026-11-24T06:00:00.000Z', judged: hash }] })))
}
const contentArb = contentOf(plainWords)
/** Where a 2 stands behind a name, its form may look like that of another. */
const anyContentArb = contentOf([...plainWords, ...names, 'a@b.cn', '2', '某'])

/** As a package is masked: what is found has a form of its own, or a role where `roles` names one. */
const mask = (original: RecordContent, roles: Readonly<Record<string, string>> = {}): { masked: RecordContent; masks: Mask[] } => {
  let all = ''
  visitTexts(original, (text) => { all += `${text}\n` })
  const formOf = createForms((form) => all.includes(form))
  const masks = new Map<string, Mask>()
  const masked = changeTexts(original, (text) => find(text).map((hit) => {
    const by = roles[hit.text] ?? formOf(hit.kind, hit.text)
    masks.set(hit.text, { text: hit.text, by })
    return { start: hit.start, end: hit.end, by }
  }))
  const { origin: { file: _file, ...from } } = masked
  return { masked: { ...masked, body: normaliseBody(masked.body), origin: from }, masks: [...masks.values()] }
}

type Edit = (content: RecordContent) => RecordContent
const appended = (block: Block): Block => (block.type === 'paragraph' && Array.isArray(block.inlines) ? { ...block, inlines: [...block.inlines, { type: 'text', text: '。改' }] } : block)
const editArb: fc.Arbitrary<Edit> = fc.oneof(
  fc.constantFrom<Edit[]>(
    (content) => ({ ...content, title: `${content.title}。改` }), (content) => ({ ...content, summary: `新${content.summary}` }), (content) => ({ ...content, tags: [...content.tags, '新'] }),
    (content) => ({ ...content, fields: { ...content.fields, results: (content.fields.results ?? []).map((row) => ({ ...row, after: `${row.after}。改` })) } }),
    (content) => ({ ...content, place: '新站' }), (content) => ({ ...content, body: { ...content.body, preamble: [...content.body.preamble, { type: 'paragraph', id: 'new', inlines: [{ type: 'text', text: '新的' }] }] } }),
    (content) => ({ ...content, body: { ...content.body, sections: content.body.sections.map((section) => ({ ...section, title: `${section.title}。改` })) } }),
  ),
  fc.nat(9).map((index): Edit => (content) => ({ ...content, body: mapBlocks(content.body, (block) => (block.id === `b${index}` ? appended(block) : block)) })),
)
const dropArb = fc.nat(9).map((index): Edit => (content) => ({ ...content, body: mapBlocks(content.body, (block) => (block.id === `b${index}` ? undefined : block)) }))
const editsArb = (one: fc.Arbitrary<Edit>): fc.Arbitrary<Edit> => fc.uniqueArray(one, { maxLength: 4 }).map((edits) => (content) => {
  const edited = edits.reduce((done, edit) => edit(done), content)
  return { ...edited, body: normaliseBody(edited.body) }
})

const runs = { numRuns: 60 }

const comesBack = (original: RecordContent, theirs: RecordContent, { masked, masks }: ReturnType<typeof mask>, mine = original) => {
  const pair = unmaskedPair(masked, original, theirs, masks, [])
  return { merged: threeWayContent(pair.base, mine, pair.theirs, new Map()), conflicts: threeWayParts(pair.base, mine, pair.theirs).filter(({ taken }) => taken === null), ...pair }
}
const textsOf = (content: RecordContent): Map<string, string[]> => {
  const texts = new Map<string, string[]>()
  visitTexts(content, (text, { unit }) => texts.set(unit, [...texts.get(unit) ?? [], text]))
  return texts
}

describe('what comes back of a masked content', () => {
  it('is no change where nothing was changed', () => {
    fc.assert(fc.property(anyContentArb, fc.boolean(), (original, hasRoles) => {
      const made = mask(original, hasRoles ? { 张三: '工作负责人', 李四: '工作负责人' } : {})
      const { merged, base, theirs } = comesBack(original, made.masked, made)
      expect(merged).toEqual(original)
      expect(theirs).toEqual(base)
    }), runs)
  })

  it('is the change on the original, with no mask in it', () => {
    fc.assert(fc.property(contentArb, editsArb(fc.oneof({ weight: 3, arbitrary: editArb }, dropArb)), (original, edit) => {
      const made = mask(original)
      const { merged, conflicts } = comesBack(original, edit(made.masked), made)
      expect(conflicts).toEqual([])
      expect(merged).toEqual(edit(original))
    }), runs)
  })

  it('never has a mask where the original has what was masked, though it may stand for several texts', () => {
    fc.assert(fc.property(anyContentArb, editsArb(editArb), (original, edit) => {
      const made = mask(original, { 张三: '工作负责人', 李四: '工作负责人', 欧阳修: '核对' })
      const { merged } = comesBack(original, edit(made.masked), made)
      const after = textsOf(merged)
      for (const [unit, texts] of textsOf(original)) {
        for (const text of texts) expect(after.get(unit)?.filter((each) => each.includes(text))).not.toHaveLength(0)
      }
    }), runs)
  })

  it('is a conflict where a changed text has a form that may stand for several texts', () => {
    const original = recordContent({ summary: '张三与李四', title: '张三的经验', origin })
    const made = mask(original, { 张三: '工作负责人', 李四: '工作负责人' })
    const { merged, conflicts } = comesBack(original, { ...made.masked, summary: `${made.masked.summary}同行`, title: '工作负责人的好经验' }, made)
    expect(conflicts.map(({ key }) => key)).toEqual(['summary'])
    expect([merged.title, merged.summary]).toEqual(['张三的好经验', '张三与李四'])
  })

  it('is merged with what was changed here meanwhile', () => {
    const original = recordContent({ title: '张三的经验', summary: '李四', origin })
    const made = mask(original)
    const { merged, conflicts } = comesBack(original, { ...made.masked, title: '张某的好经验' }, made, { ...original, summary: '李四说' })
    expect(conflicts).toEqual([])
    expect([merged.title, merged.summary]).toEqual(['张三的好经验', '李四说'])
  })

  it('keeps the marks inside a name where the line was not changed, and takes the change where it was', () => {
    const line = { type: 'paragraph' as const, id: 'b0', inlines: [{ type: 'text' as const, text: '张' }, { type: 'text' as const, text: '三', marks: ['bold'] }] }
    const original = recordContent({ origin, body: { version: 1, preamble: [line, { ...line, id: 'b1' }], sections: [] } })
    const made = mask(original)
    const theirs = { ...made.masked, body: mapBlocks(made.masked.body, (block) => (block.id === 'b1' ? appended(block) : block)) }
    const { merged, conflicts } = comesBack(original, theirs, made)
    expect(conflicts).toEqual([])
    expect(merged.body.preamble).toEqual([line, { ...line, id: 'b1', inlines: [{ type: 'text', text: '张三。改' }] }])
  })

  it('has the original files, pins and steps again, and those that were left out stay', () => {
    const [pinned, twin, recordId] = ['c'.repeat(64), 'd'.repeat(64), origin.libraryId]
    const file = { sha256: hash, name: '张三.jpg', size: 9, mediaType: 'image/jpeg' }
    const left = { ...file, sha256: 'e'.repeat(64), name: '花名册.xlsx' }
    const image: Block = { type: 'image', id: 'i', attachment: hash, alt: '', height: 3, width: 4 }
    const lost: Block = { type: 'image', id: 'x', attachment: left.sha256, alt: '' }
    const added: Block = { type: 'paragraph', id: 'n', inlines: [{ type: 'text', text: '新' }] }
    const quote: Block = { type: 'quote', id: 'q', citation: { recordId, revisionId: pinned }, blocks: [{ ...paragraph('张三'), id: 'p' }] }
    const original = RecordContent.parse({
      ...recordContent({ origin, attachments: [file, left], links: [{ to: recordId, relation: 'derivedFrom', revisionId: pinned }] }),
      fields: { results: [{ id: 'r', indicator: '张三', unit: '', before: '', after: '', evidence: [hash, left.sha256] }] },
      body: { version: 1, preamble: [image, lost, quote], sections: [] },
    })
    const { masked: texts, masks } = mask(original)
    const masked = RecordContent.parse(JSON.parse(JSON.stringify({
      ...texts, body: mapBlocks(texts.body, (block) => (block.id === 'x' ? undefined : block)), attachments: texts.attachments.filter(({ sha256 }) => sha256 === hash).map((each) => ({ ...each, size: 5 })),
      fields: { results: (texts.fields.results ?? []).map((row) => ({ ...row, evidence: [hash] })) },
    }).replaceAll(hash, cleaned).replaceAll(pinned, twin)))
    const theirs: RecordContent = {
      ...masked, attachments: masked.attachments.map((each) => ({ ...each, name: `新${each.name}` })), links: masked.links.map((link) => ({ ...link, note: '照此做' })),
      fields: { results: (masked.fields.results ?? []).map((row) => ({ ...row, after: '3' })) }, body: { ...masked.body, preamble: masked.body.preamble.flatMap((block) => (block.id === 'i' ? [{ ...block, caption: '新图' }, added] : [block])) },
    }
    const pair = unmaskedPair(masked, original, theirs, masks, [{ from: hash, to: cleaned }, { from: left.sha256, to: null }])
    expect(threeWayParts(pair.base, original, pair.theirs).filter(({ taken }) => taken === null)).toEqual([])
    expect(threeWayContent(pair.base, original, pair.theirs, new Map())).toEqual({
      ...original, attachments: [{ ...file, name: '新张三.jpg' }, left], links: [{ ...original.links[0], note: '照此做' }],
      fields: { results: [{ ...original.fields.results?.[0], after: '3' }] }, body: { ...original.body, preamble: [{ ...image, caption: '新图' }, lost, added, quote] },
    })
  })

  it('takes no form for that of another text where its own text did not stand', () => {
    const masks = [{ text: '张三', by: '张某' }, { text: '张三丰', by: '张某2' }]
    const [original, masked] = [recordContent({ title: '张三丰', summary: '张三2人' }), recordContent({ title: '张某2', summary: '张某2人' })]
    const { base, theirs } = unmaskedPair(masked, original, { ...masked, summary: '张某2人，已撤' }, masks, [])
    expect([base.title, base.summary, theirs.title, theirs.summary]).toEqual(['张三丰', '张某2人', '张三丰', '张某2人，已撤'])
  })
})

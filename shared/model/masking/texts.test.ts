import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraph, recordContent } from '../../../tests/support/records'
import type { Block } from '../body/blocks'
import { RecordContent } from '../record'
import type { Replacement } from './sensitive'
import { changeTexts, visitTexts } from './texts'

const textsOf = (content: RecordContent): string[] => {
  const texts: string[] = []
  visitTexts(content, (text) => texts.push(text))
  return texts
}

const everywhere = (word: string, by: string) => (text: string): Replacement[] => {
  const found: Replacement[] = []
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) found.push({ start: at, end: at + word.length, by })
  return found
}

const bodyOf = (...blocks: Block[]): RecordContent['body'] => ({ version: 1, preamble: [], sections: [{ id: 's1', key: null, title: '背景', blocks }] })
const contentOf = (...blocks: Block[]): RecordContent => recordContent({ body: bodyOf(...blocks) })
const hash = 'a'.repeat(64)
const at = '2026-11-24T06:00:00.000Z'
const recordId = '01920000-0000-7000-8000-000000000001'

describe('the texts of a content', () => {
  it('are all that somebody wrote, wherever it stands', () => {
    const said = (name: string): string => `${name}找张三`
    const content = RecordContent.parse({
      ...recordContent(), title: said('标题'), summary: said('摘要'), unit: said('单位'), team: said('班组'), authors: [said('作者')], contact: said('联系'), field: said('专业'),
      tags: [said('标签')], place: said('地点'), later: { says: [said('以后')] }, origin: { libraryId: recordId, unit: said('来处'), file: { name: said('原件'), sha256: hash, at } },
      links: [{ to: recordId, relation: 'uses', note: said('注') }], attachments: [{ sha256: hash, name: said('附件'), size: 1, mediaType: 'text/plain' }],
      stageHistory: [{ move: 'submit', from: 'draft', to: 'inReview', by: { name: said('谁'), unit: said('谁的单位') }, at, judged: hash, reason: said('理由') }],
      fields: { promotion: said('推广'), results: [{ id: 'r1', indicator: said('指标'), unit: said('量'), before: said('前'), after: said('后'), evidence: [hash], note: said('说明') }] },
      custom: { owner: said('自定'), steps: [{ id: 'c1', kind: said('格') }] },
      body: {
        version: 1, preamble: [paragraph(said('序'))],
        sections: [{
          id: 's1', key: null, title: said('节'), more: said('节外'), blocks: [
            { type: 'table', id: 't', caption: said('表题'), rows: [{ cells: [{ blocks: [paragraph(said('表格'))] }] }] },
            { type: 'image', id: 'i', attachment: hash, alt: said('替代'), caption: said('图题') },
            { type: 'quote', id: 'q', citation: { recordId, revisionId: hash, title: said('引题'), sectionTitle: said('引节') }, blocks: [paragraph(said('引文'))] },
            { type: 'callout', id: 'c', tone: 'note', blocks: [paragraph(said('提示'))] }, { type: 'future', id: 'f', says: [{ deep: said('未知') }] },
            { type: 'paragraph', id: 'p', caption: said('多的'), inlines: [
              { type: 'link', href: said('mailto:'), inlines: [{ type: 'text', text: said('链接') }] }, { type: 'recordLink', recordId, text: said('提及') },
              { type: 'footnote', id: 'n', inlines: [{ type: 'text', text: said('脚注') }] }, { type: 'image', attachment: hash, alt: said('行内图') }, { type: 'math', tex: said('未知行内') },
            ] },
          ],
        }],
      },
    })
    const changed = changeTexts(content, everywhere('张三', '某'))
    expect(JSON.stringify(changed)).toBe(JSON.stringify(content).replaceAll('张三', '某'))
    expect(RecordContent.parse(changed)).toEqual(changed)
  })

  it('are none that a program reads: options, ids, hashes, dates, numbers', () => {
    const content = RecordContent.parse({
      ...recordContent({ number: 'YW1-CS-2026-0137', date: '2026-11' }), type: 'tool', fields: { kind: 'form', owner: '生技部', form: [{ id: 'form', title: '名称', kind: 'text', required: true }] },
      attachments: [{ sha256: hash, name: '一', size: 1, mediaType: 'text/plain', role: 'evidence' }],
      body: bodyOf({ type: 'future', id: 'text', kind: 'text', number: 'CS-1', revisionId: 'text', madeAt: at, says: '字' }),
    })
    expect(textsOf(content).sort()).toEqual(['一', '名称', '字', '案例', '生技部', '背景'])
  })

  it('are also what stands under the name of a code and is none, and numbers', () => {
    const phone = '13812345678'
    const content = RecordContent.parse({
      ...recordContent(), custom: { tel: 13812345678, b: { list: [phone] }, c: [{ number: phone, role: `负责人${phone}` }], d: [{ id: 'r1', number: phone, deep: { keys: { number: phone } } }] },
      body: bodyOf({ type: 'future', id: 'f', number: phone, list: [phone, 'YW1-CS-2026-0137'], role: `负责人${phone}`, calledAt: phone, callId: 13812345678, size: 12 }),
    })
    const changed = changeTexts(content, everywhere(phone, '138****5678'))
    expect(JSON.stringify(changed)).toBe(JSON.stringify(content).replace(/:13812345678/g, ':"13812345678"').replaceAll(phone, '138****5678'))
    expect(RecordContent.parse(changed)).toEqual(changed)
  })

  it('of a line are one, and what is put in takes the looks of its first character', () => {
    const content = contentOf({ type: 'paragraph', id: 'p', inlines: [
      { type: 'text', text: '由张' }, { type: 'text', text: '三', marks: ['bold'] }, { type: 'footnote', id: 'n', inlines: [] }, { type: 'text', text: '负责', marks: ['italic'] },
    ] })
    expect(textsOf(content)).toContain('由张三负责')
    expect(changeTexts(content, everywhere('张三', '某人')).body.sections[0]?.blocks).toEqual([{ type: 'paragraph', id: 'p', inlines: [
      { type: 'text', text: '由某人' }, { type: 'footnote', id: 'n', inlines: [] }, { type: 'text', text: '负责', marks: ['italic'] },
    ] }])
  })

  it('change within the label of a link, and a link that keeps none goes', () => {
    const content = contentOf({ type: 'paragraph', id: 'p', inlines: [
      { type: 'link', href: 'https://a.cn', inlines: [{ type: 'text', text: '张三的主页' }] }, { type: 'text', text: '李' }, { type: 'recordLink', recordId, text: '四' }, { type: 'break' }, { type: 'text', text: '张三' },
    ] })
    const masked = changeTexts(changeTexts(content, everywhere('张三', '张某')), everywhere('李四', '李某'))
    expect(masked.body.sections[0]?.blocks).toEqual([{ type: 'paragraph', id: 'p', inlines: [
      { type: 'link', href: 'https://a.cn', inlines: [{ type: 'text', text: '张某的主页' }] }, { type: 'text', text: '李某' }, { type: 'break' }, { type: 'text', text: '张某' },
    ] }])
  })

  it('stay the very same object where nothing changes', () => {
    const content = contentOf(paragraph('一'), { type: 'table', id: 't', rows: [{ cells: [{ blocks: [paragraph('二')] }] }] })
    expect(changeTexts(content, () => [])).toBe(content)
    const changed = changeTexts(content, everywhere('一', '三'))
    expect(changed.body.sections[0]?.blocks[1]).toBe(content.body.sections[0]?.blocks[1])
  })

  it('are each replaced exactly where it was asked, however the line is marked', () => {
    const pieceArb = fc.record({ text: fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 4 }), marks: fc.constantFrom([], ['bold'], ['italic']) })
    fc.assert(fc.property(fc.array(pieceArb, { maxLength: 6 }), fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 3 }), (pieces, word) => {
      const content = contentOf({ type: 'paragraph', id: 'p', inlines: pieces.map((piece) => ({ type: 'text', ...piece })) })
      const line = pieces.map(({ text }) => text).join('')
      const changed = changeTexts(content, everywhere(word, '某'))
      expect(textsOf(changed).filter((text) => text !== '案例' && text !== '背景').join('')).toBe(line.replaceAll(word, '某'))
    }))
  })
})

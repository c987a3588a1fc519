/** Records to Markdown and back: everything that a body can hold, under the ids that it had. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKnownBlock, type Block } from '#shared/model/body/blocks'
import type { Body } from '#shared/model/body/body'
import type { Inline } from '#shared/model/body/inlines'
import { newBlockId, newId } from '#shared/model/ids'
import { normaliseBody } from '#shared/model/body/normalise'
import { withUniqueIds } from '#shared/model/body/uniqueIds'
import type { RecordContent, RevisionFile } from '#shared/model/record'
import { bodyArbitrary } from '../../../../../tests/fixtures/docx/bodyArbitrary'
import { recordWith } from '../../../../../tests/support/records'
import { keptBody } from '../../writers/markdown/keptBody'
import { writeMarkdown } from '../../writers/markdown/writeMarkdown'
import type { ReadContext } from './context'
import { readOwn } from './ownRecord'
import { parseMarkdown } from './parse'
import { withHashes } from './pictures'

const hashes = ['a', 'b'].map((digit) => digit.repeat(64))
const pathOf = (sha256: string): string | undefined => (hashes.includes(sha256) ? `../attachments/现场 照片 ${sha256.slice(0, 2)}#1.png` : undefined)
const cited = newId()

const recordOf = (content: Partial<RecordContent>): RevisionFile => {
  const { format, id, revision, content: whole } = recordWith(content)
  return { format, id, revision: { ...revision, at: '2026-11-24T06:00:00.000Z' }, content: whole }
}

const readBack = (text: string): RecordContent => {
  const parsed = parseMarkdown(text)
  const context: ReadContext = { isOwn: true, definitions: parsed.definitions, notes: parsed.notes, fileLink: (_address, inside) => inside }
  const { content } = readOwn(context, parsed)
  const byPath = new Map(hashes.map((hash) => [pathOf(hash), hash]))
  return { ...content, body: withHashes(content.body, (address) => byPath.get(decodeURIComponent(address)) ?? /^missing\/(.*)$/.exec(address)?.[1]) }
}

const write = (content: Partial<RecordContent>): string => writeMarkdown(recordOf(content), { attachment: pathOf, record: (id) => (id === cited ? '../经验库/被引 用.md' : undefined) })

const roundTrip = (body: Body): Body => readBack(write({ body })).body

const bodyOf = (...blocks: Block[]): Body => ({ version: 1, preamble: [], sections: [{ id: newBlockId(), key: null, title: '背景', blocks }] })
const text = (value: string, ...marks: string[]) => ({ type: 'text' as const, text: value, ...marks.length > 0 ? { marks } : {} })
const line = (...inlines: Inline[]): Block => ({ type: 'paragraph', id: newBlockId(), inlines })

/** Characters that Markdown, HTML and YAML make a trouble of. */
const troubles = ['*', '**', '_', '__', '~~', '`', '``', '[', ']', '(', ')', '![', '<', '>', '<b>', '</p>', '<!--', '-->', '&amp;', '&', '#', '##', '|', '\\', '\\\\', '- ', '+ ', '1. ', '2) ', '=', '---', '===', ':', '::', '"', '\'', '$', '^', '[^1]', '[[x]]', '==x==', 'https://a.b', 'www.a.cn', 'a@b.cn', '!', '{', '}', ' ', '\t', '　', '\u00a0', '\n', '——', '“', '”', '。', '，', '字', 'a', '1', '😀', '𠮷', '[!NOTE]', '[ ]', '[x]', '\u200b', '\ufeff', '%20', '/']
const troubled = fc.array(fc.constantFrom(...troubles), { minLength: 1, maxLength: 7 }).map((parts) => parts.join(''))
const marks = fc.subarray(['bold', 'italic', 'underline', 'strike', 'superscript', 'code', 'highlight', 'own-mark'], { maxLength: 3 })
const troubledTexts = fc.array(fc.tuple(troubled, marks).map(([value, some]) => text(value, ...some)), { minLength: 1, maxLength: 4 })

describe('a body as Markdown', () => {
  it('comes back with all that it can hold, under the same ids', () => {
    fc.assert(fc.property(bodyArbitrary(hashes), ({ body }) => {
      const own = withUniqueIds(body)
      expect(roundTrip(own)).toEqual(keptBody(own))
    }), { numRuns: 100 })
  })

  it('keeps all but what is said of it: a body without odd keys is kept as it is', () => {
    fc.assert(fc.property(bodyArbitrary(hashes), ({ body }) => {
      const kept = keptBody(body)
      expect(keptBody(kept)).toEqual(kept)
      expect(JSON.stringify(kept).length).toBeGreaterThan(JSON.stringify(normaliseBody(body)).length * 0.8)
    }), { numRuns: 50 })
  })

  it('keeps every character of every text, whatever it means in Markdown, HTML or YAML, wherever it stands', () => {
    fc.assert(fc.property(troubledTexts, troubled, (inlines, value) => {
      const cell = (): Block[] => [line(...inlines)]
      const body = withUniqueIds(bodyOf(
        line(...inlines), { type: 'heading', id: newBlockId(), level: 2, inlines },
        { type: 'listItem', id: newBlockId(), list: 'bullet', level: 0, inlines }, { type: 'listItem', id: newBlockId(), list: 'number', level: 1, scheme: 'chinese', inlines },
        { type: 'divider', id: newBlockId() },
        { type: 'listItem', id: newBlockId(), list: 'check', level: 0, checked: true, inlines },
        { type: 'quote', id: newBlockId(), blocks: [line(...inlines)] }, { type: 'callout', id: newBlockId(), tone: 'tip', blocks: [line(...inlines)] },
        { type: 'table', id: newBlockId(), rows: [{ cells: [{ header: 'column', blocks: cell() }, { header: 'column', blocks: [] }] }, { cells: [{ blocks: cell() }, { blocks: cell() }] }] },
        { type: 'table', id: newBlockId(), caption: `表${value}`, rows: [{ cells: [{ blocks: cell() }, { colSpan: 2, header: 'both', blocks: [] }] }] },
        line(text('见'), { type: 'footnote', id: newBlockId(), inlines }, { type: 'recordLink', recordId: cited, text: value }, { type: 'link', href: 'https://a.b/c', inlines }),
        { type: 'image', id: newBlockId(), attachment: hashes[0] ?? '', alt: value }, { type: 'image', id: newBlockId(), attachment: hashes[1] ?? '', alt: value, caption: `图${value}`, align: 'center', width: 20.5 },
      ))
      const content = { body, title: `题${value}`, summary: value, tags: [value], custom: { [value]: value } }
      const read = readBack(write(content))
      expect(read.body).toEqual(keptBody(body))
      expect(read).toMatchObject({ title: content.title, summary: value, tags: [value], custom: content.custom })
    }), { numRuns: 100 })
  })

  it('keeps citations, what a newer version wrote, and a picture that is missing', () => {
    const citation = { recordId: cited, revisionId: 'c'.repeat(64), blockId: 'b-1', title: '带 "引号" 的 <题>', number: 'YW1-JY-2026-0001', at: '2026-11-24T06:00:00.000Z', later: { a: [1, '-->'] } }
    const body = bodyOf(
      { type: 'quote', id: newBlockId(), citation, blocks: [line(text('引文')), line(text('[!NOTE]'))] },
      { type: 'quote', id: newBlockId(), citation, blocks: [line(text('[!NOTE]'))] }, { type: 'quote', id: newBlockId(), blocks: [] },
      { type: 'formula', id: newBlockId(), tex: 'a --> b -- <c>', inner: [{ x: '-->' }] },
      line(text('前'), { type: 'stamp', what: '-->' }, text('后')), line(),
      { type: 'image', id: newBlockId(), attachment: 'd'.repeat(64), alt: '丢了' },
    )
    expect(roundTrip(body)).toEqual(normaliseBody(body))
  })

  it('is given new ids where blocks were added, and keeps sections that were renamed', () => {
    const body = bodyOf(line(text('一')), line(text('二')))
    body.sections[0] = { id: 'section-1', key: 'background', title: '背景', blocks: body.sections[0]?.blocks ?? [] }
    const edited = write({ body }).replace('## 背景', '## 来龙去脉').replace('\n二\n', '\n二\n\n三\n')
    const read = readBack(edited).body
    expect(read.sections).toMatchObject([{ id: 'section-1', key: 'background', title: '来龙去脉' }])
    expect(read.sections[0]?.blocks.map((block) => (isKnownBlock(block) && block.type === 'paragraph' ? block.inlines : []))).toEqual([[text('一')], [text('二')], [text('三')]])
    expect(read.sections[0]?.blocks.some((block) => body.sections[0]?.blocks.some(({ id }) => id === block.id))).toBe(false)
  })
})

import { buildEditorFromExtensions } from '@lexical/extension'
import fc from 'fast-check'
import { defineExtension, type LexicalEditor } from 'lexical'
import { describe, expect, it } from 'vitest'
import { Body } from '#shared/model/body/body'
import { markOrder } from '#shared/model/body/inlines'
import { normaliseBody } from '#shared/model/body/normalise'
import { bodyTheme } from '../bodyTheme'
import { BodyNodesExtension } from '../extensions/bodyNodes'
import { $readBody, $writeBody } from './body'

const hex = (length: number) => fc.string({ unit: fc.nat({ max: 15 }).map((digit) => digit.toString(16)), minLength: length, maxLength: length })
const sha256 = hex(64)
const uuid = fc.uuid({ version: 7 })
const text = fc.oneof(
  fc.constantFrom('核对', '两人\t分离核对', '😀票𠮷', ' ', 'a\nb', '\t', '0'), fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const kept = fc.dictionary(
  fc.constantFrom('xNote', 'xState', 'comment', '扩展', 'filler', 'format', 'children'),
  fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.string({ maxLength: 6 }), fc.array(fc.integer(), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b'), fc.integer(), { maxKeys: 2, noNullPrototype: true })),
  { maxKeys: 2, noNullPrototype: true },
)

/** An object of these keys, those named optional sometimes absent, and now and then keys of a newer version. */
type Shape = Record<string, fc.Arbitrary<unknown>>

const known = (shape: Shape, optional: Shape = {}) =>
  fc.tuple(fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: kept }), fc.record(shape), fc.record(optional, { requiredKeys: [] }))
    .map(([extra, required, present]) => ({ ...extra, ...present, ...required }))

const marks = fc.uniqueArray(fc.constantFrom(...markOrder, 'emphasis-dot', 'tracked'), { maxLength: 4 })
const size = fc.integer({ min: 1, max: 2000 })
const id = hex(12)

const textInline = known({ type: fc.constant('text'), text }, { marks })
const breakInline = known({ type: fc.constant('break') })
const link = known({ type: fc.constant('link'), href: fc.constantFrom('https://example.com/a', 'mailto:a@b.cn', 'file:x'), inlines: fc.array(textInline, { maxLength: 3 }) })
const inline = fc.oneof(
  { weight: 6, arbitrary: textInline },
  breakInline,
  link,
  known({ type: fc.constant('recordLink'), recordId: uuid, text }),
  known({ type: fc.constant('image'), attachment: sha256, alt: text }, { width: size, height: size }),
  known({ type: fc.constant('footnote'), id, inlines: fc.array(fc.oneof(textInline, breakInline, link), { maxLength: 3 }) }),
  known({ type: fc.constantFrom('formula', 'field', '未来') }, { source: text }),
)
const inlines = fc.array(inline, { maxLength: 5 })
const align = fc.constantFrom('left', 'center', 'right', 'justify')
const line = { align, indent: fc.integer({ min: 0, max: 12 }) }

/** The rows and column widths of a table whose spans fill its grid exactly: rectangles are cut off row by row. */
const grids = (blocks: fc.Arbitrary<unknown>) => fc.record({
  rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }),
  spans: fc.infiniteStream(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))),
  cells: fc.infiniteStream(known({ blocks }, { header: fc.constantFrom('column', 'row', 'both') })),
}).chain(({ rows, columns, spans, cells }) => {
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => false))
  const free = (row: number, column: number): boolean => grid[row]?.[column] === false
  return fc.tuple(...Array.from({ length: rows }, (_, row) => {
    const inRow: unknown[] = []
    for (let column = 0; column < columns; column += 1) {
      if (!free(row, column)) continue
      const [[wide, high] = [1, 1]] = [...spans.take(1)]
      let colSpan = 1
      while (colSpan < wide && free(row, column + colSpan)) colSpan += 1
      const rowSpan = Math.min(high, rows - row)
      for (let r = row; r < row + rowSpan; r += 1) grid[r]?.fill(true, column, column + colSpan)
      inRow.push({ ...[...cells.take(1)][0], ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) })
    }
    return known({ cells: fc.constant(inRow) })
  })).chain((filled) => fc.record(
    { rows: fc.constant(filled), columnWidths: fc.array(size, { minLength: columns, maxLength: columns }) }, { requiredKeys: ['rows'] },
  ))
})

const { block } = fc.letrec<{ block: unknown, blocks: unknown[] }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 3, depthIdentifier: 'blocks' }),
  block: fc.oneof(
    { depthIdentifier: 'blocks', maxDepth: 3 },
    known({ type: fc.constant('paragraph'), id, inlines }, line),
    known({ type: fc.constant('heading'), id, inlines, level: fc.integer({ min: 1, max: 5 }) }, line),
    known({ type: fc.constant('listItem'), id, inlines, list: fc.constantFrom('bullet', 'number', 'check'), level: fc.integer({ min: 0, max: 4 }) },
      { ...line, start: fc.integer({ min: 0, max: 9 }), checked: fc.boolean(), scheme: fc.constant('chinese') }),
    known({ type: fc.constant('listItem'), id, inlines, list: fc.constant('number'), level: fc.integer({ min: 0, max: 2 }) }),
    known({ type: fc.constant('divider'), id }),
    known({ type: fc.constant('image'), id, attachment: sha256, alt: text }, { caption: text, align, width: size, height: size }),
    known({ type: fc.constantFrom('chart', 'video'), id }, { blocks: fc.constant([{ type: 'inner' }]), data: kept }),
    known({ type: fc.constant('quote'), id, blocks: tie('blocks') }, { citation: known({ recordId: uuid, revisionId: sha256 }, { blockId: id }) }),
    known({ type: fc.constant('callout'), id, tone: fc.constantFrom('note', 'tip', 'warning', 'danger'), blocks: tie('blocks') }),
    fc.tuple(grids(tie('blocks')), known({ type: fc.constant('table'), id }, { caption: text })).map(([grid, table]) => ({ ...table, ...grid })),
  ),
}))

const blocks = fc.array(block, { maxLength: 6 })
const section = known({ id, key: fc.constantFrom(null, 'measures', 'own'), title: text, blocks })

/** Numbers every id of a body, since chance and shrinking make some alike. */
const renumbered = (value: unknown, next = { id: 1 }): unknown => {
  if (Array.isArray(value)) return value.map((item) => renumbered(item, next))
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renumbered(inner, next)]))
  return 'id' in copy ? { ...copy, id: (next.id++).toString(16).padStart(12, '0') } : copy
}

/** No two sections of a body have the same key. */
const withoutTwins = (body: Body): Body => ({
  ...body,
  sections: body.sections.map((section, index) =>
    ({ ...section, key: body.sections.findIndex(({ key }) => key === section.key) < index ? null : section.key })),
})

/** Any body in normal form: every kind of block and inline, known and unknown, nested in each other. */
const bodyArbitrary: fc.Arbitrary<Body> = known({ version: fc.constant(1), preamble: blocks, sections: fc.array(section, { maxLength: 3 }) })
  .map((body) => normaliseBody(withoutTwins(Body.parse(renumbered(JSON.parse(JSON.stringify(body)))))))

const newEditor = (): LexicalEditor => buildEditorFromExtensions(defineExtension({
  name: 'test', theme: bodyTheme, dependencies: [BodyNodesExtension], $initialEditorState: null, onError: (error) => { throw error },
}))

const written = (body: Body): LexicalEditor => {
  const editor = newEditor()
  editor.update(() => { $writeBody(body) }, { discrete: true })
  return editor
}

const readBack = (editor: LexicalEditor): Body => editor.getEditorState().read(() => $readBody())

describe('body ↔ editor', () => {
  it('reads back exactly the body that was written', () => {
    fc.assert(fc.property(bodyArbitrary, (body) => { expect(readBack(written(body))).toEqual(body) }), { numRuns: 100 })
  })

  it('reads back the same after the editor state went through JSON', () => {
    fc.assert(fc.property(bodyArbitrary, (body) => {
      const json = JSON.stringify(written(body).getEditorState())
      const editor = newEditor()
      editor.setEditorState(editor.parseEditorState(json))
      expect(readBack(editor)).toEqual(body)
    }), { numRuns: 100 })
  })
})

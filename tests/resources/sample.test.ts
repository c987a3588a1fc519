/** The sample library that comes with the app: six records that must load as they are. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isKnownBlock, type Block, type TableBlock } from '#shared/model/body/blocks'
import { normaliseBody } from '#shared/model/body/normalise'
import { isKnownInline } from '#shared/model/body/inlines'
import { blockInlines, bodyAttachments, placedBlocks } from '#shared/model/body/walk'
import { Sha256, Timestamp, Uuid } from '#shared/model/ids'
import { LibraryFile, type UnitNode } from '#shared/model/library'
import { Person, RecordContent } from '#shared/model/record'
import { sectionKeysOf, sectionTitle, stagesOf } from '#shared/model/recordTypes'

const folder = join(import.meta.dirname, '../../resources/sample')

const Picture = z.strictObject({ file: z.string(), name: z.string(), mediaType: z.literal('image/png'), sha256: Sha256 })
const SampleRecord = z.strictObject({
  id: Uuid, createdAt: Timestamp, by: Person, pictures: z.array(Picture), content: z.record(z.string(), z.unknown()),
})

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'))

const libraryId = '01990000-0000-7000-8000-000000000000'

const library = LibraryFile.parse({
  ...z.record(z.string(), z.unknown()).parse(readJson('library.json')),
  format: 1, id: libraryId, language: 'zh-CN', numbering: {}, createdAt: '2026-01-01T00:00:00.000Z',
})

const samples = readdirSync(join(folder, 'records')).map((file) => {
  const { content, ...sample } = SampleRecord.parse(readJson(join('records', file)))
  expect(content, file).not.toHaveProperty('number')
  const record = RecordContent.parse({ ...content, number: 'YT-CS-2026-0001', attachments: [], origin: { libraryId, unit: library.unit.name } })
  return { file, ...sample, content: record }
})

const recordIds = new Set(samples.map((sample) => sample.id))

const unitNames = (nodes: readonly UnitNode[]): string[] => nodes.flatMap((node) => [node.name, ...unitNames(node.children ?? [])])

const blockIds = (blocks: Iterable<{ block: Block }>): string[] => [...blocks].flatMap(({ block }) => [
  block.id, ...blockInlines(block).flatMap((inline) => isKnownInline(inline) && inline.type === 'footnote' ? [inline.id] : []),
])

const linkedRecords = (block: Block): string[] =>
  blockInlines(block).flatMap((inline) => isKnownInline(inline) && inline.type === 'recordLink' ? [inline.recordId] : [])

/** How many columns each row fills, cells that reach down from rows above included. */
const filledColumns = (table: TableBlock): number[] => {
  const filled = table.rows.map(() => 0)
  table.rows.forEach((row, index) => row.cells.forEach((cell) => {
    for (let reach = 0; reach < (cell.rowSpan ?? 1); reach += 1) filled[index + reach] = (filled[index + reach] ?? 0) + (cell.colSpan ?? 1)
  }))
  return filled
}

describe('the sample library', () => {
  it('has three cases, one of them negative, two experiences and a tool', () => {
    expect(samples.map((sample) => sample.content.type).sort()).toEqual(['case', 'case', 'case', 'experience', 'experience', 'tool'])
    expect(samples.filter((sample) => sample.content.type === 'case' && sample.content.fields.polarity === 'negative')).toHaveLength(1)
    expect(recordIds.size).toBe(samples.length)
  })

  describe.each(samples)('$file', ({ id, content, createdAt, by, pictures }) => {
    it('has a body in normal form with an id of its own for each section, block and footnote', () => {
      expect(normaliseBody(content.body)).toEqual(content.body)
      const ids = [...content.body.sections.map((section) => section.id), ...blockIds(placedBlocks(content.body))]
      expect(new Set(ids).size).toBe(ids.length)
      for (const blockId of ids) expect(blockId).toMatch(/^[0-9a-f]{12}$/)
    })

    it('fills the sections of its type in their order under their usual titles', () => {
      expect(content.body.sections.map((section) => section.key)).toEqual(sectionKeysOf(content.type))
      for (const section of content.body.sections) {
        expect(section.title).toBe(sectionTitle(section.key ?? '', 'zh-CN'))
        expect(section.blocks).not.toHaveLength(0)
      }
    })

    it('was created when its id says, and stands at a stage of its type', () => {
      expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse(createdAt))
      expect(stagesOf(content.type)).toContain(content.stage)
    })

    it('links to other records of the sample only', () => {
      const targets = [...content.links.map((link) => link.to), ...[...placedBlocks(content.body)].flatMap(({ block }) => linkedRecords(block))]
      expect(targets).not.toHaveLength(0)
      for (const target of targets) expect(recordIds.has(target) && target !== id).toBe(true)
    })

    it('shows just the pictures that it brings, whose hashes are those of the files', () => {
      expect(bodyAttachments(content.body)).toEqual(pictures.map((picture) => picture.sha256))
      for (const picture of pictures) {
        const bytes = readFileSync(join(folder, picture.file))
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(picture.sha256)
        expect(bytes.length).toBeLessThan(150_000)
      }
    })

    it('has tables whose rows are all as wide as their columns', () => {
      for (const { block } of placedBlocks(content.body)) {
        if (!isKnownBlock(block) || block.type !== 'table') continue
        expect(new Set(filledColumns(block))).toEqual(new Set([block.columnWidths?.length]))
      }
    })

    it('uses the words of the library', () => {
      const { units, fields, tags, people } = library.vocabularies
      const names = (terms: readonly { name: string }[]): string[] => terms.map(({ name }) => name)
      expect(unitNames(units)).toEqual(expect.arrayContaining([content.unit, content.team]))
      expect(names(fields)).toContain(content.field)
      expect(names(tags)).toEqual(expect.arrayContaining(content.tags))
      expect(names(people)).toEqual(expect.arrayContaining([...content.authors, by.name]))
    })
  })
})

/** The sample library that comes with the app: some forty records that must load as they are. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isKnownBlock, type Block, type TableBlock } from '#shared/model/body/blocks'
import { normaliseBody } from '#shared/model/body/normalise'
import { isKnownInline } from '#shared/model/body/inlines'
import { blockInlines, bodyAttachments, bodyPieces, placedBlocks } from '#shared/model/body/walk'
import { FormField, Formula, formOf, formulasOf, isFilledIn } from '#shared/model/forms/form'
import { resultsOf } from '#shared/model/forms/results'
import { presetValues } from '#shared/model/forms/validity'
import { Sha256, Timestamp, Uuid } from '#shared/model/ids'
import { LibraryFile, type UnitNode } from '#shared/model/library'
import { PartialDate } from '#shared/model/partialDate'
import { destination, isWriter, movesFrom } from '#shared/model/life/moves'
import { MeasuredResult, Person, RecordContent, StageChange } from '#shared/model/record'
import { LibraryType, libraryTypes, sectionKeysOf, sectionTitle, stagesOf } from '#shared/model/recordTypes'
import { synonymGroups } from '#shared/model/synonyms'

const folder = join(import.meta.dirname, '../../resources/sample')

const file = { file: z.string(), name: z.string(), sha256: Sha256 }
const Picture = z.strictObject({ ...file, mediaType: z.literal('image/png') })
const Evidence = z.strictObject({ ...file, mediaType: z.literal('text/plain') })
const SampleRecord = z.strictObject({
  id: Uuid, createdAt: Timestamp, by: Person, pictures: z.array(Picture), evidence: z.array(Evidence).default([]),
  history: z.array(StageChange.pick({ move: true, by: true, at: true, reason: true })).default([]), content: z.record(z.string(), z.unknown()),
})

/** What the fields of a type hold that the model carries as it comes. */
const OwnFields = {
  case: z.strictObject({
    polarity: z.enum(['positive', 'negative']), applicability: z.string().min(1).optional(), promotion: z.string().min(1).optional(),
    results: z.array(MeasuredResult).optional(),
  }),
  experience: z.strictObject({
    polarity: z.enum(['positive', 'negative']), conclusion: z.string().min(1), priority: z.enum(['red', 'yellow', 'blue', 'green']).optional(),
    post: z.string().min(1).optional(), clause: z.string().min(1).optional(), reviewDate: PartialDate.min(10).optional(),
  }),
  tool: z.strictObject({ kind: z.enum(['rule', 'method', 'form', 'checklist', 'calculation']), owner: z.string().min(1).optional(), form: z.array(FormField).optional(), formulas: z.array(Formula).optional() }),
}

const readText = (path: string): string => readFileSync(join(folder, path), 'utf8')
const readJson = (path: string): unknown => JSON.parse(readText(path))
const hashOf = (path: string): string => createHash('sha256').update(readFileSync(join(folder, path))).digest('hex')

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

const stageOf = new Map(samples.map(({ id, content }) => [id, content.stage]))

const units = library.vocabularies.units.flatMap((top) => top.children ?? [])
const nodesIn = (nodes: readonly UnitNode[]): UnitNode[] => nodes.flatMap((node) => [node, ...nodesIn(node.children ?? [])])

const names = (terms: readonly { name: string }[]): string[] => terms.map(({ name }) => name)

const valuesOf = <T>(value: (content: RecordContent) => T): T[] => [...new Set(samples.map(({ content }) => value(content)))].sort()

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
  it('shows what there is: every type, stage, kind, unit and field, both polarities, each confidentiality, four years', () => {
    for (const type of libraryTypes) expect(samples.filter(({ content }) => content.type === type).length).toBeGreaterThan(10)
    expect(stageOf.size).toBe(samples.length)
    expect(valuesOf(({ stage }) => stage)).toEqual([...stagesOf('case')].sort())
    expect(valuesOf(({ fields }) => fields.kind ?? '')).toEqual(['', ...OwnFields.tool.shape.kind.options].sort())
    expect(valuesOf(({ unit }) => unit)).toEqual(names(units).sort())
    expect(valuesOf(({ field }) => field)).toEqual(names(library.vocabularies.fields).sort())
    expect(valuesOf(({ date }) => date.slice(0, 4))).toEqual(['2023', '2024', '2025', '2026'])
    for (const type of ['case', 'experience']) {
      expect(valuesOf((content) => (content.type === type ? content.fields.polarity ?? '' : ''))).toEqual(['', 'negative', 'positive'])
    }
    expect(samples.filter(({ content }) => content.confidentiality === 'restricted')).toHaveLength(1)
    expect(valuesOf(({ confidentiality }) => confidentiality)).toHaveLength(3)
  })

  it('says how each record came to its stage: by moves of its life, validated by somebody who did not write it', () => {
    for (const { file, createdAt, content, history } of samples) {
      const stages = history.reduce((stage, { move: key }) => {
        const move = movesFrom({ type: content.type, stage }).find((each) => each.key === key)
        return move ? destination({ type: content.type, stage }, move) : `no ${key} from ${stage}`
      }, 'draft')
      expect(stages, file).toBe(content.stage)
      expect([createdAt, ...history.map(({ at }) => at)], file).toEqual([createdAt, ...history.map(({ at }) => at)].sort())
      for (const { move, by } of history) if (move === 'validate') expect(isWriter({ authors: [...content.authors, history[0]?.by.name ?? ''] }, by.name), file).toBe(false)
      for (const { by } of history) expect(names(library.vocabularies.people), file).toContain(by.name)
    }
  })

  it('has vocabularies without a word that nothing uses, a code for each unit, and synonyms', () => {
    const { tags, people, words = [] } = library.vocabularies
    expect(names(tags).filter((tag) => !samples.some(({ content }) => content.tags.includes(tag)))).toEqual([])
    expect(names(people).filter((person) => !samples.some(({ content }) => content.authors.includes(person)))).toEqual([])
    const codes = nodesIn(library.vocabularies.units).map(({ code = '' }) => code)
    expect(codes).not.toContain('')
    for (const list of [codes, names(tags), names(people)]) expect(new Set(list).size).toBe(list.length)
    expect(synonymGroups(library)).toHaveLength(words.length)
  })

  it('has forms for tools that are filled in, and calculations that come to what their texts say', () => {
    const tools = samples.filter(({ content }) => content.type === 'tool' && isFilledIn(content.fields) && content.stage !== 'archived')
    for (const { file, content } of tools) expect(formOf(content.fields).length, file).toBeGreaterThan(0)
    const calculated = tools.flatMap(({ content: { fields } }) => {
      const [form, formulas] = [formOf(fields), formulasOf(fields)]
      const results = resultsOf({ form, formulas }, { ...Object.fromEntries(form.filter(({ kind }) => kind === 'number').map(({ id }) => [id, 1])), ...presetValues(form) })
      return formulas.map(({ id, title }) => { const outcome = results.get(id); return [title, outcome && 'value' in outcome ? outcome.value : outcome?.problem] as const })
    })
    const known = new Map(calculated)
    expect(known.get('折算热点')).toBeCloseTo(76, 1)
    expect(known.get('相对温差')).toBeCloseTo(76.2, 1)
    expect([known.get('损失电量'), known.get('表计少计'), known.get('余额')]).toEqual([5723, 1460, 1120])
    expect(calculated.filter(([, value]) => typeof value === 'object')).toEqual([])
  })

  describe.each(samples)('$file', ({ id, content, createdAt, by, pictures, evidence }) => {
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
      for (const target of targets) expect(stageOf.has(target) && target !== id).toBe(true)
      expect(new Set(content.links.map((link) => link.to)).size).toBe(content.links.length)
      for (const { to, relation } of content.links) if (relation === 'supersedes') expect(stageOf.get(to)).toBe('archived')
    })

    it('shows just the pictures that it brings, whose hashes are those of the files', () => {
      expect(bodyAttachments(content.body)).toEqual(pictures.map((picture) => picture.sha256))
      for (const picture of pictures) {
        expect(hashOf(picture.file)).toBe(picture.sha256)
        expect(statSync(join(folder, picture.file)).size).toBeLessThan(150_000)
      }
    })

    it('has the fields of its type, and results that its text or its evidence tells of', () => {
      const fields = OwnFields[LibraryType.parse(content.type)].parse(content.fields)
      for (const each of evidence) expect(hashOf(each.file)).toBe(each.sha256)
      const results = 'results' in fields ? fields.results ?? [] : []
      expect(new Set(results.flatMap((result) => result.evidence))).toEqual(new Set(evidence.map(({ sha256 }) => sha256)))
      const told = [...bodyPieces(content.body).map(({ text }) => text), ...evidence.map((each) => readText(each.file))].join('\n').replaceAll(',', '')
      for (const { before, after } of results) for (const value of [before, after]) expect(told.includes(value.replaceAll(',', '')), value).toBe(true)
      const isProven = results.some((result) => result.evidence.length > 0)
      if (content.type === 'case' && ['validated', 'published'].includes(content.stage)) expect(isProven).toBe(true)
    })

    it('has tables whose rows are all as wide as their columns', () => {
      for (const { block } of placedBlocks(content.body)) {
        if (!isKnownBlock(block) || block.type !== 'table') continue
        expect(new Set(filledColumns(block))).toEqual(new Set([block.columnWidths?.length]))
      }
    })

    it('uses the words of the library', () => {
      const { fields, tags, people } = library.vocabularies
      expect(names(units.find(({ name }) => name === content.unit)?.children ?? [])).toContain(content.team)
      expect(names(fields)).toContain(content.field)
      expect(names(tags)).toEqual(expect.arrayContaining(content.tags))
      expect(names(people)).toEqual(expect.arrayContaining([...content.authors, by.name]))
    })
  })
})

import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyAttachments } from '#shared/model/body/walk'
import { asReadBack, comparable } from '../../../../../tests/fixtures/docx/asReadBack'
import { bodyArbitrary } from '../../../../../tests/fixtures/docx/bodyArbitrary'
import { buildPng } from '../../../../../tests/fixtures/docx/png'
import { readBuilt } from '../../../../../tests/fixtures/docx/readBuilt'
import { recordWith } from '../../../../../tests/support/records'
import type { DocumentPreset } from '#shared/model/document/preset'
import { standardPresets } from '#shared/model/document/standardPresets.data'
import type { Language } from '#shared/model/language'
import type { RecordFile } from '#shared/model/record'
import { recordPlan } from '../../plan/recordPlan'
import { lookOf, twipsPerPixel } from './look'
import { writeDocx } from './writeDocx'

const pictures = ([[40, 30, 1], [800, 500, 2], [300, 1600, 3]] as const).map(([width, height, seed]) => {
  const bytes = buildPng(width, height, seed)
  return { bytes, width, height, sha256: createHash('sha256').update(bytes).digest('hex') }
})
const hashes = pictures.map(({ sha256 }) => sha256)
const sizes = new Map(pictures.map(({ sha256, width, height }) => [sha256, { width, height }]))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangfang-write-'))
  await Promise.all(pictures.map(({ sha256, bytes }) => writeFile(join(folder, sha256), bytes)))
})
afterAll(async () => { await rm(folder, { recursive: true, force: true }) })

const { official, workInstruction, plain } = standardPresets
const presets: readonly DocumentPreset[] = [official, workInstruction, plain, { ...plain, numbers: 'decimal', firstLine: 0, page: { paper: 'A5', top: 12, bottom: 12, left: 12, right: 12 } }]

/** The room that a page of the preset has, in pixels. */
const roomOf = (preset: DocumentPreset): { width: number; height: number } => {
  const { block } = lookOf({ preset, page: { isLandscape: false, hasPageNumbers: true } })
  return { width: block.width / twipsPerPixel, height: block.height / twipsPerPixel - 60 }
}

const write = (record: RecordFile, language: Language, preset: DocumentPreset = official) =>
  writeDocx(recordPlan(record, { language, customFields: [] }, preset, { titles: new Map(), pictures: new Map(hashes.map((sha256) => [sha256, join(folder, sha256)])) }))

const fields = fc.record({
  title: fc.constantFrom('接地线核对', '220 kV 刀闸发热的三级预警与处置', '单位：运维一班', 'A & B', '第一章 总则', '一个很长的题目'.repeat(12)),
  unit: fc.constantFrom('', '变电运维中心', 'State Grid & Co.'), team: fc.constantFrom('', '运维一班'),
  authors: fc.constantFrom<string[]>([], ['张三'], ['沈屹舟', '祝砚秋', '阿卜杜拉·买买提'], ['Li Lei', 'Han Meimei']),
  field: fc.constantFrom('', '变电运维'), place: fc.constantFrom('', '栖云变（220 kV）'), date: fc.constantFrom('', '2025', '2025-07', '2025-07-14'),
  summary: fc.constantFrom('', '一句话。', '时间：三周后；地点：栖云变。线路被迫停运，'.repeat(6).slice(0, -1)),
  confidentiality: fc.constantFrom('public' as const, 'internal' as const, 'restricted' as const),
  number: fc.constantFrom('', 'YW1-CS-2026-0137'),
})

describe('a record that is written and read again', () => {
  it('has the same sections, text, marks, lists, tables, pictures and notes in every preset, but for what asReadBack says', async () => {
    await fc.assert(fc.asyncProperty(bodyArbitrary(hashes), fc.constantFrom(...presets), async ({ type, body }, preset) => {
      const { bytes, warnings } = await write(recordWith({ type, body }), 'zh-CN', preset)
      const document = await readBuilt(Buffer.from(bytes), { type })
      const expected = asReadBack(body, sizes, roomOf(preset))
      expect(comparable(document.body, expected)).toEqual(comparable(expected, expected))
      expect(warnings).toEqual([])
      expect(new Set(document.pictures.map(({ sha256 }) => sha256))).toEqual(new Set(bodyAttachments(body)))
      expect(document.warnings.filter(({ code }) => !code.includes('sections'))).toEqual([])
    }), { numRuns: 150 })
  })

  it('has the same title and fields, in either language', async () => {
    await fc.assert(fc.asyncProperty(fields, fc.constantFrom('zh-CN' as const, 'en' as const), fc.constantFrom(...presets), async ({ number, ...given }, language, preset) => {
      const record = recordWith({ type: 'case', number, ...given }, '班组在工作中发现传统的做法已经不能满足要求。')
      const { bytes } = await write(record, language, preset)
      const document = await readBuilt(Buffer.from(bytes))
      expect(document).toMatchObject(given)
      expect(document.body.preamble).toEqual([])
      expect(document.body.sections).toHaveLength(1)
    }), { numRuns: 100 })
  })
})

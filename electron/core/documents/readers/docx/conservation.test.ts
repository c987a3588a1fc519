import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyPieces } from '#shared/model/body/walk'
import { buildCaseDocx, headingHabits } from '../../../../../tests/fixtures/docx/caseDocx'
import { buildDocx, numbering, numberings } from '../../../../../tests/fixtures/docx/docxFile'
import { readBuilt } from '../../../../../tests/fixtures/docx/readBuilt'
import { paragraph, run, table, textBox } from '../../../../../tests/fixtures/docx/wordXml'
import type { ReadDocument } from '../readDocument'
import { openPackage } from './officePackage'

/** Each paragraph's text as a plain look into the file shows it, fallbacks left out. */
const plainDump = async (bytes: Buffer): Promise<string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'liangfang-dump-'))
  try {
    const path = join(folder, 'file.docx')
    await writeFile(path, bytes)
    const xml = await (await openPackage(path)).xml('word/document.xml') ?? ''
    return xml.replace(/<mc:Fallback>.*?<\/mc:Fallback>/gs, '').split('</w:p>')
      .map((part) => [...part.matchAll(/<w:t[ >][^<]*?>?([^<>]*)<\/w:t>/g)].map((match) => match[1] ?? '').join(''))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const bare = (text: string): string => text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '').replace(/\s/g, '')

/** A heading's number, a label or a date may be told in other signs; all else must be there to the letter. */
const withoutSigns = (text: string): string => bare(text).replace(/[：:]$/, '').replace(/^[【《〔[](.*)[】》〕\]]$/, '$1')
  .replace(/^(?:单位|班组|作者|日期|摘要)[：:]/, '').replace(/^(?:第.{1,3}[章节]|[（(]?[一二三四五六七八九十]{1,3}[、）)]|[（(]?\d+[）)][、.．]?|\d+(?:\.\d+)*[.．、]?)/, '')

const dateParts = (text: string): string => text.replace(/(\d{4})年(\d{1,2})月(\d{1,2})日/, (_, year: string, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)

const lost = (dump: readonly string[], document: ReadDocument): string[] => {
  const kept = bare([document.title, document.summary, document.unit, document.team, document.authors.join('、'), document.field, document.place, document.date, ...bodyPieces(document.body).map(({ text }) => text)].join('\n'))
  return dump.filter((text) => !kept.includes(bare(text)) && !kept.includes(withoutSigns(dateParts(text))))
}

describe('no text is lost', () => {
  it.each(headingHabits)('of a case with headings by %s', async (habit) => {
    for (const seed of [0, 1, 2, 5]) {
      const bytes = await buildCaseDocx({ habit, seed })
      expect(lost(await plainDump(bytes), await readBuilt(bytes))).toEqual([])
    }
  })

  it('of a document with a table of contents, but for the contents', async () => {
    const contents = ['目录', '一、背景 1', '二、成效 2']
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${contents.map((text) => paragraph(text)).join('')}</w:sdtContent></w:sdt>`
    const bytes = await buildDocx({ body: paragraph('标题', { style: 'Title' }) + control + paragraph('一、背景') + paragraph('班组的故事。') + paragraph('二、成效') + paragraph('有所改善。') })
    expect(lost(await plainDump(bytes), await readBuilt(bytes))).toEqual(contents)
  })

  it('of documents of any words, looks, tables and text boxes; and their bodies fit the schema in normal form', async () => {
    const text = fc.oneof(
      fc.string(), fc.constantFrom('一、背景', '（一）做法', '1. 步骤', '2.3 小节', '摘要：简述', '单位', '表1 分工', '图1 现场', '第一章 总则', '附件1', '成效', '——副标题', '【背景】', '案例背景', '主要做法', '班组在工作中发现传统的做法已经不能满足要求，需要一起改进。', '2024年', '　　缩进的句子，后面还有。'),
    )
    const look = fc.record({ bold: fc.boolean(), size: fc.constantFrom(10.5, 14, 22) }, { requiredKeys: ['bold'] })
    const line = fc.tuple(text, look, fc.constantFrom('', 'Title', 'Heading1', 'Heading2', 'Caption'), fc.constantFrom(0, 1, 2), fc.constantFrom('left', 'center', 'right'))
      .map(([content, runLook, style, numId, align]) => paragraph(run(content, runLook), {
        ...(style === '' ? {} : { style }), ...(numId === 0 ? {} : { numId }), ...(align === 'center' || align === 'right' ? { align } : {}),
      }))
    const block = fc.oneof(
      { weight: 6, arbitrary: line },
      { weight: 1, arbitrary: fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map((rows) => table(rows.map((row) => row.map((content) => paragraph(run(content)))))) },
      { weight: 1, arbitrary: text.map((content) => paragraph(textBox(paragraph(run(content))))) },
    )
    const numberingXml = numberings(numbering(1, [{ format: 'decimal', text: '%1.' }]), numbering(2, [{ format: 'chineseCounting', text: '%1、' }]))
    await fc.assert(fc.asyncProperty(fc.array(block, { maxLength: 12 }), async (blocks) => {
      const bytes = await buildDocx({ body: paragraph('开头的一句话，足够让文件有内容。') + blocks.join(''), numbering: numberingXml })
      expect(lost(await plainDump(bytes), await readBuilt(bytes))).toEqual([])
    }), { numRuns: 200 })
  })
})

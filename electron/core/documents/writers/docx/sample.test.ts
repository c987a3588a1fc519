import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { recordTypes } from '#shared/model/recordTypes'
import { asReadBack, comparable } from '../../../../../tests/fixtures/docx/asReadBack'
import { packageFaults } from '../../../../../tests/fixtures/docx/checkPackage'
import { readBuilt, show } from '../../../../../tests/fixtures/docx/readBuilt'
import { sampleRecords, sampleTitles, type SampleRecord } from '../../../../../tests/fixtures/docx/sampleRecords'
import { readFieldForm } from '../../readers/structure/fieldForm'
import { withForm } from '../../plan/form'
import { labelsByLanguage } from '../../plan/labels.data'
import { pictureFacts } from './pictureSize'
import { withResults } from '../../plan/results'
import { standardPresets } from '#shared/model/document/standardPresets.data'
import { recordPlan } from '../../plan/recordPlan'
import { writeDocx, type WrittenDocx } from './writeDocx'

const write = ({ record, pictures }: SampleRecord): Promise<WrittenDocx> =>
  writeDocx(recordPlan(record, { language: 'zh-CN', customFields: [] }, standardPresets.official, { titles: sampleTitles, pictures }))

const sizesOf = async ({ pictures }: SampleRecord): Promise<Map<string, { width: number; height: number }>> =>
  new Map(await Promise.all([...pictures].map(async ([sha256, path]) => [sha256, pictureFacts(await readFile(path)) ?? { width: 0, height: 0 }] as const)))

describe.each(sampleRecords)('$file of the sample library', (sample) => {
  it('comes back from Word with its fields, sections, tables and pictures, in a package without faults', async () => {
    const { bytes, warnings } = await write(sample)
    const document = await readBuilt(Buffer.from(bytes), { type: sample.type })
    const { title, summary, unit, team, authors, field, place, date, confidentiality } = sample.record.content
    expect(document).toMatchObject({ title, summary, unit, team, authors, field, place, date, confidentiality, warnings: [] })
    const expected = asReadBack(withForm(withResults(sample.record.content, labelsByLanguage['zh-CN']), sample.record.content, 'zh-CN'), await sizesOf(sample))
    const { results: _results, form: _form, formulas: _formulas, ...own } = sample.record.content.fields
    const { values, body } = readFieldForm(document.body, recordTypes[sample.type].fields)
    expect(values).toEqual(own)
    expect(comparable(body, expected)).toEqual(comparable(expected, expected))
    expect(document.pictures.map(({ sha256 }) => sha256)).toEqual([...sample.pictures.keys()])
    expect(warnings).toEqual([])
    expect(await packageFaults(bytes)).toEqual([])
  })
})

const office = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'soffice')).find((path) => existsSync(path))

/** Objects of a PDF, those in compressed streams too. */
const pdfObjects = (pdf: Buffer): string => {
  const text = pdf.toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n/g)].flatMap((match) => {
    try { return [inflateSync(pdf.subarray(match.index + match[0].length)).toString('latin1')] } catch { return [] }
  })
  return [text, ...streams].join('\n')
}

describe.skipIf(office === undefined)('LibreOffice', () => {
  it('opens the files, numbers their sections, shows their text, and loses nothing when it saves them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'liangfang-office-'))
    try {
      const paths = await Promise.all(sampleRecords.slice(0, 3).map(async (sample, index) => {
        const path = join(folder, `${index}.docx`)
        await writeFile(path, (await write(sample)).bytes)
        return path
      }))
      const convert = (to: string): Promise<unknown> =>
        promisify(execFile)(office ?? '', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, '--outdir', join(folder, 'out'), ...paths])
      await convert('pdf')
      await convert('txt:Text (encoded):UTF8')
      await convert('docx')
      for (const [index, { type, record: { content } }] of sampleRecords.slice(0, 3).entries()) {
        const pdf = pdfObjects(await readFile(join(folder, 'out', `${index}.pdf`)))
        expect([...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length).toBeGreaterThan(1)
        const text = await readFile(join(folder, 'out', `${index}.txt`), 'utf8')
        // A title of two lines is broken between them.
        expect(text.replace(/\s/g, '')).toContain(content.title.replace(/\s/g, ''))
        const [ours, saved] = await Promise.all([join(folder, `${index}.docx`), join(folder, 'out', `${index}.docx`)].map(async (path) => readBuilt(await readFile(path), { type })))
        expect(saved && show(saved)).toEqual(ours && show(ours))
        expect(saved).toMatchObject({ title: content.title, unit: content.unit, authors: content.authors, date: content.date, summary: content.summary })
        for (const [place, section] of content.body.sections.entries()) expect(text).toMatch(new RegExp(`${'一二三四五六七八九十'.charAt(place)}、\\s*${section.title}`))
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

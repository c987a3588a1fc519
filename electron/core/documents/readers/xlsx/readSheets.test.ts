/** Excel files, read as they lie on disk. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeExcel } from '../../../../../tests/support/excel'
import { readSheets } from './readSheets'

let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'liangfang-xlsx-')) })
afterAll(async () => rm(folder, { recursive: true, force: true }))

describe('the cells of an Excel file', () => {
  it('are its texts, numbers as they are shown, days and times, sheet by sheet', async () => {
    const path = await writeExcel(join(folder, '各类.xlsx'), {
      一: [['名 ', 0.1 + 0.2, 13800138000], [null, new Date('2026-12-04T00:00:00Z'), new Date('2026-12-04T09:30:00Z')]], '第二页 & <附>': [['𠮷']],
    })
    expect(await readSheets(path)).toEqual([
      { name: '一', rows: [['名', '0.3', '13800138000'], ['', '2026-12-04', '2026-12-04 09:30']], merges: [] }, { name: '第二页 & <附>', rows: [['𠮷']], merges: [] },
    ])
  })

  it('that were made one over several rows hold their value in each', async () => {
    const path = await writeExcel(join(folder, '合并.xlsx'), { 'A&B': [[{ text: '名单', columns: 2 }, null], ['单位', '姓名'], [{ text: '一班', rows: 2 }, '张'], [null, '王'], ['二班', '李']] })
    const [sheet] = await readSheets(path)
    expect(sheet?.rows.slice(2)).toEqual([['一班', '张'], ['一班', '王'], ['二班', '李']])
    expect(sheet?.merges).toEqual([{ column: 0, from: 2, to: 3 }])
  })
})

describe('a file that is no such file', () => {
  it('is refused by what it is', async () => {
    const refused = async (name: string, bytes: Uint8Array): Promise<unknown> => {
      const path = join(folder, name)
      await writeFile(path, bytes)
      return readSheets(path).then(() => 'read', (error: unknown) => (error instanceof Error && 'failure' in error ? error.failure : error))
    }
    const whole = await readFile(await writeExcel(join(folder, '好.xlsx'), { 一: [['a', 'b']] }))
    expect(await refused('空.xlsx', Buffer.alloc(0))).toMatchObject({ code: 'empty' })
    expect(await refused('文字.xlsx', Buffer.from('姓名,单位'))).toMatchObject({ code: 'not_docx' })
    expect(await refused('半截.xlsx', whole.subarray(0, whole.length / 2))).toMatchObject({ code: 'damaged' })
    expect(await refused('大.xlsx', Buffer.alloc(21 * 1024 * 1024, 'PK'))).toMatchObject({ code: 'too_large' })
    const old = Buffer.alloc(1536)
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(old)
    old.writeUInt16LE(9, 0x1e)
    old.writeUInt32LE(0, 0x30)
    old.writeUInt32LE(0xfffffffe, 0x4c)
    old.write('Workbook', 512, 'utf16le')
    old.writeUInt16LE(18, 512 + 0x40)
    expect(await refused('旧.xls', old)).toMatchObject({ code: 'old_doc' })
    await expect(readSheets(join(folder, '没有.xlsx'))).rejects.toMatchObject({ failure: { code: 'unreadable', detail: 'ENOENT' } })
  })
})

const withSheets = async (name: string, parts: Readonly<Record<string, string>>): Promise<string> => {
  const zip = await JSZip.loadAsync(await readFile(await writeExcel(join(folder, name), { 一: [[1]] })))
  for (const [part, xml] of Object.entries(parts)) zip.file(part, xml)
  await writeFile(join(folder, name), await zip.generateAsync({ type: 'nodebuffer' }))
  return join(folder, name)
}
const read = async (path: string): Promise<unknown> => readSheets(path).catch((error: unknown) => (error instanceof Error && 'failure' in error ? error.failure : error))
const first = 'xl/worksheets/sheet1.xml'
const sheetOf = (rows: string): string => `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`

describe('cells without a name', () => {
  const cell = (text: string, more = ''): string => `<c ${more}t="inlineStr"><is><t>${text}</t></is></c>`

  it('stand behind the one before them, in the row below the one before', async () => {
    const rows = `<row>${cell('姓名')}${cell('单位')}</row><row/><row spans="1:3">${cell('李四')}<c/>${cell('r="A1" 二班')}</row><row>${cell('王五', 'r="B4" ')}${cell('后')}</row><row r='6'>${cell('六')}</row>`
    expect(await read(await withSheets('无名.xlsx', { [first]: sheetOf(rows) }))).toEqual([
      { name: '一', rows: [['姓名', '单位', ''], ['', '', ''], ['李四', '', 'r="A1" 二班'], ['', '王五', '后'], ['', '', ''], ['六', '', '']], merges: [] },
    ])
  })

  it('are refused where they are more than a sheet holds', async () => {
    expect(await read(await withSheets('宽.xlsx', { [first]: sheetOf(`<row>${cell('一').repeat(301)}</row>`) }))).toMatchObject({ code: 'too_large' })
    expect(await read(await withSheets('长.xlsx', { [first]: sheetOf(`<row>${cell('一')}</row>`.repeat(20_001)) }))).toMatchObject({ code: 'too_large' })
  })
})

describe('a cell far out', () => {
  const sheet = (rows: string): string => sheetOf(`<row r="1"><c r="A1"><v>1</v></c></row>${rows}`)

  it.each([
    '<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>', '<row r="999999999"><c r="A999999999"><v>1</v></c></row>', '<row r="99999999"/>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    '<row r="2"><c r="&#90;&#90;&#90;&#90;&#90;&#90;2"><v>1</v></c></row>', "<row r='2'><c t=\"n\"r='ZZZZZZ2'><v>1</v></c></row>", '<row r="2"><c r="国2"><v>1</v></c></row>', '<row r="2"><c r="KO2"><v>1</v></c></row>',
    Array.from({ length: 400 }, (_, row) => `<row r="${String(row + 2)}"><c r="XFD${String(row + 2)}" s="1"/></row>`).join(''),
  ])('is refused before anything is read: %.40s', async (rows) => {
    expect(await read(await withSheets('远.xlsx', { [first]: sheet(rows) }))).toMatchObject({ code: 'too_large' })
  })

  it('is refused in a part by another name too', async () => {
    const far = sheet('<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>')
    expect(await read(await withSheets('别名.xlsx', { 'xl/other.xml': far }))).toMatchObject({ code: 'too_large' })
    expect(await read(await withSheets('双名.xlsx', { [first]: far, 'xl/worksheets/SHEET1.xml': sheet('') }))).toMatchObject({ code: 'damaged' })
  })

  it('that holds nothing but a format is none', async () => {
    expect(await read(await withSheets('空行.xlsx', { [first]: sheet('<row r="2"><c r="XFD2" s="1"/></row><row r="1048576" ht="12.8"/>') }))).toEqual([{ name: '一', rows: [['1']], merges: [] }])
  })
})

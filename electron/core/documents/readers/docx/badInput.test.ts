import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCompoundFile, buildSpreadsheet, buildZipBomb, encryptedFile, notWordFile, oldWordFile, truncated } from '../../../../../tests/fixtures/docx/brokenFiles'
import { buildCaseDocx } from '../../../../../tests/fixtures/docx/caseDocx'
import { buildDocx, zip } from '../../../../../tests/fixtures/docx/docxFile'
import { show } from '../../../../../tests/fixtures/docx/readBuilt'
import { paragraph } from '../../../../../tests/fixtures/docx/wordXml'
import { ReadFailure } from '../readDocument'
import { readDocx } from './readDocx'

let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'liangfang-bad-')) })
afterAll(async () => { await rm(folder, { recursive: true, force: true }) })

const file = async (bytes: Buffer): Promise<string> => {
  const path = join(folder, 'file.docx')
  await writeFile(path, bytes)
  return path
}

const failureOf = async (path: string): Promise<string> => {
  try {
    await readDocx(path, 'case')
  } catch (error) {
    if (error instanceof ReadFailure) return error.failure.code
    throw error
  }
  return 'read'
}

describe('a file that is no readable Word file', () => {
  it.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['empty', 'has 0 bytes', () => Buffer.alloc(0)],
    ['not_docx', 'is text', notWordFile],
    ['not_docx', 'is a spreadsheet', buildSpreadsheet],
    ['not_docx', 'is a zip file of something else', () => zip([['readme.txt', 'x']])],
    ['not_docx', 'is an OLE file of something else', () => buildCompoundFile(['Workbook'])],
    ['old_doc', 'is from Word 97', oldWordFile],
    ['encrypted', 'is encrypted', encryptedFile],
    ['damaged', 'is cut off', async () => truncated(await buildCaseDocx({ habit: 'styles' }))],
    ['damaged', 'has broken XML', () => buildDocx({ body: '<w:p><w:r><w:t>x</w:t>' })],
    ['damaged', 'has a DTD', () => buildDocx({ body: paragraph('x'), rewrite: (xml) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>') })],
    ['damaged', 'is nested without end', () => buildDocx({ body: '<w:sdt><w:sdtContent>'.repeat(30_000) + paragraph('x') + '</w:sdtContent></w:sdt>'.repeat(30_000) })],
    ['too_large', 'unpacks to far more than it is', () => buildZipBomb(64)],
    ['no_text', 'says nothing', () => buildDocx({ body: paragraph('') + paragraph('　') })],
  ])('fails as %s if it %s', async (code, _how, build) => {
    expect(await failureOf(await file(await build()))).toBe(code)
  })

  it('fails as too_large above 100 MB, without being read', async () => {
    const path = await file(Buffer.from('PK'))
    await truncate(path, 200 * 1024 * 1024)
    expect(await failureOf(path)).toBe('too_large')
  })

  it('fails as unreadable if it is not there, or is a folder', async () => {
    expect(await failureOf(join(folder, 'nowhere.docx'))).toBe('unreadable')
    expect(await failureOf(folder)).toBe('unreadable')
  })
})

describe('a file that is a little off', () => {
  it('is read with bytes too many or too few at its end', async () => {
    const good = await buildDocx({ body: paragraph('内容') })
    for (const bytes of [Buffer.concat([good, Buffer.from('\r\n--mail--')])]) expect(show(await readDocx(await file(bytes), 'case'))).toEqual(['内容'])
  })

  it('is read whatever its name', async () => {
    const path = join(folder, '  ~$奇怪 名字#%&【】.DOCX.txt')
    await writeFile(path, await buildDocx({ body: paragraph('内容') }))
    expect((await readDocx(path, 'tool')).title).toBe('~$奇怪 名字#%&【】.DOCX')
  })

  it('is read if its parts have a leading slash, backslashes or other capitals', async () => {
    const relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/Word/Document.xml"/></Relationships>'
    const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('内容')}</w:body></w:document>`
    expect(show(await readDocx(await file(await zip([['_rels/.rels', relations], ['word/document.XML', document]])), 'case'))).toEqual(['内容'])
  })
})

/** Word files through the contract, written by the real worker and read again by the real reader. */
import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import type { Block } from '#shared/model/body/blocks'
import { newSection } from '#shared/model/body/body'
import type { EditableContent, RecordFile } from '#shared/model/record'
import { buildPng } from '../../../../tests/fixtures/docx/png'
import { readBuilt, sectionsOf } from '../../../../tests/fixtures/docx/readBuilt'
import { wordOf } from '../../../../tests/support/documents'
import { paragraph } from '../../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { libraryPaths } from '../../store/folders'

let home: TestHome
let core: TestCore
let root: string

beforeEach(async () => {
  home = await createTestHome()
  core = await home.open()
  root = join(home.home, '库')
  await core.client.library.create({ path: root, name: '库', unit: '运维一班', unitCode: 'YW1' })
})
afterEach(async () => home.remove())

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))

const newCase = async (content: Omit<EditableContent, 'title'> = {}): Promise<{ record: RecordFile; picture: string }> => {
  const png = join(home.home, '现场.png')
  await writeFile(png, buildPng(60, 40, 3))
  const { sha256 } = await core.client.attachments.add({ path: png })
  const picture: Block = { type: 'image', id: 'p1', attachment: sha256, alt: '现场照片', width: 60, height: 40 }
  const sections = [newSection('background', '背景', [paragraph('二次回路改造期间。')]), newSection('measures', '主要做法', [paragraph('两人分离核对。'), picture])]
  const record = await core.client.records.create({ type: 'case', content: { body: { version: 1, preamble: [], sections }, ...content, title: '地线编号错位' } })
  return { record, picture: sha256 }
}

describe('a record as a Word file', () => {
  it('is written where the user chose, and reads back with its sections and pictures', async () => {
    const { record, picture } = await newCase()
    const path = join(home.home, '导出.docx')
    const { file, warnings } = await wordOf(core.client, { id: record.id, to: path })
    expect(warnings).toEqual([])
    expect(file).toMatchObject({ name: '导出.docx', path, download: null })
    const read = await readBuilt(await readFile(path))
    expect(read.title).toBe('地线编号错位')
    expect(sectionsOf(read)).toEqual(['background|背景', 'measures|主要做法'])
    expect(read.pictures.map(({ sha256 }) => sha256)).toEqual([picture])
  })

  it('says of a restricted record that it mentions what its own text says, and asks nobody', async () => {
    const closed = await core.client.records.create({ type: 'case', content: { title: '不可外传的题目', confidentiality: 'restricted' } })
    const link = (text: string): Block => ({ type: 'paragraph', id: `p${text}`, inlines: [{ type: 'text', text: '参见：' }, { type: 'recordLink', recordId: closed.id, text }] })
    const { record } = await newCase({ body: { version: 1, preamble: [link(''), link('那一次')], sections: [] } })
    const path = join(home.home, '导出.docx')
    await wordOf(core.client, { id: record.id, to: path })
    const read = JSON.stringify((await readBuilt(await readFile(path))).body)
    expect(read).toContain('参见：那一次')
    expect(read).not.toContain('不可外传')
    expect(JSON.stringify(await core.client.documents.preview({ source: { kind: 'record', id: record.id }, look: {} }))).not.toContain('不可外传')
  })

  it('is kept to be downloaded under a name that says what it is', async () => {
    const { record } = await newCase()
    const { file } = await wordOf(core.client, { id: record.id, to: null })
    expect(file).toMatchObject({ name: `${record.content.number} 地线编号错位.docx`, path: null })
    const download = core.core.download(file.download ?? '')
    expect((await readFile(download?.path ?? '')).length).toBe(file.size)
  })

  it('with a picture that is missing says so, in the file and beside it', async () => {
    const { record, picture } = await newCase()
    await rm(libraryPaths(root).attachment(picture))
    const path = join(home.home, '导出.docx')
    const { warnings } = await wordOf(core.client, { id: record.id, to: path })
    expect(warnings).toMatchObject([{ code: 'picture_missing', count: 1 }])
    const read = await readBuilt(await readFile(path))
    expect(JSON.stringify(read.body)).toContain('现场照片')
    expect(read.pictures).toEqual([])
  })

  it('leaves nothing where it can not be written', async () => {
    const { record } = await newCase()
    await writeFile(join(home.home, '文件'), '')
    expect(await failureOf(wordOf(core.client, { id: record.id, to: join(home.home, '文件', '导出.docx') }))).toMatchObject({ code: 'store_write_failed' })
    expect((await readdir(home.home)).filter((name) => name.includes('docx') || name.endsWith('.tmp'))).toEqual([])
  })

  it('leaves the library restricted only when that was confirmed, and is logged', async () => {
    const { record } = await newCase({ confidentiality: 'restricted' })
    const path = join(home.home, '受控.docx')
    expect(await failureOf(wordOf(core.client, { id: record.id, to: path }))).toMatchObject({ code: 'restricted_content', data: { records: [{ id: record.id }] } })
    expect(await readdir(home.home)).not.toContain('受控.docx')
    await wordOf(core.client, { id: record.id, to: path, allowRestricted: true })
    expect(await core.client.packages.exchanges()).toMatchObject([{ direction: 'sent', form: 'word', name: '受控.docx', records: [{ id: record.id }] }])
  })

  it('that quotes a restricted record is restricted too', async () => {
    const { record: source } = await newCase({ confidentiality: 'restricted' })
    const [block] = source.content.body.sections[0]?.blocks ?? []
    const quote = await core.client.products.excerpt({ recordId: source.id, revisionId: source.revision.id, blockIds: [block?.id ?? ''] })
    const { record } = await newCase({ body: { version: 1, preamble: [quote], sections: [] } })
    const path = join(home.home, '引用.docx')
    expect(await failureOf(wordOf(core.client, { id: record.id, to: path }))).toMatchObject({ code: 'restricted_content', data: { records: [{ id: source.id }] } })
    await wordOf(core.client, { id: record.id, to: path, allowRestricted: true })
    expect(await core.client.packages.exchanges()).toMatchObject([{ form: 'word', records: [{ id: record.id }] }])
  })

  it('of a restricted record is not there when it could not be logged', async () => {
    const { record } = await newCase({ confidentiality: 'restricted' })
    await writeFile(libraryPaths(root).exchanges, 'in the way')
    const path = join(home.home, '受控.docx')
    expect(await failureOf(wordOf(core.client, { id: record.id, to: path, allowRestricted: true }))).toMatchObject({ code: 'store_write_failed' })
    expect((await readdir(home.home)).filter((name) => name.startsWith('受控'))).toEqual([])
  })

  it('is not written into the library, where it could take the place of a record', async () => {
    const { record } = await newCase()
    const place = libraryPaths(root).record(record.id)
    const before = await readFile(place)
    expect(await failureOf(wordOf(core.client, { id: record.id, to: place }))).toMatchObject({ code: 'invalid', data: { issues: [{ path: 'to' }] } })
    expect(await failureOf(core.client.packages.make({ ids: [record.id], title: '包', to: place }))).toMatchObject({ code: 'invalid' })
    expect(await readFile(place)).toEqual(before)
  })

  it('of a restricted record is not written from a library that can only be read: it could not be logged', async () => {
    const { record } = await newCase({ confidentiality: 'restricted' })
    const reader = await home.open()
    await reader.client.library.open({ path: root, write: false })
    const path = join(home.home, '受控.docx')
    expect(await failureOf(wordOf(reader.client, { id: record.id, to: path, allowRestricted: true }))).toMatchObject({ code: 'library_read_only' })
    expect(await readdir(home.home)).not.toContain('受控.docx')
  })
})

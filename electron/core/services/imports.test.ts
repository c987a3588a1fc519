import { copyFile, mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Job } from '#shared/contract/jobs'
import { standardPresets } from '#shared/model/document/standardPresets.data'
import { recordPlan } from '#core/documents/plan/recordPlan'
import { writeDocx } from '#core/documents/writers/docx/writeDocx'
import { sampleRecords, sampleTitles } from '../../../tests/fixtures/docx/sampleRecords'
import { writeCaseFolder } from '../../../tests/fixtures/docx/writeCaseFolder'
import { createTestHome, type TestCore, type TestHome } from '../../../tests/support/testCore'

let home: TestHome
let test: TestCore
let library: string
let files: string
beforeEach(async () => {
  home = await createTestHome()
  library = join(home.home, 'library')
  files = join(home.home, '历年 案例')
  test = await home.open()
  await test.client.library.create({ path: library, name: '班组资料库', unit: '运维中心', unitCode: 'YW1' })
})
afterEach(async () => home.remove())

const ended = async (jobId: string): Promise<Job> => {
  for (;;) {
    const job = await test.client.jobs.get({ id: jobId })
    if (job.state !== 'running') return job
    await new Promise((resolve) => { setTimeout(resolve, 20) })
  }
}

const importAll = async (...paths: string[]) => {
  const { jobId } = await test.client.imports.start({ paths, type: 'case' })
  const job = await ended(jobId)
  return { job, report: await test.client.imports.report({ jobId }) }
}

describe('an import', () => {
  it('makes a record of every file in a folder and below, with sections, tables, pictures and the original', async () => {
    await writeCaseFolder(files, 4)
    await mkdir(join(files, '下级'))
    const [name = ''] = await readdir(files)
    await rename(join(files, name), join(files, '下级', name))
    await writeFile(join(files, '~$锁定.docx'), 'x')
    const { job, report } = await importAll(files)
    expect(job).toMatchObject({ state: 'done', done: 4, total: 4, failedItems: 0 })
    expect(report).toMatchObject({ total: 4, imported: 4, failed: 0 })
    for (const entry of report.entries) {
      const { content } = await test.client.records.get({ id: entry.recordId ?? '' })
      expect(content.body.sections.map(({ key, title }) => ({ key, title }))).toEqual(entry.sections)
      expect(entry.sections.length).toBeGreaterThan(2)
      expect(entry.tables + entry.pictures).toBeGreaterThan(0)
      expect(content.attachments).toMatchObject([{ role: 'original', name: entry.path.split(/[\\/]/).at(-1) }])
      expect(await test.core.attachmentPath(content.attachments[0]?.sha256 ?? '')).toBeDefined()
      expect(content.origin.file?.sha256).toBe(content.attachments[0]?.sha256)
    }
  })

  it('of a file that a record was written to makes the same record again, as confidential as it was', async () => {
    await mkdir(files)
    const sample = sampleRecords.find(({ pictures, type }) => pictures.size > 0 && type === 'case')
    if (!sample) throw new Error('no sample with a picture')
    const record = { ...sample.record, content: { ...sample.record.content, confidentiality: 'restricted' as const } }
    const { bytes } = await writeDocx(recordPlan(record, { language: 'zh-CN', customFields: [] }, standardPresets.official, { titles: sampleTitles, pictures: sample.pictures }))
    await writeFile(join(files, '导出.docx'), bytes)
    const { report } = await importAll(files)
    expect(report.entries).toMatchObject([{ outcome: 'imported', warnings: [] }])
    const { content } = await test.client.records.get({ id: report.entries[0]?.recordId ?? '' })
    const { title, summary, unit, team, authors, field, place, date, confidentiality, body } = record.content
    expect(content).toMatchObject({ title, summary, unit, team, authors, field, place, date, confidentiality })
    expect(content.body.sections.map(({ key, title: name }) => [key, name])).toEqual(body.sections.map(({ key, title: name }) => [key, name]))
    for (const sha256 of sample.pictures.keys()) expect(await test.core.attachmentPath(sha256)).toBeDefined()
  })

  it('reports each file that is no readable Word document with its reason, imports the others and leaves nothing half-made', async () => {
    await writeCaseFolder(files, 2)
    await writeFile(join(files, '空.docx'), '')
    await writeFile(join(files, '不是.docx'), '这是文本')
    await writeFile(join(files, '台账.xlsx'), 'PK')
    const { job, report } = await importAll(files, join(files, '没有这个文件.docx'))
    expect(job).toMatchObject({ state: 'done', done: 6, failedItems: 4 })
    expect(report.entries.slice(0, 4).map(({ path, failure }) => [path.split(/[\\/]/).at(-1), failure?.code]).sort()).toEqual([
      ['不是.docx', 'not_docx'], ['台账.xlsx', expect.any(String)], ['没有这个文件.docx', 'file_unreadable'], ['空.docx', 'empty'],
    ])
    expect((await test.client.library.current())?.counts).toEqual({ case: 2 })
    const stored = await readdir(join(library, 'attachments'), { recursive: true })
    expect(stored.filter((each) => each.endsWith('.tmp'))).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('reports what is no file instead of waiting for it', async () => {
    const { report } = await importAll('/dev/zero')
    expect(report.entries).toMatchObject([{ outcome: 'failed', failure: { code: 'file_unreadable' } }])
  })

  it('imports one of several copies in one folder', async () => {
    const [path = ''] = await writeCaseFolder(files, 1)
    for (const copy of ['一', '二', '三']) await copyFile(path, join(files, `${copy}.docx`))
    expect((await importAll(files)).report).toMatchObject({ imported: 1, skipped: 3 })
  })

  it('does not import the same file twice, whatever it is called', async () => {
    await writeCaseFolder(files, 2)
    const first = await importAll(files)
    const [name = ''] = await readdir(files)
    await copyFile(join(files, name), join(files, '副本.docx'))
    const { report } = await importAll(files)
    expect(report).toMatchObject({ imported: 0, skipped: 3 })
    expect(first.report.entries.map(({ recordId }) => recordId)).toContain(report.entries[0]?.recordId)
  })

  it('stops at whole records when it is cancelled, and when the library is closed', async () => {
    await writeCaseFolder(files, 12)
    const { jobId } = await test.client.imports.start({ paths: [files], type: 'case' })
    await expect.poll(async () => (await test.client.jobs.get({ id: jobId })).done).toBeGreaterThan(0)
    await test.client.jobs.cancel({ id: jobId })
    const job = await ended(jobId)
    const report = await test.client.imports.report({ jobId })
    expect(job.state).toBe('cancelled')
    expect(report.imported).toBe(job.done)
    expect((await test.client.library.current())?.counts.case).toBe(job.done)
    expect((await test.client.operations.list({ offset: 0, limit: 10 })).operations).toMatchObject([{ kind: 'import', count: job.done }])

    await test.client.imports.start({ paths: [files], type: 'case' })
    await test.client.library.close()
    const opened = await test.client.library.open({ path: library })
    expect(opened.damaged).toEqual([])
    const { rows } = await test.client.records.list({ filter: { type: 'case' }, sort: { by: 'number', descending: false }, offset: 0, limit: 50 })
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length)
  })

  it('is undone whole, also what was imported before it was stopped, but for what was edited since', async () => {
    await writeCaseFolder(files, 3)
    const { report } = await importAll(files)
    const { operations } = await test.client.operations.list({ offset: 0, limit: 10 })
    expect(operations).toMatchObject([{ kind: 'import', count: 3 }])
    const id = report.entries[0]?.recordId ?? ''
    const { revision } = await test.client.records.get({ id })
    await test.client.records.save({ id, base: revision.id, changes: { title: '改过的' } })
    expect(await test.client.operations.undo({ id: operations[0]?.id ?? '' })).toMatchObject({ done: 2, kept: [{ id, why: 'edited' }] })
    expect((await test.client.library.current())?.counts).toEqual({ case: 1 })
    expect(await test.client.trash.list({ offset: 0, limit: 10 })).toMatchObject({ total: 2 })
  })

  it('is refused on a library that can not be written', async () => {
    const other = await home.open()
    await other.client.library.open({ path: library })
    await expect(other.client.imports.start({ paths: [files], type: 'case' })).rejects.toMatchObject({ code: 'library_locked' })
  })
})

/** Libraries as earlier versions left them, frozen: each must always open, be read whole and be sound. Never make one anew. */
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { newId } from '#shared/model/ids'
import { libraryFormat } from '#shared/model/library'
import { templateOf, type TemplateFile } from '#shared/model/template'
import { createExamination } from '#core/services/maintenance/examination'
import { examineAll } from '#core/services/maintenance/examine'
import { recordContent } from '../support/records'
import { openTestSession } from '../support/testSession'

const fixture = join(import.meta.dirname, '../fixtures/formats/library-1')
/** The device whose transaction was committed and not in place yet. */
const device = '01a21076-b461-7071-91cf-86aa22b80b08'
const now = (): number => Date.parse('2026-11-25T06:00:00.000Z')

let folder: string
let root: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangfang-formats-'))
  root = join(folder, '库')
  await cp(fixture, root, { recursive: true })
})
afterEach(async () => rm(folder, { recursive: true, force: true }))

describe('a library of format 1', () => {
  it.each([['to write', true], ['to read', false]])('is opened %s, with all that it holds', async (_how, write) => {
    const session = await openTestSession(root, { device, now, write })
    try {
      await session.whenChecked()
      const { folder: { records, editions, exchanges, trash, operations }, catalog } = session
      expect(session.damaged()).toEqual([])
      const rows = [...catalog.ids()].map((id) => catalog.get(id))
      expect(rows.map((row) => row?.title).sort()).toEqual(['接地线管理作业包', '接地线漏挂（改）', '还没就位的案例'].sort())
      const [product, changed] = ['接地线管理作业包', '接地线漏挂（改）'].map((title) => rows.find((row) => row?.title === title)?.id ?? '')
      const [earlier] = await records.history(changed ?? '')
      expect((await records.readRevision(changed ?? '', earlier ?? '')).content.title).toBe('接地线漏挂')
      const [seal] = await editions.seals(product ?? '')
      expect(await editions.read(product ?? '', seal ?? '')).toMatchObject({ number: 1, changeLog: '第一版' })
      expect((await exchanges.list(() => expect.unreachable())).map(({ form, title }) => [form, title])).toEqual([['package', '作业包']])
      const [deleted] = await trash.ids(() => expect.unreachable())
      expect((await trash.read(deleted ?? '')).record.content.title).toBe('删掉的工具')
      expect(await operations.ids()).toHaveLength(1)
    } finally {
      await session.close()
    }
  })

  it('says the format of now once there is a template, and not before, so that no older version sweeps its pictures', async () => {
    const formatOf = async (path: string): Promise<unknown> => z.looseObject({ format: z.int() }).parse(JSON.parse(await readFile(path, 'utf8'))).format
    const [library, copy] = [join(root, 'library.json'), join(root, 'history/library.json')]
    const template: TemplateFile = {
      format: 1, id: newId(), name: '巡视', type: 'case', unit: '', by: { name: '张工', unit: '' }, at: '2026-11-25T06:00:00.000Z', content: templateOf(recordContent(), [], new Set()),
    }
    const open = async (write: boolean) => openTestSession(root, { device, now, write })
    const first = await open(true)
    await first.close()
    expect(await formatOf(library)).toBe(1)
    const second = await open(true)
    await second.folder.templates.change(template.id, () => template)
    await second.close()
    expect([await formatOf(library), await formatOf(copy)]).toEqual([libraryFormat, 1])
    // As a version left it that knew templates and did not raise the format.
    await cp(copy, library)
    await (await open(false)).close()
    expect(await formatOf(library)).toBe(1)
    const third = await open(true)
    expect([third.damaged(), third.folder.library.current().name]).toEqual([[], '格式一'])
    await third.close()
    expect(await formatOf(library)).toBe(libraryFormat)
  })

  it('is sound, and its unfinished transaction is finished', async () => {
    const session = await openTestSession(root, { device, now, write: true })
    try {
      const signal = new AbortController().signal
      const { problems, records, revisions } = await examineAll(createExamination(session, device, signal, { hasBackup: false, signatures: { isOwn: async () => Promise.resolve(false), since: undefined } }), now(), { id: '', signal, progress: () => undefined })
      expect(problems).toEqual([])
      expect([records, revisions]).toEqual([3, 2])
      expect(await readdir(join(root, 'journal', device))).toEqual([])
    } finally {
      await session.close()
    }
  })
})

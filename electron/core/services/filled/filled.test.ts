/** Filled copies through the contract, on real folders: begun, written from two sides, finished, exported, deleted, backed up. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import type { FilledCopy } from '#shared/model/forms/copy'
import { remarkKey } from '#shared/model/forms/form'
import { newId } from '#shared/model/ids'
import type { EditableContent, RecordFile } from '#shared/model/record'
import { readEntries } from '../../../../tests/e2e/support/readZip'
import { readBuilt, show } from '../../../../tests/fixtures/docx/readBuilt'
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

const ended = async (id: string): Promise<void> => { await expect.poll(async () => (await core.client.jobs.get({ id })).state).not.toBe('running') }

const form = [
  { id: 'where', title: '地点', kind: 'text', required: true }, { id: 'day', title: '日期', kind: 'date' }, { id: 'look', title: '绞线无断股', kind: 'check', required: true },
  { id: 'amp', title: '电流', kind: 'number', unit: 'A', symbol: 'I' }, { id: 'wires', title: '接地线', kind: 'rows', columns: ['编号', '位置'] },
]
const formulas = [{ id: 'twice', title: '两倍', expression: 'I × 2', unit: 'A', digits: 1 }]

const partsOf = async (path: string): Promise<Map<string, string>> => new Map([...await readEntries(path)].map(([name, bytes]) => [name, bytes.toString('utf8')]))

const newTool = async (more: Omit<EditableContent, 'title'> = {}): Promise<RecordFile> => {
  const { id } = await core.client.records.create({ type: 'tool', content: { title: '核对清单', fields: { kind: 'checklist', form, formulas }, ...more } })
  return core.client.records.get({ id })
}

const start = async (toolId: string, title = '城东变核对') => core.client.filled.start({ toolId, id: newId(), title })

const whole = { where: '城东变', day: '2026-11-29', look: 'fail', [remarkKey({ id: 'look' })]: '=断股 2 根', amp: 410.5, wires: [{ id: 'w1', c1: 'J-07', c2: '132' }] }

const finished = async (toolId: string, title?: string, values: FilledCopy['values'] = whole): Promise<FilledCopy> => {
  const { copy: { id }, base } = await start(toolId, title)
  const saved = await core.client.filled.save({ toolId, id, base, values })
  return (await core.client.filled.finish({ toolId, id, base: saved.base })).copy
}

describe('a filled copy', () => {
  it('keeps the form as it was, its author and its values, and seals the tool', async () => {
    const tool = await newTool()
    const { copy } = await start(tool.id)
    expect(copy).toMatchObject({ toolId: tool.id, tool: { title: '核对清单', revisionId: tool.revision.id }, state: 'open', values: {}, form: form.map(({ id, title }) => ({ id, title })) })
    const { revision, local } = await core.client.records.get({ id: tool.id })
    expect(local.sealed).toBe(true)
    await core.client.records.save({ id: tool.id, base: revision.id, changes: { fields: { kind: 'checklist', form: [] } } })
    const again = await (await home.open()).client.library.open({ path: root, write: false }).then(async () => core.client.filled.get({ toolId: tool.id, id: copy.id }))
    expect(again.copy.form).toHaveLength(form.length)
    expect(await failureOf(start(tool.id))).toMatchObject({ code: 'invalid', data: { issues: [{ message: 'not to be filled in' }] } })
  })

  it('is made once however often it is asked for', async () => {
    const { id: toolId } = await newTool()
    const request = { toolId, id: newId(), title: '一份', values: { where: '甲' } }
    await core.client.filled.start(request)
    expect((await core.client.filled.start({ ...request, values: {} })).copy.values).toEqual({ where: '甲' })
    expect((await core.client.filled.list({ toolId })).copies).toHaveLength(1)
  })

  it('is written on what its author saw, and refuses another base and what is no value', async () => {
    const { id: toolId } = await newTool()
    const { copy: { id }, base } = await start(toolId)
    const first = await core.client.filled.save({ toolId, id, base, values: { amp: 10 } })
    expect(await failureOf(core.client.filled.save({ toolId, id, base, values: { amp: 20 } }))).toMatchObject({ code: 'conflict', data: { id, current: first.base } })
    expect(await failureOf(core.client.filled.save({ toolId, id, base: first.base, values: { amp: '二十' } }))).toMatchObject({ code: 'invalid' })
    expect((await core.client.filled.get({ toolId, id })).copy).toMatchObject({ values: { amp: 10 }, results: { twice: 20 } })
  })

  it('is finished when nothing is missing, counts as a use, and is opened again', async () => {
    const { id: toolId } = await newTool()
    const { copy: { id }, base } = await start(toolId)
    expect(await failureOf(core.client.filled.finish({ toolId, id, base }))).toMatchObject({
      code: 'invalid', data: { issues: [{ path: 'values.where', message: 'missing a value' }, { path: 'values.look', message: 'missing a value' }] },
    })
    const copy = await finished(toolId)
    expect(copy).toMatchObject({ state: 'done', results: { twice: 821 } })
    expect(await core.client.usage.of({ id: toolId })).toMatchObject({ filledIn: 1 })
    const { base: done } = await core.client.filled.get({ toolId, id: copy.id })
    expect(await failureOf(core.client.filled.save({ toolId, id: copy.id, base: done, values: {} }))).toMatchObject({ code: 'invalid', data: { issues: [{ message: 'finished' }] } })
    expect((await core.client.filled.reopen({ toolId, id: copy.id, base: done })).copy).toMatchObject({ state: 'open' })
    expect((await core.client.filled.list({ toolId })).copies.map(({ state, fails }) => [state, fails])).toEqual([['open', 1], ['open', 0]])
  })

  it('that is out of the list comes back, or goes for good only then', async () => {
    const { id: toolId } = await newTool()
    const { id } = await finished(toolId)
    expect(await failureOf(core.client.filled.purge({ toolId, ids: [id] }))).toMatchObject({ code: 'invalid' })
    await core.client.filled.remove({ toolId, ids: [id], isRemoved: true })
    expect((await core.client.filled.list({ toolId })).copies).toMatchObject([{ id, isRemoved: true }])
    await core.client.filled.remove({ toolId, ids: [id], isRemoved: false })
    expect((await core.client.filled.get({ toolId, id })).copy).not.toHaveProperty('removed')
    await core.client.filled.remove({ toolId, ids: [id], isRemoved: true })
    await core.client.filled.purge({ toolId, ids: [id] })
    expect(await failureOf(core.client.filled.get({ toolId, id }))).toMatchObject({ code: 'not_found', data: { kind: 'copy' } })
  })

  it('that is damaged is left out of the list and told by the check, and goes with its tool when the trash is emptied', async () => {
    const { id: toolId } = await newTool()
    const [{ id }, { id: other }] = [await finished(toolId), await finished(toolId, '另一份')]
    const path = libraryPaths(root).copy(toolId, id)
    const bytes = await readFile(path)
    await writeFile(path, bytes.subarray(0, 100))
    expect(await core.client.filled.list({ toolId })).toMatchObject({ copies: [{ id: other }], unread: 1 })
    const { jobId } = await core.client.library.verify()
    await ended(jobId)
    expect((await core.client.library.verified({ jobId })).problems).toMatchObject([{ kind: 'copy', path }])
    await core.client.records.remove({ selection: { ids: [toolId] } })
    expect(await readdir(dirname(path))).toHaveLength(2)
    expect([await core.client.trash.copies({}), await core.client.trash.copies({ ids: [toolId] }), await core.client.trash.copies({ ids: [newId()] })]).toEqual([2, 2, 0])
    await ended((await core.client.trash.empty()).jobId)
    expect(await readdir(dirname(path)).catch(() => [])).toEqual([])
  })
})

describe('copies on their way out', () => {
  it('are a Word file of one', async () => {
    const { id: toolId } = await newTool()
    const { id } = await finished(toolId)
    const to = join(home.home, '一份.docx')
    await core.client.filled.export({ toolId, ids: [id], form: 'word', to })
    const document = await readBuilt(await readFile(to))
    expect(document.title).toBe('城东变核对')
    const text = show(document).join('\n')
    for (const each of ['绞线无断股', '不合格', '=断股 2 根', '410.5 A', 'J-07', '821.0 A']) expect(text).toContain(each)
  })

  it('are an Excel file of one, with numbers and days as such and text as text', async () => {
    const { id: toolId } = await newTool()
    const { id } = await finished(toolId)
    const to = join(home.home, '一份.xlsx')
    await core.client.filled.export({ toolId, ids: [id], form: 'excel', to })
    const parts = await partsOf(to)
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet).toContain('<v>410.5</v>')
    expect(sheet).toContain('<v>821</v>')
    expect(sheet).toContain('<v>46355</v>')
    expect(sheet).not.toContain('<f>')
    expect(parts.get('xl/sharedStrings.xml')).toContain('=断股 2 根')
    expect(parts.get('xl/worksheets/sheet2.xml')).toBeDefined()
  })

  it('are one table of many, a row each, whatever the tool asked for at the time', async () => {
    const tool = await newTool()
    const first = await finished(tool.id, '第一份')
    const { revision } = await core.client.records.get({ id: tool.id })
    await core.client.records.save({ id: tool.id, base: revision.id, changes: { fields: { kind: 'checklist', form: [...form, { id: 'who', title: '监护人', kind: 'text' }] } } })
    const second = await finished(tool.id, '第二份', { ...whole, who: '李静' })
    const to = join(home.home, '汇总.xlsx')
    await core.client.filled.export({ toolId: tool.id, ids: [second.id, first.id], form: 'excel', to })
    const parts = await partsOf(to)
    const strings = parts.get('xl/sharedStrings.xml') ?? ''
    for (const each of ['第一份', '第二份', '监护人', '李静', '电流（A）']) expect(strings).toContain(each)
    expect([...(parts.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<row /g)]).toHaveLength(3)
    expect(await failureOf(core.client.filled.export({ toolId: tool.id, ids: [second.id, first.id], form: 'word', to }))).toMatchObject({ code: 'invalid' })
  })

  it('of a restricted tool leave only when that was confirmed, and are logged', async () => {
    const { id: toolId } = await newTool({ confidentiality: 'restricted' })
    const { id } = await finished(toolId)
    const to = join(home.home, '受控.xlsx')
    expect(await failureOf(core.client.filled.export({ toolId, ids: [id], form: 'excel', to }))).toMatchObject({ code: 'restricted_content' })
    expect(await readdir(home.home)).not.toContain('受控.xlsx')
    await core.client.filled.export({ toolId, ids: [id], form: 'excel', to, allowRestricted: true })
    expect(await core.client.packages.exchanges()).toMatchObject([{ format: 3, form: 'excel', name: '受控.xlsx', records: [{ id: toolId }] }])
  })
})

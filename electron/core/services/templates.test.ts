/** Templates through the contract, on a real library: kept, replaced, removed and put back, and what else must know of them. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import { newId } from '#shared/model/ids'
import { templateOf, usuallyLeftOut, type TemplateContent } from '#shared/model/template'
import { buildPng } from '../../../tests/fixtures/docx/png'
import { paragraph, recordContent } from '../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../tests/support/testCore'
import { libraryPaths } from '../store/folders'

let home: TestHome
let client: TestCore['client']
let root: string
let now: number

beforeEach(async () => {
  home = await createTestHome()
  now = Date.now()
  ;({ client } = await home.open({ now: () => now }))
  root = join(home.home, '资料库')
  await client.library.create({ path: root, name: '资料库', unit: '运维一班', unitCode: 'YW1' })
  await client.app.updateSettings({ profile: { name: '李静', unit: '运维一班', role: '' } })
})
afterEach(async () => home.remove())

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))

const contentOf = (text: string): TemplateContent => templateOf(
  recordContent({ tags: ['安全'], body: { version: 1, preamble: [], sections: [{ id: 's1', key: 'background', title: '背景', blocks: [paragraph(text)] }] } }), [], new Set(usuallyLeftOut),
)

const save = async (name: string, unit = '', id = newId()) => client.templates.save({ id, name, unit, type: 'case', content: contentOf(name) })

const jobDone = async (jobId: string): Promise<void> => vi.waitFor(async () => { expect((await client.jobs.get({ id: jobId })).state).toBe('done') }, { timeout: 20_000 })

const verified = async () => {
  const { jobId } = await client.library.verify()
  await jobDone(jobId)
  return client.library.verified({ jobId })
}

describe('templates', () => {
  it('are listed by name, read whole, and a new record begins with what one says', async () => {
    const { template } = await save('事故分析', '运维一班')
    await save('安全案例')
    expect(await client.templates.list()).toMatchObject([{ name: '安全案例', unit: '' }, { name: '事故分析', unit: '运维一班', by: { name: '李静' } }])
    const { content } = await client.templates.get({ id: template.id })
    const record = await client.records.create({ type: 'case', content: { ...content, title: '新案例' } })
    expect(record.content).toMatchObject({ title: '新案例', tags: ['安全'], stage: 'draft', body: content.body })
  })

  it('are renamed, replaced with what was there handed back, removed, and put back as they were', async () => {
    const { template, replaced } = await save('甲')
    expect(replaced).toBeNull()
    expect(await client.templates.rename({ id: template.id, name: '乙', unit: '运维一班' })).toMatchObject({ name: '乙', unit: '运维一班', type: 'case' })
    const before = await client.templates.get({ id: template.id })
    now += 1000
    const third = await save('丙', '', template.id)
    expect(third.replaced).toEqual(before)
    await client.templates.putBack({ template: before, over: third.template.at })
    expect(await client.templates.get({ id: template.id })).toEqual(before)
    expect(await client.templates.remove({ id: template.id })).toEqual(before)
    expect(await client.templates.list()).toEqual([])
    await client.templates.putBack({ template: before, over: null })
    expect(await client.templates.get({ id: template.id })).toEqual(before)
    expect(await failureOf(client.templates.remove({ id: newId() }))).toMatchObject({ code: 'not_found', data: { kind: 'template' } })
    expect(await failureOf(client.templates.rename({ id: newId(), name: '乙', unit: '' }))).toMatchObject({ code: 'not_found' })
  })

  it('are put back over what was there alone: not over what somebody saved since, nor where that is gone', async () => {
    const first = await save('甲')
    const { id } = first.template
    now += 1000
    const second = await save('乙', '', id)
    now += 1000
    const third = await client.templates.rename({ id, name: '丙', unit: '' })
    expect(await failureOf(client.templates.putBack({ template: first.template, over: second.template.at }))).toMatchObject({ code: 'conflict', data: { id, at: third.at, by: { name: '李静' } } })
    expect(await failureOf(client.templates.putBack({ template: first.template, over: null }))).toMatchObject({ code: 'conflict' })
    expect(await client.templates.get({ id })).toMatchObject({ name: '丙' })
    await client.templates.remove({ id })
    expect(await failureOf(client.templates.putBack({ template: first.template, over: third.at }))).toMatchObject({ code: 'not_found', data: { kind: 'template' } })
    expect(await client.templates.list()).toEqual([])
  })

  it('are the default of their type and unit one at a time, until that is taken back or they are given to another unit', async () => {
    const [all, other, team] = [await save('通用'), await save('另一个'), await save('班组', '运维一班')].map(({ template }) => template.id)
    const mark = async (id = '', isDefault = true) => {
      now += 1000
      await client.templates.setDefault({ id, isDefault })
    }
    const defaults = async () => (await client.templates.list()).filter(({ isDefault }) => isDefault).map(({ name }) => name)
    await mark(all)
    await mark(team)
    expect(await defaults()).toEqual(['班组', '通用'])
    await mark(other)
    expect(await defaults()).toEqual(['班组', '另一个'])
    await save('改过', '', other)
    await client.templates.rename({ id: team ?? '', name: '班组', unit: '运维二班' })
    expect(await defaults()).toEqual(['改过'])
    await mark(other, false)
    expect(await defaults()).toEqual([])
    await mark(all)
    const removed = await client.templates.remove({ id: all ?? '' })
    expect(await defaults()).toEqual([])
    await client.templates.putBack({ template: removed, over: null })
    expect(await defaults()).toEqual(['通用'])
    expect(await failureOf(client.templates.setDefault({ id: newId(), isDefault: true }))).toMatchObject({ code: 'not_found', data: { kind: 'template' } })
  })

  it('that two machines marked count by the latest, and none does once that is taken back', async () => {
    const [first, second] = [(await save('甲')).template, (await save('乙')).template]
    for (const [template, defaultSince] of [[first, '2026-11-02T00:00:00.000Z'], [second, '2026-11-01T00:00:00.000Z']] as const) {
      await writeFile(libraryPaths(root).template(template.id), JSON.stringify({ ...template, defaultSince }))
    }
    expect(await client.templates.list()).toMatchObject([{ name: '甲', isDefault: true }, { name: '乙', isDefault: false }])
    await client.templates.setDefault({ id: first.id, isDefault: false })
    expect((await client.templates.list()).map(({ isDefault }) => isDefault)).toEqual([false, false])
  })

  it('that can not be read are told and never written over; the others are there', async () => {
    const { template } = await save('甲')
    await save('乙')
    const path = libraryPaths(root).template(template.id)
    await writeFile(path, '{ not JSON')
    expect((await client.templates.list()).map(({ name }) => name)).toEqual(['乙'])
    expect((await client.library.current())?.damaged).toMatchObject([{ path, failure: { code: 'store_corrupt' } }])
    expect(await failureOf(save('丙', '', template.id))).toMatchObject({ code: 'store_corrupt' })
    expect(await failureOf(client.templates.remove({ id: template.id }))).toMatchObject({ code: 'store_corrupt' })
    expect(await readFile(path, 'utf8')).toBe('{ not JSON')
    expect((await verified()).problems).toMatchObject([{ kind: 'template', path, recommended: 'setAside' }])
  })

  it('of a newer version are told as such, and left alone', async () => {
    const { template } = await save('甲')
    await writeFile(libraryPaths(root).template(template.id), JSON.stringify({ ...template, format: 2 }))
    expect(await failureOf(client.templates.get({ id: template.id }))).toMatchObject({ code: 'library_newer_format' })
    expect(await failureOf(client.templates.remove({ id: template.id }))).toMatchObject({ code: 'library_newer_format' })
  })

  it('carry what a later version wrote beside what this one knows', async () => {
    const { template } = await save('甲')
    await writeFile(libraryPaths(root).template(template.id), JSON.stringify({ ...template, later: '别的' }))
    await client.templates.rename({ id: template.id, name: '乙', unit: '' })
    expect(await client.templates.get({ id: template.id })).toMatchObject({ name: '乙', later: '别的' })
  })

  it('keep the pictures that they show from the sweep, until they are removed', async () => {
    const png = join(home.home, 'p.png')
    await writeFile(png, buildPng(40, 30, 1))
    const { sha256 } = await client.attachments.add({ path: png })
    const content = contentOf('甲')
    const body = { ...content.body, preamble: [{ type: 'image' as const, id: 'p1', attachment: sha256, alt: '接线', width: 40, height: 30 }] }
    const { template } = await client.templates.save({ id: newId(), name: '甲', unit: '', type: 'case', content: { ...content, body } })
    const sweep = async (): Promise<number> => {
      const { jobId } = await client.library.sweep()
      await jobDone(jobId)
      return (await client.library.swept({ jobId })).removed
    }
    now += 8 * 24 * 60 * 60_000
    expect(await sweep()).toBe(0)
    await client.templates.remove({ id: template.id })
    expect(await sweep()).toBe(1)
  })

  it('are in a backup, and come back with the whole library', async () => {
    const { template } = await save('甲')
    const folder = join(home.home, '移动硬盘')
    await mkdir(folder)
    const { jobId } = await client.backups.run({ folder, allowRestricted: false })
    await jobDone(jobId)
    const { path: run } = await client.backups.ran({ jobId })
    const to = join(home.home, '恢复')
    const { jobId: restoring } = await client.backups.restoreAll({ run, to })
    await jobDone(restoring)
    const { path } = await client.backups.restoredAll({ jobId: restoring })
    expect(JSON.parse(await readFile(libraryPaths(path).template(template.id), 'utf8'))).toEqual(template)
  })
})

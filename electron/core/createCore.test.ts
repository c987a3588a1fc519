import { cp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ChangeEvent } from '#shared/contract/events'
import { newId } from '#shared/model/ids'
import type { RecordFile } from '#shared/model/record'
import { paragraph } from '../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../tests/support/testCore'

let home: TestHome
let path: string
let now: number
beforeEach(async () => {
  home = await createTestHome()
  path = join(home.home, '班组 资料库')
  now = Date.parse('2026-11-24T06:00:00.000Z')
})
afterEach(async () => home.remove())

const opened = async (host: 'cli' | 'web' = 'cli'): Promise<TestCore> => {
  const test = await home.open({ now: () => now, host })
  await test.client.library.create({ path, name: '班组资料库', unit: '运维中心', unitCode: 'YW1' })
  return test
}

const write = async ({ client }: TestCore, { id, revision, content }: RecordFile, text: string) => {
  const [first, ...others] = content.body.sections
  if (!first) throw new Error('a case has sections')
  return client.records.save({ id, base: revision.id, changes: { body: { ...content.body, sections: [{ ...first, blocks: [paragraph(text)] }, ...others] } } })
}

describe('the core', () => {
  it('has everything again after it was closed: record, text, number, list and search', async () => {
    const first = await opened()
    const made = await first.client.records.create({ type: 'case', content: { title: '接地线漏拆' } })
    expect(made.content.number).toBe('YW1-CS-2026-0001')
    expect(made.content.body.sections.map((section) => section.title)).toEqual(
      ['背景', '问题与驱动事件', '原因分析', '主要做法', '成效', '管理思想', '管理方法', '启示', '适用条件与局限'])
    const saved = await write(first, made, '监护人清点工具柜时发现少一根。')
    await first.core.close()

    const second = await home.open()
    expect((await second.client.app.settings()).recent.map((recent) => recent.path)).toEqual([path])
    expect(await second.client.library.open({ path })).toMatchObject({ readOnly: null, counts: { case: 1 }, damaged: [] })
    expect((await second.client.records.get({ id: made.id })).revision.id).toBe(saved.revisionId)
    await expect.poll(async () => (await second.client.search.query({ text: '监护' })).total).toBe(1)
    const answer = await second.client.search.query({ text: '监护' })
    const excerpt = answer.groups[0]?.hits[0]?.excerpt
    expect(excerpt?.sectionTitle).toBe('背景')
    expect(excerpt?.marks.map(([from, to]) => excerpt.text.slice(from, to))).toEqual(['监护'])
  })

  it('answers nothing about the library of the last run before that is open again', async () => {
    const first = await opened('web')
    const made = await first.client.records.create({ type: 'case', content: { title: '接地线漏拆' } })
    await first.core.close()

    const second = await home.open({ host: 'web' })
    expect(await write(second, made, '刚启动就保存')).toMatchObject({ id: made.id })
    await second.core.close()
    const third = await home.open({ host: 'web' })
    expect(await third.core.attachmentPath('0'.repeat(64))).toBeUndefined()
    expect((await third.client.records.list({ filter: { type: 'case' }, sort: { by: 'date', descending: true }, offset: 0, limit: 1 })).total).toBe(1)
  })

  it('opens a match where it stands in the body, also when the summary says the same', async () => {
    const test = await opened()
    const made = await test.client.records.create({ type: 'case', content: { title: '甲', summary: '监护人清点' } })
    await write(test, made, '监护人清点工具柜')
    await expect.poll(async () => (await test.client.search.query({ text: '监护人' })).groups[0]?.hits[0]?.excerpt.blockId).toEqual(expect.any(String))
  })

  it('keeps both when two windows edit one record: the second save is refused and says who was first', async () => {
    const test = await opened()
    const made = await test.client.records.create({ type: 'case', content: { title: '甲' } })
    await write(test, made, '一')
    await expect(write(test, made, '二')).rejects.toMatchObject({ code: 'conflict', data: { id: made.id } })
  })

  it('changes only the fields that were given', async () => {
    const test = await opened()
    const made = await test.client.records.create({ type: 'experience', content: { title: '甲', tags: ['安全'], date: '2026-03' } })
    await test.client.records.save({ id: made.id, base: made.revision.id, changes: { title: '乙' } })
    expect((await test.client.records.get({ id: made.id })).content).toMatchObject({ title: '乙', tags: ['安全'], date: '2026-03', stage: 'draft' })
  })

  it('answers a call that does not fit with where it does not', async () => {
    const test = await opened()
    await expect(test.client.records.create({ type: 'case', content: { title: '  ' } })).rejects.toMatchObject({ code: 'invalid', data: { issues: [{ path: 'content.title' }] } })
    await expect(test.client.records.get({ id: newId() })).rejects.toMatchObject({ code: 'not_found', data: { kind: 'record' } })
  })

  it('says that no library is open instead of failing otherwise', async () => {
    const { client } = await home.open()
    expect(await client.library.current()).toBeNull()
    await expect(client.search.query({ text: '地线' })).rejects.toMatchObject({ code: 'no_library_open' })
    await expect(client.library.open({ path: join(home.home, 'nowhere') })).rejects.toMatchObject({ code: 'library_not_found' })
  })

  it('tells watchers what changed, hello first, and lets them go', async () => {
    const test = await opened()
    const abort = new AbortController()
    const events = await test.client.events.watch(undefined, { signal: abort.signal })
    const next = async (): Promise<ChangeEvent> => ChangeEvent.parse((await events.next()).value)
    expect(await next()).toEqual({ type: 'hello' })
    const made = await test.client.records.create({ type: 'case', content: { title: '甲' } })
    expect(await next()).toEqual({ type: 'records', ids: [made.id] })
    await events.return(undefined)
  })

  it('gives no number twice, even when the record that bore the highest can not be read any more', async () => {
    const first = await opened()
    await first.client.records.create({ type: 'case', content: { title: '甲' } })
    const last = await first.client.records.create({ type: 'case', content: { title: '乙' } })
    await first.client.library.close()
    await writeFile(join(path, 'records', last.id.slice(-2), `${last.id}.json`), 'x')
    await first.client.library.open({ path })
    const next = await first.client.records.create({ type: 'case', content: { title: '丙' } })
    expect(next.content.number).toBe('YW1-CS-2026-0003')
  })

  it('starts with fresh settings when they are damaged, and sets the damaged ones aside', async () => {
    const first = await opened()
    await first.core.close()
    const config = join(home.home, 'config')
    await writeFile(join(config, 'settings.json'), '{')
    const second = await home.open()
    expect((await second.client.app.settings()).recent).toEqual([])
    expect((await readdir(config)).some((name) => name.startsWith('settings.json.damaged-'))).toBe(true)
  })

  it('opens to read only beside another program, reads on, and refuses to write', async () => {
    const first = await opened()
    const made = await first.client.records.create({ type: 'case', content: { title: '甲' } })
    const second = await home.open()
    expect((await second.client.library.open({ path })).readOnly).toMatchObject({ code: 'library_locked' })
    expect((await second.client.records.get({ id: made.id })).content.title).toBe('甲')
    await expect(second.client.records.create({ type: 'case', content: { title: '乙' } })).rejects.toMatchObject({ code: 'library_locked' })
  })

  it('opens the rest of a library that holds a damaged record, names the file and leaves it alone', async () => {
    const first = await opened()
    const good = await first.client.records.create({ type: 'case', content: { title: '好的' } })
    const bad = await first.client.records.create({ type: 'case', content: { title: '坏的' } })
    await first.client.library.close()
    const file = join(path, 'records', bad.id.slice(-2), `${bad.id}.json`)
    await writeFile(file, (await readFile(file)).subarray(0, 99))
    const { counts, damaged } = await first.client.library.open({ path })
    // It is known from before, so it is still listed: whoever opens it is told.
    expect(counts).toEqual({ case: 2 })
    expect(damaged).toMatchObject([{ path: file, failure: { code: 'store_corrupt' } }])
    expect((await first.client.records.get({ id: good.id })).content.title).toBe('好的')
    await expect(first.client.records.get({ id: bad.id })).rejects.toMatchObject({ code: 'store_corrupt' })
    expect((await readFile(file)).length).toBe(99)
  })

  it('gives no number twice where a crash left an old catalog', async () => {
    const { client } = await opened('web')
    const [cache, keptCache, keptLibrary] = ['cache', 'kept-cache', 'kept-library'].map((name) => join(home.home, name))
    await client.records.create({ type: 'case', content: { title: '甲' } })
    await client.library.close()
    await cp(cache ?? '', keptCache ?? '', { recursive: true })
    await client.library.open({ path })
    const last = await client.records.create({ type: 'case', content: { title: '乙' } })
    // As a crash leaves it right now: the catalog is the one before, and the number is nowhere but on its record.
    await cp(path, keptLibrary ?? '', { recursive: true })
    await client.library.close()
    for (const [kept, place] of [[keptCache, cache], [keptLibrary, path]]) {
      await rm(place ?? '', { recursive: true })
      await rename(kept ?? '', place ?? '')
    }
    await rm(join(path, 'lock'), { force: true })
    await client.library.open({ path })
    expect((await client.records.create({ type: 'case', content: { title: '丙' } })).content.number).not.toBe(last.content.number)
  })

  it('opens the last library again at the next start, unless it was closed by hand or is gone', async () => {
    const first = await opened('web')
    await first.core.close()
    const second = await home.open({ host: 'web' })
    expect((await second.client.library.current())?.path).toBe(path)
    await second.client.library.close()
    await second.core.close()
    const third = await home.open({ host: 'web' })
    expect(await third.client.library.current()).toBeNull()
    await third.client.library.open({ path })
    await third.core.close()
    await rename(path, `${path} 搬走了`)
    const fourth = await home.open({ host: 'web' })
    expect(await fourth.client.library.current()).toBeNull()
    expect((await fourth.client.app.settings()).recent.length).toBe(1)
  })

  it('keeps the open library open when another can not be opened', async () => {
    const test = await opened()
    await expect(test.client.library.open({ path: home.home })).rejects.toMatchObject({ code: 'not_a_library' })
    expect((await test.client.library.current())?.path).toBe(path)
  })

  it('makes the sample library: records with numbers, pictures, evidence, and links that lead somewhere', async () => {
    const { client, core } = await home.open()
    const { counts } = await client.library.createSample({ path })
    expect(counts).toEqual({ case: 15, experience: 11, tool: 12, product: 1, adoption: 9, meeting: 1 })
    const { rows } = await client.records.list({ filter: { type: 'case' }, sort: { by: 'number', descending: false }, offset: 0, limit: 20 })
    expect(new Set(rows.map(({ number }) => number)).size).toBe(15)
    const records = await Promise.all(rows.map(async ({ id }) => client.records.get({ id })))
    const links = records.flatMap((record) => record.content.links.map((link) => link.to))
    expect((await client.records.rows({ ids: links })).length).toBe(links.length)
    const pictures = records.flatMap((record) => record.content.body.sections.flatMap((section) => section.blocks)).filter((block) => block.type === 'image')
    expect(pictures.length).toBeGreaterThan(0)
    for (const picture of pictures) expect(await core.attachmentPath(String(picture.attachment))).toBeDefined()
    const evidence = records.flatMap((record) => record.content.attachments)
    expect(evidence.length).toBeGreaterThan(0)
    for (const { sha256, size } of evidence) expect((await stat(await core.attachmentPath(sha256) ?? '')).size).toBe(size)
    // What is written just then has a name of its own until it is whole.
    await expect.poll(() => readdir(path)).toEqual(['attachments', 'editions', 'history', 'journal', 'library.json', 'lock', 'records'])
    const published = records.filter(({ content }) => content.stage === 'published')
    for (const { content } of published) expect(content.stageHistory?.map(({ move }) => move)).toEqual(['submit', 'validate', 'publish'])
    expect(await client.records.changedSinceMove({ id: published[0]?.id ?? '' })).toBe(false)
  })
})

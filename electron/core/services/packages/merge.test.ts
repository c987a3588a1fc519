/** Packages that meet what was changed here: how records stand, what becomes of them, and that undoing leaves everything as it was. */
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Job } from '#shared/contract/jobs'
import type { MergeDecision } from '#shared/contract/packageMerge'
import type { ExchangeFile } from '#shared/model/exchange'
import { newSection } from '#shared/model/body/body'
import type { EditableContent, RecordFile } from '#shared/model/record'
import { paragraph } from '../../../../tests/support/records'
import * as jobs from '../../../../tests/support/jobs'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { libraryPaths } from '../../store/folders'

let home: TestHome
let client: TestCore['client']
let packs = 0

const pathOf = (name: string): string => join(home.home, name)

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  for (const [name, unitCode] of [['丙', 'BJ1'], ['乙', 'YW1'], ['甲', 'SD1']]) await client.library.create({ path: pathOf(name ?? ''), name: name ?? '', unit: `${name ?? ''}单位`, unitCode: unitCode ?? '' })
})
afterEach(async () => home.remove())

const ended = async (jobId: string): Promise<Job> => jobs.ended(client, jobId)
const done = async (started: Promise<{ jobId: string }>): Promise<string> => jobs.done(client, started)

const into = async (name: string): Promise<unknown> => client.library.open({ path: pathOf(name) })

const sent = async (...ids: string[]): Promise<string> => {
  const file = pathOf(`${String(packs += 1)}.lfpkg`)
  await done(client.packages.make({ ids, title: '包', to: file }))
  return file
}

const look = async (file: string) => {
  const jobId = await done(client.packages.open({ path: file }))
  return { jobId, opened: await client.packages.opened({ jobId }) }
}

const taken = async (file: string, choice: Partial<Parameters<TestCore['client']['packages']['take']>[0]> = {}): Promise<ExchangeFile> => {
  const jobId = await done(client.packages.take({ accept: true, ...choice, jobId: (await look(file)).jobId }))
  return client.packages.taken({ jobId })
}

const standing = async (file: string): Promise<string[]> => (await look(file)).opened.records.map((record) => record.standing)

const edit = async (id: string, changes: EditableContent): Promise<RecordFile> => {
  await client.records.save({ id, base: (await client.records.get({ id })).revision.id, changes })
  return client.records.get({ id })
}

const read = async (id: string): Promise<RecordFile> => client.records.get({ id })

/** Heads and the library's words, and what the list shows. */
const state = async (name: string): Promise<unknown> => {
  const root = pathOf(name)
  const names = (await readdir(root, { recursive: true })).filter((file) => /^(records|trash)\b.*\.json$/.test(file)).sort()
  const heads = await Promise.all(names.map(async (file) => [file, await readFile(join(root, file), 'utf8')]))
  const { vocabularies, wordMaps }: { vocabularies: unknown; wordMaps?: unknown } = JSON.parse(await readFile(libraryPaths(root).library, 'utf8'))
  const { rows } = await client.records.list({ filter: { type: 'case' }, sort: { by: 'number', descending: false }, offset: 0, limit: 50 })
  return { heads, vocabularies, wordMaps, rows }
}

const undo = async ({ operationId }: ExchangeFile) => client.operations.undo({ id: operationId ?? '' })

/** A case that 甲 made and 乙 took in; 甲 is open afterwards. */
const shared = async (content: Record<string, unknown> = {}): Promise<RecordFile> => {
  const record = await client.records.create({
    type: 'case', content: { title: '接地线漏拆', tags: ['安全'], body: { version: 1, preamble: [], sections: [newSection('measures', '主要做法', [paragraph('逐根报号')])] }, ...content },
  })
  const file = await sent(record.id)
  await into('乙')
  await taken(file)
  await into('甲')
  return read(record.id)
}

/** Both changed the case; 乙 is open afterwards. */
const apart = async (theirs: EditableContent, mine: EditableContent): Promise<{ id: string; file: string }> => {
  const { id } = await shared()
  await edit(id, theirs)
  const file = await sent(id)
  await into('乙')
  await edit(id, mine)
  return { id, file }
}

describe('a record that was sent before', () => {
  it('goes on to the very revision of the package, and back to the very one that was here', async () => {
    const { id } = await shared()
    const sender = await edit(id, { summary: '补充' })
    const file = await sent(id)
    await into('乙')
    const [before, own] = [await state('乙'), await read(id)]
    expect(await standing(file)).toEqual(['newer'])
    const exchange = await taken(file)
    expect(exchange).toMatchObject({ format: 4, undoneAt: null, records: [{ outcome: 'updated' }] })
    const here = await read(id)
    expect(here).toMatchObject({ revision: sender.revision, content: sender.content, local: { createdAt: own.local.createdAt, sealed: true, received: { packageId: exchange.packageId } } })
    expect(await standing(file)).toEqual(['same'])
    expect(await undo(exchange)).toMatchObject({ done: 1, kept: [] })
    expect(await state('乙')).toEqual(before)
    expect(await standing(file)).toEqual(['newer'])
    const [entry] = (await client.packages.exchanges()).filter(({ id: entryId }) => entryId === exchange.id)
    expect(entry?.undoneAt).toEqual(expect.any(String))
  })

  it('is in conflict where an earlier text was brought back on one side and the other went on', async () => {
    const { id } = await shared({ summary: '最早的' })
    await edit(id, { summary: '改过的' })
    const first = await sent(id)
    await into('乙')
    await taken(first)
    await edit(id, { summary: '最早的' })
    await into('甲')
    await edit(id, { summary: '又改的' })
    const second = await sent(id)
    await into('乙')
    expect((await look(second)).opened.records).toMatchObject([{ standing: 'conflict', conflicts: ['summary'] }])
  })

  it('is older where the one here has gone on, and stays', async () => {
    const { id } = await shared()
    const file = await sent(id)
    await into('乙')
    const own = await edit(id, { summary: '我们的' })
    expect(await standing(file)).toEqual(['older'])
    expect(await taken(file)).toMatchObject({ operationId: null, records: [{ outcome: 'older' }] })
    expect((await read(id)).revision).toEqual(own.revision)
  })

  it('is merged by itself where different parts were changed, and the sender goes on to that', async () => {
    const { id, file } = await apart({ summary: '甲写的' }, { tags: ['安全', '乙加的'] })
    const [before, own] = [await state('乙'), await read(id)]
    expect((await look(file)).opened.records).toMatchObject([{ standing: 'mergeable', conflicts: [], mine: { id: own.revision.id }, base: { id: own.revision.parents[0] } }])
    const exchange = await taken(file)
    expect(exchange.records).toMatchObject([{ outcome: 'merged' }])
    const merged = await read(id)
    expect(merged.content).toMatchObject({ summary: '甲写的', tags: ['安全', '乙加的'] })
    expect(merged.revision.parents).toEqual([own.revision.id, exchange.records[0]?.revisionId])
    expect(await taken(file)).toMatchObject({ operationId: null, records: [{ outcome: 'older' }] })
    expect(await client.packages.suggestable()).toMatchObject([{ library: { name: '甲' }, records: [{ id }] }])
    const back = await sent(id)
    await into('甲')
    expect(await standing(back)).toEqual(['newer'])
    await taken(back)
    expect((await read(id)).revision).toEqual(merged.revision)
    await into('乙')
    expect(await undo(exchange)).toMatchObject({ done: 1 })
    expect(await state('乙')).toEqual(before)
  })

  it('is a conflict where one part was changed on both sides: it stays unless that is decided', async () => {
    const { id, file } = await apart({ summary: '甲写的', place: '甲地' }, { summary: '乙写的' })
    const { jobId, opened: { records: [record] } } = await look(file)
    expect(record).toMatchObject({ standing: 'conflict', conflicts: [expect.stringContaining('summary')] })
    expect(await client.packages.sides({ jobId, id })).toMatchObject({ base: { summary: '' }, mine: { summary: '乙写的' }, theirs: { summary: '甲写的' } })
    expect(await taken(file)).toMatchObject({ operationId: null, records: [{ outcome: 'kept' }] })
    const [key = ''] = record?.conflicts ?? []
    const by = async (decision: MergeDecision): Promise<RecordFile['content']> => {
      const before = await state('乙')
      const exchange = await taken(file, { decisions: { [id]: decision } })
      const { content } = await read(id)
      expect(await undo(exchange)).toMatchObject({ kept: [] })
      expect(await state('乙')).toEqual(before)
      return content
    }
    expect(await by({ choice: 'merge', picks: { [key]: 'theirs' } })).toMatchObject({ summary: '甲写的', place: '甲地' })
    expect(await by({ choice: 'merge', picks: {} })).toMatchObject({ summary: '乙写的', place: '甲地' })
    expect(await by({ choice: 'take' })).toMatchObject({ summary: '甲写的', place: '甲地' })
    expect(await by({ choice: 'hand', picks: {}, content: { summary: '两家一起写的' } })).toMatchObject({ summary: '两家一起写的', place: '甲地' })
  })

  it('is made by hand where that says something, and of both in all else', async () => {
    const { id, file } = await apart({ summary: '甲写的', place: '甲地', fields: { conclusion: '甲的', polarity: 'positive' } }, { summary: '乙写的', place: '乙地', fields: { conclusion: '乙的', owner: '乙' } })
    await taken(file, { decisions: { [id]: { choice: 'hand', picks: { place: 'theirs', summary: 'theirs' }, content: { summary: '两家一起写的', fields: { conclusion: '共同的' } } } } })
    expect((await read(id)).content).toMatchObject({ summary: '两家一起写的', place: '甲地', fields: { conclusion: '共同的', polarity: 'positive', owner: '乙' } })
  })

  it('does not become less confidential unless that is decided, even where nothing was changed here', async () => {
    const { id } = await shared({ confidentiality: 'internal' })
    const sender = await edit(id, { confidentiality: 'public', summary: '甲公开了' })
    const file = await sent(id)
    await into('乙')
    const [before, own] = [await state('乙'), await read(id)]
    const { jobId, opened: { records: [record] } } = await look(file)
    expect(record).toMatchObject({ standing: 'conflict', conflicts: ['confidentiality'], base: { id: own.revision.id } })
    expect(await client.packages.sides({ jobId, id })).toMatchObject({ base: { confidentiality: 'internal', summary: '' }, mine: { summary: '' }, theirs: { confidentiality: 'public' } })
    expect(await taken(file)).toMatchObject({ operationId: null, records: [{ outcome: 'kept' }] })
    const merged = await taken(file, { decisions: { [id]: { choice: 'merge', picks: {} } } })
    expect((await read(id)).content).toMatchObject({ confidentiality: 'internal', summary: '甲公开了' })
    await undo(merged)
    expect(await state('乙')).toEqual(before)
    await taken(file, { decisions: { [id]: { choice: 'take' } } })
    expect((await read(id)).revision).toEqual(sender.revision)
  })

  it('is copied beside the one here under a number of its own', async () => {
    const { id, file } = await apart({ summary: '甲写的' }, { summary: '乙写的' })
    const exchange = await taken(file, { decisions: { [id]: { choice: 'copy' } } })
    expect(exchange.records).toMatchObject([{ outcome: 'copied' }])
    const { rows } = await client.records.list({ filter: { type: 'case' }, sort: { by: 'number', descending: false }, offset: 0, limit: 10 })
    const copy = await read(rows.find((row) => row.id !== id)?.id ?? '')
    expect(copy.content).toMatchObject({ number: expect.stringMatching(/^YW1-/), summary: '甲写的', links: [{ to: id, relation: 'related' }] })
    expect((await read(id)).content.summary).toBe('乙写的')
    expect(await undo(exchange)).toMatchObject({ done: 1 })
    await expect(read(copy.id)).rejects.toThrow()
  })

  it('stays as it is where it was changed after it was looked at', async () => {
    const { id, file } = await apart({ summary: '甲写的' }, { tags: [] })
    const { opened: { records: [record] } } = await look(file)
    const own = await edit(id, { title: '刚改的题目' })
    expect(await taken(file, { seen: { [id]: record?.mine?.id ?? null } })).toMatchObject({ records: [{ outcome: 'kept' }] })
    expect((await read(id)).revision).toEqual(own.revision)
  })

  it('stays where it was edited since, and undoing says so', async () => {
    const { id, file } = await apart({ summary: '甲写的' }, { tags: [] })
    const exchange = await taken(file)
    const own = await edit(id, { place: '现场' })
    expect(await undo(exchange)).toMatchObject({ done: 0, kept: [{ id, why: 'edited' }] })
    expect((await read(id)).revision).toEqual(own.revision)
  })

  it('is not written over where it can not be read', async () => {
    const { id, file } = await apart({ summary: '甲写的' }, { tags: [] })
    const path = libraryPaths(pathOf('乙')).record(id)
    await writeFile(path, '{')
    expect((await look(file)).opened.records).toMatchObject([{ standing: 'conflict', mine: null }])
    expect(await taken(file, { decisions: { [id]: { choice: 'take' } } })).toMatchObject({ records: [{ outcome: 'kept' }] })
    expect(await readFile(path, 'utf8')).toBe('{')
  })
})

describe('a record that was deleted here', () => {
  it('is new and comes back beside what lies in the trash, which undoing leaves there', async () => {
    const { id } = await shared()
    const sender = await edit(id, { summary: '补充' })
    const file = await sent(id)
    await into('乙')
    await client.records.remove({ selection: { ids: [id] } })
    const before = await state('乙')
    expect((await look(file)).opened.records).toMatchObject([{ standing: 'new', isTrashed: true }])
    const exchange = await taken(file)
    expect((await read(id)).revision).toEqual(sender.revision)
    const undone = await undo(exchange)
    expect(undone).toMatchObject({ done: 1 })
    expect(await state('乙')).toEqual(before)
    // Done again it comes from history, since another lies in the trash.
    const again = await client.operations.undo({ id: undone.operationId ?? '' })
    expect(again).toMatchObject({ done: 1 })
    expect((await read(id)).revision).toEqual(sender.revision)
    expect(await client.operations.undo({ id: again.operationId ?? '' })).toMatchObject({ done: 1 })
    expect(await state('乙')).toEqual(before)
  })
})

describe('the words of the sender', () => {
  it('are led into words here, remembered, offered again, and forgotten by undoing', async () => {
    const record = await client.records.create({ type: 'case', content: { title: '案例', tags: ['两票', '安全'], field: '输电' } })
    const first = await sent(record.id)
    await edit(record.id, { summary: '补充' })
    const second = await sent(record.id)
    await into('乙')
    const before = await state('乙')
    const { jobId } = await look(first)
    expect(await client.packages.foreignWords({ jobId })).toEqual(expect.arrayContaining([
      { kind: 'tags', word: '两票', count: 1, into: null }, { kind: 'fields', word: '输电', count: 1, into: null },
    ]))
    const exchange = await taken(first, { words: { tags: { 两票: '工作票' } }, addWords: { fields: ['输电'], tags: ['工作票'] } })
    const here = await read(record.id)
    expect(here.content.tags).toEqual(['工作票', '安全'])
    expect(here.revision.parents).toEqual([exchange.records[0]?.revisionId])
    expect(await client.packages.suggestable()).toEqual([])
    expect(await standing(first)).toEqual(['same'])
    expect(await client.packages.foreignWords({ jobId })).toEqual(expect.arrayContaining([{ kind: 'tags', word: '两票', count: 1, into: '工作票' }]))
    expect(await standing(second)).toEqual(['newer'])
    const next = await taken(second)
    expect((await read(record.id)).content).toMatchObject({ tags: ['工作票', '安全'], summary: '补充' })
    expect(await standing(second)).toEqual(['same'])
    expect(await undo(next)).toMatchObject({ done: 1 })
    expect((await read(record.id))).toEqual(here)
    expect(await undo(exchange)).toMatchObject({ done: 1 })
    const after = await state('乙')
    expect(after).toMatchObject({ rows: [] })
    expect({ ...Object(after), heads: [] }).toEqual({ ...Object(before), heads: [] })
  })

  it('are led here too where they were taken as they stood, and stay as they were changed here', async () => {
    const { id } = await shared({ unit: '甲班', field: '输电', tags: ['安全', '带电'] })
    await edit(id, { summary: '甲写的' })
    const file = await sent(id)
    await into('乙')
    await edit(id, { field: '乙的专业', place: '乙地' })
    await taken(file, { words: { units: { 甲班: '甲单位' }, fields: { 输电: '输电专业' }, tags: { 安全: '安全生产' } } })
    const { content } = await read(id)
    expect(content).toMatchObject({ unit: '甲单位', field: '乙的专业', place: '乙地', summary: '甲写的' })
    expect([...content.tags].sort()).toEqual(['安全生产', '带电'].sort())
  })
})

describe('a package that can not be taken whole', () => {
  it('leaves records, words and what is remembered as they were', async () => {
    const { id, file } = await apart({ summary: '甲写的' }, { summary: '乙写的' })
    const before = await state('乙')
    const { jobId } = await look(file)
    const choice = { words: { tags: { 安全: '安全生产' } }, addWords: { tags: ['安全生产'] } }
    const refused = await client.packages.take({ accept: true, jobId, ...choice, decisions: { [id]: { choice: 'hand', content: { title: ' ' } } } })
    expect(await ended(refused.jobId)).toMatchObject({ state: 'failed', failure: { code: 'invalid' } })
    expect(await state('乙')).toEqual(before)
    const stopped = await client.packages.take({ accept: true, jobId, ...choice, decisions: { [id]: { choice: 'take' } } })
    await client.jobs.cancel({ id: stopped.jobId })
    expect(await ended(stopped.jobId)).toMatchObject({ state: 'cancelled' })
    expect(await state('乙')).toEqual(before)
  })
})

describe('a third library', () => {
  it('goes on from what two others made together, whoever sends it', async () => {
    const { id, file } = await apart({ summary: '甲写的' }, { tags: ['乙加的'] })
    await taken(file)
    const merged = await sent(id)
    await into('丙')
    await taken(file)
    expect(await standing(merged)).toEqual(['newer'])
    await taken(merged)
    expect((await read(id)).content).toMatchObject({ summary: '甲写的', tags: ['乙加的'] })
    expect(await standing(file)).toEqual(['older'])
  })

  it('hands on what it came of, so that the first one merges what comes back from it', async () => {
    const { id } = await shared({ summary: '原话' })
    await into('乙')
    await edit(id, { place: '西山' })
    const onward = await sent(id)
    await into('丙')
    await taken(onward)
    await edit(id, { tags: ['安全', '丙加的'] })
    const back = await sent(id)
    await into('甲')
    await edit(id, { summary: '甲改的' })
    expect(await standing(back)).toEqual(['mergeable'])
    await taken(back)
    expect((await read(id)).content).toMatchObject({ summary: '甲改的', place: '西山', tags: ['安全', '丙加的'] })
    // Also after the next package has come to the third.
    const again = await sent(id)
    await into('丙')
    await edit(id, { team: '一班' })
    await taken(again)
    const last = await sent(id)
    await into('甲')
    expect(await standing(last)).toEqual(['newer'])
  })
})

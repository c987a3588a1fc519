/** Words of a library through the contract, on a real library: listing with counts, renaming, merging, removing, and taking each of them back. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import type { VocabularyKind, Word } from '#shared/contract/vocabularies'
import { newId } from '#shared/model/ids'
import type { EditableContent, RecordFile } from '#shared/model/record'
import { templateOf } from '#shared/model/template'
import { recordContent } from '../../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { libraryPaths } from '../../store/folders'

let home: TestHome
let client: TestCore['client']
let core: TestCore['core']
let root: string

beforeEach(async () => {
  home = await createTestHome()
  root = join(home.home, '资料库');
  ({ client, core } = await home.open())
  await client.library.create({ path: root, name: '资料库', unit: '运维中心', unitCode: 'YW' })
})
afterEach(async () => home.remove())

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))

const newCase = async ({ title = '案例', ...content }: EditableContent): Promise<RecordFile> => client.records.create({ type: 'case', content: { title, ...content } })

const contentOf = async ({ id }: RecordFile) => (await client.records.get({ id })).content

const words = async (kind: VocabularyKind): Promise<Word[]> => client.vocabularies.list({ kind })

const shown = async (kind: VocabularyKind): Promise<string[]> =>
  (await words(kind)).map(({ name, count, known, parent }) => `${parent === null ? '' : `${parent}/`}${name} ${String(count)}${known ? '' : ' ?'}`)

const undo = async (id: string | null) => client.operations.undo({ id: id ?? '' })

const rename = async (kind: VocabularyKind, name: string, into: string) => client.vocabularies.rename({ kind, name, into })

describe('words', () => {
  it('are listed with how many records use each, those that only records use too', async () => {
    await client.vocabularies.add({ kind: 'tags', names: ['安全', '倒闸', '安全'] })
    await newCase({ tags: ['安全', '接地'], authors: ['李明', '王强'], field: '变电', unit: '运维中心', team: '一班' })
    await newCase({ tags: ['接地', '接地线'], authors: ['李明'], unit: '运维中心' })
    expect(await shown('tags')).toEqual(['安全 1', '倒闸 0', '接地 2 ?', '接地线 1 ?'])
    expect(await shown('people')).toEqual(['李明 2 ?', '王强 1 ?'])
    expect(await shown('fields')).toEqual(['变电 1 ?'])
    expect(await shown('units')).toEqual(['运维中心 2', '一班 1 ?'])
    await core.close();
    ({ client, core } = await home.open())
    await client.library.open({ path: root })
    expect(await shown('people')).toEqual(['李明 2 ?', '王强 1 ?'])
  })

  it('are renamed in the vocabulary and in every record, numbers stay, and undoing brings both back', async () => {
    await client.vocabularies.add({ kind: 'units', names: ['一班'], parent: '运维中心' })
    await client.vocabularies.add({ kind: 'people', names: ['李明'] })
    await client.vocabularies.describe({ kind: 'people', name: '李明', unit: '一班', role: '班长' })
    const record = await newCase({ unit: '运维中心', team: '一班' })
    const other = await newCase({ unit: '检修中心' })
    const { operationId, done } = await rename('units', '一班', '运维一班')
    expect(done).toBe(1)
    expect(await contentOf(record)).toMatchObject({ unit: '运维中心', team: '运维一班', number: record.content.number })
    expect((await client.records.get({ id: other.id })).revision).toEqual(other.revision)
    expect(await shown('units')).toEqual(['运维中心 1', '运维中心/运维一班 1', '检修中心 1 ?'])
    expect(await words('people')).toMatchObject([{ name: '李明', unit: '运维一班', role: '班长' }])
    expect((await client.operations.list({ offset: 0, limit: 1 })).operations)
      .toMatchObject([{ kind: 'renameWord', count: 1, words: { kind: 'units', from: ['一班'], into: '运维一班' } }])
    const undone = await undo(operationId)
    expect(undone).toMatchObject({ done: 1, kept: [] })
    expect(await contentOf(record)).toEqual(record.content)
    expect(await shown('units')).toEqual(['运维中心 1', '运维中心/一班 1', '检修中心 1 ?'])
    expect(await words('people')).toMatchObject([{ unit: '一班' }])
    expect(await undo(undone.operationId)).toMatchObject({ done: 1 })
    expect(await shown('units')).toEqual(['运维中心 1', '运维中心/运维一班 1', '检修中心 1 ?'])
  })

  it('the unit that the library belongs to is renamed with its owner, whose code stays', async () => {
    const { operationId } = await rename('units', '运维中心', '变电运维中心')
    expect((await client.library.current())?.library.unit).toMatchObject({ name: '变电运维中心', code: 'YW' })
    await undo(operationId)
    expect((await client.library.current())?.library.unit).toMatchObject({ name: '运维中心', code: 'YW' })
  })

  it('are not renamed to what is there, which is a merge', async () => {
    await newCase({ tags: ['安全', '接地'] })
    await client.vocabularies.add({ kind: 'tags', names: ['倒闸'] })
    expect(await failureOf(rename('tags', '安全', '接地'))).toMatchObject({ code: 'word_exists', data: { name: '接地' } })
    expect(await failureOf(rename('tags', '安全', '倒闸'))).toMatchObject({ code: 'word_exists' })
    expect(await failureOf(rename('tags', '没有', '新的'))).toMatchObject({ code: 'not_found', data: { kind: 'word', id: '没有' } })
    expect(await failureOf(rename('tags', '安全', ' '))).toMatchObject({ code: 'invalid' })
    expect(await failureOf(rename('tags', '安全', '长'.repeat(101)))).toMatchObject({ code: 'invalid' })
    expect(await shown('tags')).toEqual(['倒闸 0', '安全 1 ?', '接地 1 ?'])
  })

  it('are renamed and merged in saved searches too, where they are narrowed to and in what was typed, and undoing brings those back', async () => {
    await client.vocabularies.add({ kind: 'tags', names: ['接地线', '地线', '倒闸'] })
    const saved = async () => (await client.search.saved()).map(({ name, text, filters }) => ({ name, text, filters }))
    await client.search.save({ name: '甲', text: '地线 tag:接地线 OR -标签：地线 unit:接地线', filters: { tag: ['接地线', '地线', '倒闸'], field: ['接地线'] } })
    await client.search.save({ name: '乙', text: 'tag:接地线路' })
    const before = await saved()
    const { operationId } = await client.vocabularies.merge({ kind: 'tags', names: ['接地线', '地线'], into: '接地 装置' })
    expect(await saved()).toEqual([
      { name: '甲', text: '地线 tag:"接地 装置" OR -标签："接地 装置" unit:接地线', filters: { tag: ['接地 装置', '倒闸'], field: ['接地线'] } },
      { name: '乙', text: 'tag:接地线路', filters: undefined },
    ])
    const { operationId: undone } = await undo(operationId)
    expect(await saved()).toEqual(before)
    await client.operations.undo({ id: undone ?? '' })
    expect((await saved())[0]?.filters?.tag).toEqual(['接地 装置', '倒闸'])
  })

  it('are renamed in saved views too, where they are narrowed to, and undoing brings back those that were not changed since', async () => {
    await client.vocabularies.add({ kind: 'units', names: ['一班', '二班'] })
    const sort = { by: 'date', descending: true }
    await client.views.save({ name: '甲', type: 'case', facets: { unit: ['一班', '二班'], team: ['一班'], tag: ['一班'] }, sort })
    const other = await client.views.save({ name: '乙', type: 'tool', facets: { team: ['二班', ''] }, sort })
    const facets = async () => (await client.views.list()).map((view) => view.facets).sort((a, b) => Object.keys(b).length - Object.keys(a).length)
    const before = await facets()
    const { operationId } = await client.vocabularies.merge({ kind: 'units', names: ['一班', '二班'], into: '运维班' })
    expect(await facets()).toEqual([{ unit: ['运维班'], team: ['运维班'], tag: ['一班'] }, { team: ['运维班', ''] }])
    await undo(operationId)
    expect(await facets()).toEqual(before)
    const { operationId: renamed } = await rename('units', '二班', '检修班')
    await client.views.save({ ...other, facets: { team: ['检修班'] } })
    await undo(renamed)
    expect(await facets()).toEqual([before[0], { team: ['检修班'] }])
  })

  it('are renamed in templates too, for whom they are and what they give, and undoing brings those back that say the same still', async () => {
    await client.vocabularies.add({ kind: 'units', names: ['一班'] })
    const content = { ...templateOf(recordContent(), [], new Set()), field: '变电', tags: ['一班', '安全'] }
    const [own, other] = [newId(), newId()]
    await client.templates.save({ id: own, name: '甲', unit: '一班', type: 'case', content })
    await client.templates.save({ id: other, name: '乙', unit: '一班', type: 'tool', content })
    const units = async () => (await client.templates.list()).map(({ name, unit }) => `${name} ${unit}`)
    const { operationId } = await rename('units', '一班', '运维一班')
    expect(await units()).toEqual(['甲 运维一班', '乙 运维一班'])
    expect((await client.templates.get({ id: own })).content.tags).toEqual(['一班', '安全'])
    await client.templates.rename({ id: other, name: '乙', unit: '' })
    await undo(operationId)
    expect(await units()).toEqual(['甲 一班', '乙 '])
    await client.vocabularies.add({ kind: 'tags', names: ['一班', '安全'] })
    await client.vocabularies.merge({ kind: 'tags', names: ['一班', '安全'], into: '安全' })
    expect((await client.templates.get({ id: own })).content).toMatchObject({ field: '变电', tags: ['安全'] })
  })

  it('stay in templates, saved searches and views when they are removed, and how many use them is known before', async () => {
    await client.vocabularies.add({ kind: 'tags', names: ['安全', '接地'] })
    await client.templates.save({ id: newId(), name: '甲', unit: '一班', type: 'case', content: { ...templateOf(recordContent(), [], new Set()), tags: ['安全'] } })
    await client.search.save({ name: '甲', text: '地线 标签:安全' })
    await client.search.save({ name: '乙', text: '地线', filters: { tag: ['安全'], field: ['接地'] } })
    await client.search.save({ name: '丙', text: '安全' })
    await client.views.save({ name: '甲', type: 'case', facets: { tag: ['安全'], unit: ['一班'] }, sort: { by: 'date', descending: true } })
    const elsewhere = async (kind: 'tags' | 'units' | 'fields' | 'people', ...names: string[]) => Object.values(await client.vocabularies.elsewhere({ kind, names }))
    expect([await elsewhere('tags', '安全', '接地'), await elsewhere('units', '一班'), await elsewhere('fields', '接地'), await elsewhere('people', '安全'), await elsewhere('tags', '没有')])
      .toEqual([[1, 2, 1], [1, 0, 1], [0, 1, 0], [0, 0, 0], [0, 0, 0]])
    await client.vocabularies.remove({ kind: 'tags', names: ['安全'], fromRecords: true })
    expect(await elsewhere('tags', '安全')).toEqual([1, 2, 1])
  })

  it('a saved search that was changed since stays as it is when a renaming is taken back', async () => {
    await client.vocabularies.add({ kind: 'people', names: ['李明'] })
    const { id } = await client.search.save({ name: '甲', text: '作者:李明 先验电' })
    const { operationId } = await rename('people', '李明', '李铭')
    expect((await client.search.saved())[0]?.text).toBe('作者:李铭 先验电')
    await client.search.save({ id, name: '甲', text: '作者:李铭 后接地' })
    await undo(operationId)
    expect((await client.search.saved())[0]?.text).toBe('作者:李铭 后接地')
  })

  it('are merged, each record has the word once, and synonyms of both stay', async () => {
    await client.vocabularies.add({ kind: 'tags', names: ['班前会', '早会', '倒闸'] })
    await client.library.setSynonyms({ groups: [['早会', '晨会'], ['班前会', '站班会']] })
    const both = await newCase({ tags: ['早会', '倒闸', '班前会'] })
    const one = await newCase({ tags: ['开工会'] })
    const { operationId } = await client.vocabularies.merge({ kind: 'tags', names: ['早会', '开工会'], into: '班前会' })
    expect([(await contentOf(both)).tags, (await contentOf(one)).tags]).toEqual([['班前会', '倒闸'], ['班前会']])
    expect(await shown('tags')).toEqual(['班前会 2', '倒闸 1'])
    expect(await client.library.synonyms()).toEqual([['早会', '晨会', '班前会', '站班会']])
    await undo(operationId)
    expect([(await contentOf(both)).tags, (await contentOf(one)).tags]).toEqual([['早会', '倒闸', '班前会'], ['开工会']])
    expect(await shown('tags')).toEqual(['班前会 1', '早会 1', '倒闸 1', '开工会 1 ?'])
    expect(await client.library.synonyms()).toEqual([['早会', '晨会'], ['班前会', '站班会']])
  })

  it('of records that were edited since stay with them, and so does a word that was changed since', async () => {
    await client.vocabularies.add({ kind: 'people', names: ['李明'] })
    const [edited, left] = [await newCase({ authors: ['李明'] }), await newCase({ authors: ['李明'] })]
    const { operationId } = await rename('people', '李明', '李铭')
    const { revision } = await client.records.get({ id: edited.id })
    await client.records.save({ id: edited.id, base: revision.id, changes: { title: '改过' } })
    await client.vocabularies.describe({ kind: 'people', name: '李铭', unit: '一班', role: '' })
    expect(await undo(operationId)).toMatchObject({ done: 1, kept: [{ id: edited.id, why: 'edited' }] })
    expect([(await contentOf(edited)).authors, (await contentOf(left)).authors]).toEqual([['李铭'], ['李明']])
    expect(await shown('people')).toEqual(['李明 1', '李铭 1'])
  })

  it('stay in a record that can not be read, which is listed; the others and the vocabulary are done', async () => {
    await client.vocabularies.add({ kind: 'fields', names: ['变电'] })
    const [broken, whole] = [await newCase({ title: '坏的', field: '变电' }), await newCase({ field: '变电' })]
    await writeFile(libraryPaths(root).record(broken.id), '{')
    expect(await rename('fields', '变电', '变电运维')).toMatchObject({ done: 1, kept: [{ id: broken.id, why: 'failed', failure: { code: 'store_corrupt' } }] })
    expect((await contentOf(whole)).field).toBe('变电运维')
    expect(await shown('fields')).toEqual(['变电运维 1', '变电 1 ?'])
  })

  it('are removed from the vocabulary, and from records only where that is said', async () => {
    await client.vocabularies.add({ kind: 'tags', names: ['安全', '倒闸'] })
    const record = await newCase({ tags: ['安全', '倒闸'] })
    const first = await client.vocabularies.remove({ kind: 'tags', names: ['安全'], fromRecords: false })
    expect(await shown('tags')).toEqual(['倒闸 1', '安全 1 ?'])
    expect(first).toMatchObject({ done: 0, kept: [] })
    const second = await client.vocabularies.remove({ kind: 'tags', names: ['安全', '倒闸'], fromRecords: true })
    expect([await shown('tags'), (await contentOf(record)).tags]).toEqual([[], []])
    await undo(second.operationId)
    await undo(first.operationId)
    expect([await shown('tags'), (await contentOf(record)).tags]).toEqual([['安全 1', '倒闸 1'], ['安全', '倒闸']])
  })

  it('are as they were where the records could not be written', async () => {
    await client.vocabularies.add({ kind: 'tags', names: ['安全'] })
    const record = await newCase({ tags: ['安全'] })
    await rm(join(root, 'journal'), { recursive: true, force: true })
    await writeFile(join(root, 'journal'), '')
    expect(await failureOf(rename('tags', '安全', '安全生产'))).toMatchObject({ code: 'store_write_failed' })
    expect([await shown('tags'), (await contentOf(record)).tags]).toEqual([['安全 1'], ['安全']])
    expect(await client.operations.list({ offset: 0, limit: 10 })).toMatchObject({ total: 0 })
  })

  it('are not changed where the library can only be read', async () => {
    await client.library.close()
    await client.library.open({ path: root, write: false })
    expect(await failureOf(client.vocabularies.add({ kind: 'tags', names: ['安全'] }))).toMatchObject({ code: 'library_read_only' })
    expect(await failureOf(rename('units', '运维中心', '其他'))).toMatchObject({ code: 'library_read_only' })
  })
})

describe('units', () => {
  beforeEach(async () => {
    await client.vocabularies.add({ kind: 'units', names: ['甲', '乙'], parent: '运维中心' })
    await client.vocabularies.add({ kind: 'units', names: ['甲一', '甲二'], parent: '甲' })
  })

  it('are moved, but not below themselves, and have codes, each its own', async () => {
    const move = async (name: string, parent: string | null, before: string | null) => client.vocabularies.move({ kind: 'units', name, parent, before })
    await move('乙', '运维中心', '甲')
    await move('甲一', null, null)
    expect(await shown('units')).toEqual(['运维中心 0', '运维中心/乙 0', '运维中心/甲 0', '甲/甲二 0', '甲一 0'])
    expect(await failureOf(move('甲', '甲二', null))).toMatchObject({ code: 'invalid' })
    await client.vocabularies.describe({ kind: 'units', name: '甲', code: 'JIA' })
    expect(await failureOf(client.vocabularies.describe({ kind: 'units', name: '乙', code: 'JIA' }))).toMatchObject({ code: 'invalid' })
    expect((await words('units')).find(({ name }) => name === '甲')?.code).toBe('JIA')
    await client.vocabularies.describe({ kind: 'units', name: '甲', code: '' })
    expect(JSON.parse(await readFile(join(root, 'library.json'), 'utf8'))).toMatchObject({ vocabularies: { units: [{ name: '运维中心', children: [{ name: '乙' }, { name: '甲' }] }, { name: '甲一' }] } })
  })

  it('merged into one below them hand over their place and what is below them, and undoing restores the tree', async () => {
    const before = await shown('units')
    const { operationId } = await client.vocabularies.merge({ kind: 'units', names: ['甲'], into: '甲二' })
    expect(await shown('units')).toEqual(['运维中心 0', '运维中心/甲二 0', '甲二/甲一 0', '运维中心/乙 0'])
    await client.vocabularies.add({ kind: 'units', names: ['后来的'], parent: '甲二' })
    await undo(operationId)
    expect(await shown('units')).toEqual([...before.slice(0, 4), '甲二/后来的 0', ...before.slice(4)])
  })

  it('that are removed leave what is below them to the one above', async () => {
    const { operationId } = await client.vocabularies.remove({ kind: 'units', names: ['甲'], fromRecords: true })
    expect((await shown('units')).sort()).toEqual(['运维中心 0', '运维中心/乙 0', '运维中心/甲一 0', '运维中心/甲二 0'].sort())
    await undo(operationId)
    expect(await shown('units')).toEqual(['运维中心 0', '运维中心/甲 0', '甲/甲一 0', '甲/甲二 0', '运维中心/乙 0'])
  })

  it('a team that is merged into its unit is no team any more', async () => {
    const record = await newCase({ unit: '甲', team: '甲一' })
    await client.vocabularies.merge({ kind: 'units', names: ['甲一'], into: '甲' })
    expect(await contentOf(record)).toMatchObject({ unit: '甲', team: '' })
  })
})

describe('renaming there and back', () => {
  it('leaves every record without the new word saying what it said', async () => {
    const word = fc.constantFrom('甲', '乙', '丙')
    await fc.assert(fc.asyncProperty(
      fc.constantFrom<VocabularyKind[]>('units', 'fields', 'tags', 'people'),
      fc.record({ unit: word, team: fc.constantFrom('', '甲', '乙'), field: word, tags: fc.uniqueArray(word), authors: fc.uniqueArray(word) }),
      async (kind, content) => {
        const record = await newCase(content)
        const name = '甲'
        await client.vocabularies.add({ kind, names: [name] })
        await rename(kind, name, '丁')
        await rename(kind, '丁', name)
        expect(await contentOf(record)).toEqual(record.content)
      },
    ), { numRuns: 6 })
  })
})

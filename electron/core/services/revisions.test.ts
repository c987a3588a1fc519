import { gzipSync, gunzipSync } from 'node:zlib'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordHistory } from '#shared/contract/records'
import { newId } from '#shared/model/ids'
import { RevisionFile, type RecordFile } from '#shared/model/record'
import { createTestHome, type TestCore, type TestHome } from '../../../tests/support/testCore'
import { paragraph } from '../../../tests/support/records'
import { formatJson, hashJson } from '../store/canonicalJson'
import { libraryPaths } from '../store/folders'
import { revisionIdOf, sittingGapMs } from '../store/revisions'

let home: TestHome
let now: number
let client: TestCore['client']
let paths: ReturnType<typeof libraryPaths>

beforeEach(async () => {
  now = Date.parse('2026-11-24T06:00:00.000Z')
  home = await createTestHome()
  client = (await home.open({ now: () => now })).client
  const root = join(home.home, '库')
  await client.library.create({ path: root, name: '库', unit: '运维一班' })
  paths = libraryPaths(root)
})
afterEach(async () => home.remove())

const create = async (title: string): Promise<RecordFile> => client.records.create({ type: 'case', content: { title } })

/** A save of another sitting, which keeps the one before. */
const saveLater = async (id: string, changes: Parameters<typeof client.records.save>[0]['changes']): Promise<string> => {
  now += sittingGapMs
  const { revision } = await client.records.get({ id })
  return (await client.records.save({ id, base: revision.id, changes })).revisionId
}

const shown = ({ revisions }: RecordHistory): [string, string][] => revisions.map(({ title, kind }) => [title, kind])

/** Puts a revision into history that the record did not go on from, as a package does. */
const putAside = async ({ id, revision, content }: RecordFile, title: string): Promise<string> => {
  const other = { ...content, title }
  const unnamed = { ...revision, parents: [revision.id], device: newId(), contentHash: hashJson(other) }
  const file: RevisionFile = { format: 1, id, content: other, revision: { ...unnamed, id: revisionIdOf(id, unnamed) } }
  await mkdir(paths.historyOf(id), { recursive: true })
  await writeFile(paths.revision(id, file.revision.id), gzipSync(formatJson(file)))
  return file.revision.id
}

describe('the revisions of a record', () => {
  it('are listed with the one in place first, then by time, each with how it came about', async () => {
    const { id } = await create('甲')
    await saveLater(id, { title: '乙' })
    await saveLater(id, { title: '丙' })
    const history = await client.records.history({ id })
    expect(shown(history)).toEqual([['丙', 'saved'], ['乙', 'saved'], ['甲', 'created']])
    expect(history.revisions.map(({ isHead, branch }) => [isHead, branch])).toEqual([[true, false], [false, false], [false, false]])
    expect(history.unread).toEqual([])
  })

  it('keep what was overwritten unseen, even within a sitting', async () => {
    const { id } = await create('甲')
    await saveLater(id, { title: '另一窗口写的' })
    const { revision } = await client.records.get({ id })
    await client.records.save({ id, base: revision.id, changes: { title: '我的' }, overwrites: true })
    expect(shown(await client.records.history({ id }))).toEqual([['我的', 'saved'], ['另一窗口写的', 'saved'], ['甲', 'created']])
  })

  it('say which of them the one in place does not descend from', async () => {
    const first = await create('甲')
    const aside = await putAside(first, '别处的')
    await saveLater(first.id, { title: '乙' })
    const { revisions } = await client.records.history({ id: first.id })
    expect(revisions.filter(({ branch }) => branch).map(({ revisionId }) => revisionId)).toEqual([aside])
  })

  it('say which was edited by another program, and take nothing older for a branch', async () => {
    const { id } = await create('甲')
    await saveLater(id, { title: '乙' })
    await writeFile(paths.record(id), (await readFile(paths.record(id), 'utf8')).replace('"乙"', '"记事本"'))
    expect(shown(await client.records.history({ id }))).toEqual([['记事本', 'outside'], ['甲', 'created']])
    await saveLater(id, { title: '丙' })
    const { revisions } = await client.records.history({ id })
    expect(revisions.map(({ title, kind, branch }) => [title, kind, branch])).toEqual([['丙', 'saved', false], ['记事本', 'outside', false], ['甲', 'created', false]])
  })

  it('that can not be read are listed with the reason', async () => {
    const first = await create('甲')
    await saveLater(first.id, { title: '乙' })
    await writeFile(paths.revision(first.id, first.revision.id), 'no gzip')
    const { revisions, unread } = await client.records.history({ id: first.id })
    expect(revisions.map(({ title }) => title)).toEqual(['乙'])
    expect(unread).toMatchObject([{ revisionId: first.revision.id, failure: { code: 'store_corrupt' } }])
  })

  it('are listed where the one in place can not be read', async () => {
    const first = await create('甲')
    await saveLater(first.id, { title: '乙' })
    await writeFile(paths.record(first.id), '{')
    const { revisions, unread } = await client.records.history({ id: first.id })
    expect(revisions.map(({ title, isHead, branch }) => [title, isHead, branch])).toEqual([['甲', false, false]])
    expect(unread).toMatchObject([{ revisionId: null, failure: { code: 'store_corrupt' } }])
  })

  it('are none of a record that is not here', async () => {
    await expect(client.records.history({ id: newId() })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('are listed by the thousand', async () => {
    const first = await create('甲')
    const file = { format: 1, id: first.id, content: first.content }
    let parent = first.revision.id
    await mkdir(paths.historyOf(first.id), { recursive: true })
    for (let count = 0; count < 1000; count += 1) {
      const unnamed = { ...first.revision, parents: [parent], at: new Date(now + count).toISOString() }
      const revision = { ...unnamed, id: revisionIdOf(first.id, unnamed) }
      await writeFile(paths.revision(first.id, revision.id), gzipSync(formatJson({ ...file, revision })))
      parent = revision.id
    }
    expect((await client.records.history({ id: first.id })).revisions).toHaveLength(1001)
  })
})

describe('restoring a revision', () => {
  it('begins a new one with the old content, even within a sitting, and can be undone the same way', async () => {
    const first = await create('甲')
    const base = await saveLater(first.id, { title: '乙', summary: '摘要' })
    const restored = await client.records.restoreRevision({ id: first.id, base, revisionId: first.revision.id })
    const record = await client.records.get({ id: first.id })
    expect(record).toMatchObject({ content: { title: '甲', summary: '' }, revision: { id: restored.revisionId, parents: [base], restoredFrom: first.revision.id } })
    await client.records.restoreRevision({ id: first.id, base: restored.revisionId, revisionId: base })
    expect((await client.records.get({ id: first.id })).content).toMatchObject({ title: '乙', summary: '摘要' })
    expect(shown(await client.records.history({ id: first.id }))).toEqual(expect.arrayContaining([['乙', 'restored'], ['甲', 'restored'], ['乙', 'saved'], ['甲', 'created']]))
  })

  it('stands as a revision of its own when writing goes on', async () => {
    const first = await create('甲')
    const base = await saveLater(first.id, { title: '乙' })
    const restored = await client.records.restoreRevision({ id: first.id, base, revisionId: first.revision.id })
    await client.records.save({ id: first.id, base: restored.revisionId, changes: { place: '城东变' } })
    expect(shown(await client.records.history({ id: first.id }))).toEqual(expect.arrayContaining([['甲', 'restored'], ['甲', 'saved']]))
  })

  it('is refused when another revision is in place than the one that was looked at', async () => {
    const first = await create('甲')
    const second = await saveLater(first.id, { title: '乙' })
    await saveLater(first.id, { title: '丙' })
    await expect(client.records.restoreRevision({ id: first.id, base: second, revisionId: first.revision.id })).rejects.toMatchObject({ code: 'conflict' })
    expect((await client.records.get({ id: first.id })).content.title).toBe('丙')
  })

  it('is answered for when it is sent again after it was made', async () => {
    const first = await create('甲')
    const base = await saveLater(first.id, { title: '乙' })
    const once = await client.records.restoreRevision({ id: first.id, base, revisionId: first.revision.id })
    expect(await client.records.restoreRevision({ id: first.id, base, revisionId: first.revision.id })).toEqual(once)
  })

  it('writes nothing for a content that is in place', async () => {
    const { id, revision } = await create('甲')
    expect((await client.records.restoreRevision({ id, base: revision.id, revisionId: revision.id })).revisionId).toBe(revision.id)
    expect(await readdir(paths.historyOf(id)).catch(() => [])).toEqual([])
  })

  it('leaves stage, number, origin and edition as they are', async () => {
    const source = await client.records.create({ type: 'case', content: { title: '来源', body: { version: 1, preamble: [paragraph('做法')], sections: [] } } })
    const product = await client.products.create({ title: '作业包', sources: [source.id] })
    const [block] = source.content.body.preamble
    const quote = await client.products.excerpt({ recordId: source.id, revisionId: source.revision.id, blockIds: [block?.id ?? ''] })
    const body = { ...product.content.body, sections: product.content.body.sections.map((section) => ({ ...section, blocks: [quote] })) }
    const base = await saveLater(product.id, { body })
    const { saved } = await client.products.release({ reason: '试点另行补做', id: product.id, base, changeLog: '' })
    await client.records.restoreRevision({ id: product.id, base: saved.revisionId, revisionId: product.revision.id })
    const { content } = await client.records.get({ id: product.id })
    expect(content).toMatchObject({ stage: 'released', number: product.content.number, origin: product.content.origin, fields: { edition: 1 } })
    expect(content.body).toEqual(product.content.body)
  })

  it('does not bring back what is damaged', async () => {
    const first = await create('甲')
    const base = await saveLater(first.id, { title: '乙' })
    const path = paths.revision(first.id, first.revision.id)
    await writeFile(path, gzipSync(gunzipSync(await readFile(path)).toString().replace('"甲"', '"假"')))
    await expect(client.records.restoreRevision({ id: first.id, base, revisionId: first.revision.id })).rejects.toMatchObject({ code: 'store_corrupt' })
    expect((await client.records.get({ id: first.id })).content.title).toBe('乙')
  })

  it('is known by its hashes to who verifies, and in the lists at once', async () => {
    const first = await create('甲')
    const base = await saveLater(first.id, { title: '乙' })
    await client.records.restoreRevision({ id: first.id, base, revisionId: first.revision.id })
    expect((await client.records.rows({ ids: [first.id] }))[0]?.title).toBe('甲')
    const file = RevisionFile.parse(JSON.parse(await readFile(paths.record(first.id), 'utf8')))
    expect(revisionIdOf(file.id, file.revision)).toBe(file.revision.id)
  })
})

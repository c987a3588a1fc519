import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Block } from '#shared/model/body/blocks'
import { newId } from '#shared/model/ids'
import type { RecordContent, RecordFile } from '#shared/model/record'
import { libraryPaths, type LibraryPaths } from './folders'
import { createJournal } from './journal'
import { createRecordStore, type RecordStore } from './recordStore'
import { hashJson } from './canonicalJson'
import { revisionIdOf, sittingGapMs } from './revisions'

const by = { name: '张工', unit: '运维一班' }
const device = newId()

const content = (title: string): RecordContent => ({
  type: 'case', number: 'YW1-CS-2026-0001', title, summary: '', unit: '', team: '', authors: [], contact: '', field: '', tags: [], date: '', place: '',
  confidentiality: 'internal', stage: 'draft', links: [], attachments: [], fields: {}, custom: {}, body: { version: 1, preamble: [], sections: [] },
  origin: { libraryId: newId(), unit: '' },
})

let root: string
let now: number
let paths: LibraryPaths
let store: RecordStore

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'liangfang-store-'))
  now = Date.parse('2026-11-24T06:00:00.000Z')
  paths = libraryPaths(root)
  store = createRecordStore(paths, createJournal(paths, device, () => now), device, () => now)
})
afterEach(async () => rm(root, { recursive: true, force: true }))

const retitle = async ({ id, revision }: RecordFile, title: string, person = by): Promise<RecordFile> =>
  store.save(id, revision.id, (each) => ({ ...each, title }), person)

const historyOf = async (id: string): Promise<string[]> => readdir(join(root, 'history', id.slice(-2), id)).catch(() => [])

describe('record store', () => {
  it('reads back what it wrote, from the file that the format names', async () => {
    const record = await store.create(newId(), content('地线编号错位'), by)
    expect(await store.read(record.id)).toEqual(record)
    const text = await readFile(join(root, 'records', record.id.slice(-2), `${record.id}.json`), 'utf8')
    expect(text.endsWith('}\n')).toBe(true)
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['content', 'format', 'id', 'local', 'revision'])
  })

  it('names a revision by the hash of what it stands for', async () => {
    const { id, revision, content: saved } = await store.create(newId(), content('甲'), by)
    expect(revision.contentHash).toBe(hashJson(saved))
    expect(revision.id).toBe(revisionIdOf(id, revision))
    expect(revision.parents).toEqual([])
  })

  it('rewrites the open revision within a sitting and keeps no history of it', async () => {
    const first = await store.create(newId(), content('甲'), by)
    now += sittingGapMs - 1
    const second = await retitle(first, '乙')
    expect(second.revision.parents).toEqual([])
    expect(second.revision.id).not.toBe(first.revision.id)
    expect(await historyOf(first.id)).toEqual([])
  })

  it('begins a child and keeps the parent after ten minutes, for another person, and after a seal', async () => {
    const first = await store.create(newId(), content('甲'), by)
    now += sittingGapMs
    const second = await retitle(first, '乙')
    const third = await retitle(second, '丙', { name: '李工', unit: '运维一班' })
    const sealed = { ...third, local: { ...third.local, sealed: true } }
    await writeFile(paths.record(first.id), JSON.stringify(sealed))
    const fourth = await retitle(third, '丁', { name: '李工', unit: '运维一班' })
    expect([second, third, fourth].map((record) => record.revision.parents)).toEqual([[first.revision.id], [second.revision.id], [third.revision.id]])
    expect((await historyOf(first.id)).length).toBe(3)
    expect((await store.readRevision(first.id, first.revision.id)).content.title).toBe('甲')
  })

  it('writes nothing when nothing changed', async () => {
    const first = await store.create(newId(), content('甲'), by)
    now += sittingGapMs
    expect(await retitle(first, '甲')).toEqual(first)
  })

  it('refuses a save on another revision than the one in place, and says which', async () => {
    const first = await store.create(newId(), content('甲'), by)
    const second = await retitle(first, '乙')
    await expect(retitle(first, '丙')).rejects.toMatchObject({ code: 'conflict', data: { current: second.revision.id, by } })
    expect((await store.read(first.id)).content.title).toBe('乙')
  })

  it('lets exactly one of a hundred saves on the same revision through', async () => {
    const first = await store.create(newId(), content('甲'), by)
    const results = await Promise.allSettled(Array.from({ length: 100 }, async (_, index) => retitle(first, `第 ${index} 稿`)))
    expect(results.filter((result) => result.status === 'fulfilled').length).toBe(1)
  })

  it('never overwrites a file that it cannot read', async () => {
    const first = await store.create(newId(), content('甲'), by)
    const torn = (await readFile(paths.record(first.id), 'utf8')).slice(0, 200)
    await writeFile(paths.record(first.id), torn)
    await expect(store.read(first.id)).rejects.toMatchObject({ code: 'store_corrupt' })
    await expect(retitle(first, '乙')).rejects.toMatchObject({ code: 'store_corrupt' })
    expect(await readFile(paths.record(first.id), 'utf8')).toBe(torn)
  })

  it('reads an edit made outside the app as a revision of its own, and keeps the chain whole', async () => {
    const first = await store.create(newId(), content('甲'), by)
    const path = paths.record(first.id)
    await writeFile(path, (await readFile(path, 'utf8')).replace('"甲"', '"用记事本改的"'))
    const edited = await store.read(first.id)
    expect(edited.revision.parents).toEqual([first.revision.id])
    expect(edited.revision).toEqual((await store.read(first.id)).revision)
    const saved = await retitle(edited, '乙')
    expect(saved.revision.parents).toEqual([edited.revision.id])
    const kept = await store.readRevision(first.id, edited.revision.id)
    expect(kept.content.title).toBe('用记事本改的')
    expect(kept.revision.contentHash).toBe(hashJson(kept.content))
  })

  it('keeps an edit made outside the app also where nobody has told the app a name', async () => {
    const nobody = { name: '', unit: '' }
    const first = await store.create(newId(), content('甲'), nobody)
    await writeFile(paths.record(first.id), (await readFile(paths.record(first.id), 'utf8')).replace('"甲"', '"用记事本改的"'))
    const edited = await store.read(first.id)
    const saved = await retitle(edited, '乙', nobody)
    expect(saved.revision.parents).toEqual([edited.revision.id])
    expect((await store.readRevision(first.id, edited.revision.id)).content.title).toBe('用记事本改的')
  })

  it('answers a save that is sent again after it was made', async () => {
    const first = await store.create(newId(), content('甲'), by)
    const second = await retitle(first, '乙')
    expect((await retitle(first, '乙')).revision.id).toBe(second.revision.id)
  })

  it('refuses a file that is nested without end, as damage', async () => {
    const first = await store.create(newId(), content('甲'), by)
    await writeFile(paths.record(first.id), `${'{"a":['.repeat(50_000)}${']}'.repeat(50_000)}`)
    await expect(store.read(first.id)).rejects.toMatchObject({ code: 'store_corrupt' })
  })

  it('saves nothing that it would not read again', async () => {
    const first = await store.create(newId(), content('甲'), by)
    const nested = Array.from({ length: 200 }).reduce<Block>((block, _, depth) => ({ type: 'quote', id: `q${depth}`, blocks: [block] }), { type: 'divider', id: 'd' })
    const save = store.save(first.id, first.revision.id, (each) => ({ ...each, body: { ...each.body, preamble: [nested] } }), by)
    await expect(save).rejects.toMatchObject({ code: 'invalid' })
    expect(await store.read(first.id)).toEqual(first)
  })

  it('does not seal what a newer version wrote', async () => {
    const first = await store.create(newId(), content('甲'), by)
    const newer = JSON.stringify({ ...first, format: 2 })
    await writeFile(paths.record(first.id), newer)
    await expect(store.seal(first.id)).rejects.toMatchObject({ code: 'library_newer_format', data: { found: 2 } })
    expect(await readFile(paths.record(first.id), 'utf8')).toBe(newer)
  })

  it('does not hand out a revision in place that is not what it claims', async () => {
    const first = await store.create(newId(), content('甲'), by)
    await writeFile(paths.record(first.id), JSON.stringify({ ...first, revision: { ...first.revision, by: { name: '别人', unit: '' } } }))
    await expect(store.readRevision(first.id, first.revision.id)).rejects.toMatchObject({ code: 'store_corrupt' })
  })

  it('tells what a newer version wrote from damage', async () => {
    const first = await store.create(newId(), content('甲'), by)
    const newer = { ...first, content: { ...first.content, body: { version: 2, flow: [] } } }
    await writeFile(paths.record(first.id), JSON.stringify(newer))
    await expect(store.read(first.id)).rejects.toMatchObject({ code: 'library_newer_format', data: { found: 2 } })
  })

  it('gives a second block with the same id a new one', async () => {
    const block = { type: 'paragraph' as const, id: 'same', inlines: [] }
    const record = await store.create(newId(), { ...content('甲'), body: { version: 1, preamble: [block, block], sections: [] } }, by)
    const [one, other] = record.content.body.preamble
    expect(one?.id).toBe('same')
    expect(other?.id).not.toBe('same')
  })

  it('carries keys that it does not know', async () => {
    const first = await store.create(newId(), { ...content('甲'), futureField: { deep: [1, 2] } }, by)
    const second = await retitle(first, '乙')
    expect((await store.read(second.id)).content.futureField).toEqual({ deep: [1, 2] })
  })

  it('replaces unpaired surrogates, which UTF-8 cannot hold', async () => {
    const record = await store.create(newId(), content('甲\ud800乙'), by)
    expect(record.content.title).toBe('甲\ufffd乙')
    expect(await store.read(record.id)).toEqual(record)
  })
})

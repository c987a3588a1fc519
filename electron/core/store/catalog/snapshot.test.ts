import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#shared/model/ids'
import { recordWith } from '../../../../tests/support/records'
import { createCatalog, type Catalog } from './catalog'
import { entryOf } from './entry'
import { readSnapshot, writeSnapshot } from './snapshot'

const owner = { library: newId(), root: '/资料库' }

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangfang-snapshot-'))
  path = join(folder, 'catalog.ndjson')
})
afterEach(async () => rm(folder, { recursive: true, force: true }))

const entriesOf = (catalog: Catalog) => [...catalog.ids()].map((id) => catalog.entry(id))

const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const anyEntry = fc.record({
  title: fc.string({ unit: fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), fc.constantFrom('\n', '\r', '\u2028', '\u2029')), minLength: 1, maxLength: 20 }), unit: text, team: text, field: text, tags: fc.array(text, { maxLength: 3 }),
  date: fc.constantFrom('', '2026', '2026-03', '2026-03-18'), reviewDate: fc.constantFrom('', '2026-03'), polarity: fc.constantFrom(undefined, 'positive' as const, 'negative' as const),
  original: fc.option(fc.stringMatching(/^[0-9a-f]{64}$/), { nil: undefined }), links: fc.array(fc.constant(0).map(() => newId()), { maxLength: 2 }),
  confidentiality: fc.constantFrom('public' as const, 'internal' as const, 'restricted' as const), custom: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text, { maxLength: 2 })), { maxKeys: 2 }),
  stamp: fc.option(fc.record({ size: fc.nat(), mtimeMs: fc.double({ min: 0, max: 4e12, noNaN: true }) }), { nil: undefined }),
}).map(({ original, links, polarity, reviewDate, stamp, ...content }) => entryOf(recordWith({
  ...content, fields: { reviewDate, ...polarity && { polarity } }, links: links.map((to) => ({ to, relation: 'uses' as const })),
  attachments: original === undefined ? [] : [{ sha256: original, name: '原件.docx', size: 1, mediaType: '', role: 'original' as const }],
}), stamp))

describe('a catalog snapshot', () => {
  it('brings back every entry as it was', async () => {
    await fc.assert(fc.asyncProperty(fc.array(anyEntry, { maxLength: 30 }), async (entries) => {
      const [written, read] = [createCatalog(), createCatalog()]
      entries.forEach(written.put)
      await writeSnapshot(path, written, owner)
      await readSnapshot(path, read, owner)
      expect(entriesOf(read)).toEqual(entriesOf(written))
      expect(read.counts()).toEqual(written.counts())
    }), { numRuns: 40 })
  })

  it('of several thousand rows takes less than 300 bytes a record', async () => {
    const catalog = createCatalog()
    for (let index = 0; index < 2500; index += 1) {
      catalog.put(entryOf(recordWith({ title: `变电站二次回路检修前的图纸核对与现场确认${index}`, number: `YW1-CS-2026-${index}`, tags: ['安全', '二次'], unit: `第${index % 20}供电所` }), { size: 9000 + index, mtimeMs: 1764000000000.125 + index }))
    }
    await writeSnapshot(path, catalog, owner)
    const read = createCatalog()
    await readSnapshot(path, read, owner)
    expect(entriesOf(read)).toEqual(entriesOf(catalog))
    expect((await stat(path)).size / catalog.size()).toBeLessThan(300)
  })

  it('is refused where a byte of it was changed, its end is missing, or it is of another library', async () => {
    const catalog = createCatalog()
    for (const title of ['甲', '乙', '丙']) catalog.put(entryOf(recordWith({ title })))
    await writeSnapshot(path, catalog, owner)
    await expect(readSnapshot(path, createCatalog(), { ...owner, root: '/副本' })).rejects.toThrow()
    const bytes = await readFile(path)
    for (let at = 0; at < bytes.length - 1; at += 7) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      await writeFile(path, changed)
      await expect(readSnapshot(path, createCatalog(), owner), `byte ${at}`).rejects.toThrow()
    }
    await writeFile(path, bytes.subarray(0, bytes.lastIndexOf('{')))
    await expect(readSnapshot(path, createCatalog(), owner)).rejects.toThrow()
    await expect(readSnapshot(join(folder, 'none'), createCatalog(), owner)).rejects.toThrow()
  })

  it('removes what killed programs left of it, but nothing that may be being written, nor anything else', async () => {
    const minutesAgo = async (minutes: number, ...names: string[]): Promise<void> => {
      for (const name of names) {
        await writeFile(join(folder, name), '{')
        await utimes(join(folder, name), new Date(), new Date(Date.now() - minutes * 60_000))
      }
    }
    await minutesAgo(60, 'catalog.ndjson.1.tmp', 'catalog.ndjson.4194304.tmp')
    const kept = ['another.ndjson', 'another.ndjson.7.tmp', 'catalog.ndjson.7.tmp.txt', 'catalog.ndjson.x.tmp', 'old-catalog.ndjson.7.tmp', 'catalogxndjson.7.tmp']
    await minutesAgo(60, ...kept)
    await minutesAgo(9, 'catalog.ndjson.9.tmp')
    await writeSnapshot(path, createCatalog(), owner)
    expect((await readdir(folder)).sort()).toEqual([...kept, 'catalog.ndjson', 'catalog.ndjson.9.tmp'].sort())
  })

  it('is written even where a leftover cannot be removed', async () => {
    await mkdir(join(folder, 'catalog.ndjson.1.tmp'))
    await utimes(join(folder, 'catalog.ndjson.1.tmp'), new Date(), new Date(0))
    await writeSnapshot(path, createCatalog(), owner)
    await readSnapshot(path, createCatalog(), owner)
  })
})

import { access, cp, mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { makeLargeLibrary } from '../../../../tests/bench/store/makeLibrary'
import { writeFallingWorker } from '../../../../tests/support/fallingWorker'
import { createRandom } from '../../../../tests/support/random'
import { searchAnswers } from '../../../../tests/support/searchAnswers'
import { createTestHome, testPorts, testWorkers, type TestCore, type TestHome } from '../../../../tests/support/testCore'

let home: TestHome
beforeAll(async () => { home = await createTestHome() })
afterAll(async () => home.remove())

const seed = Date.now() % 1_000_000
const random = createRandom(seed)

const cacheOf = (name: string): string => join(home.home, name)
const open = async (library: string, cache: string, workers: Partial<typeof testWorkers> = {}): Promise<TestCore> => {
  const core = await home.open({ paths: { ...testPorts(home.home).paths, cache: cacheOf(cache) }, workers: { ...testWorkers, ...workers } })
  await core.client.library.open({ path: join(home.home, library), write: true })
  return core
}
const answersOf = async (library: string, cache: string, workers?: Partial<typeof testWorkers>): Promise<unknown[]> => {
  const { core, client } = await open(library, cache, workers)
  const answers = await searchAnswers(client)
  await core.close()
  return answers
}
/** As an index answers that was made at once, of what is on disk. */
const freshAnswers = async (library: string): Promise<unknown[]> => {
  await rm(cacheOf('fresh'), { recursive: true, force: true })
  return answersOf(library, 'fresh')
}
const folderOf = async (cache: string): Promise<string> => {
  const [name = ''] = await readdir(join(cacheOf(cache), 'indexes'))
  return join(cacheOf(cache), 'indexes', name)
}
const Manifest = z.object({ parts: z.array(z.object({ name: z.string(), removed: z.object({ name: z.string() }).nullable() })) })
const partsIn = async (folder: string) => Manifest.parse(JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'))).parts
const exists = async (path: string): Promise<boolean> => access(path).then(() => true, () => false)

/** While it opens the snapshot, reads texts for an answer, and saves. */
const searchFalls = [random.below(40), 40 + random.below(260)]

let workersMade = 0
const falling = async (kind: 'index' | 'search', calls: number) => writeFallingWorker(home.home, `falling-${workersMade += 1}`, testWorkers[kind], calls)

const addFile = async ({ client }: TestCore, id: string, name: string): Promise<void> => {
  const path = join(home.home, name)
  await writeFile(path, `${name}里写着验电器`)
  const added = await client.attachments.add({ path })
  const { revision } = await client.records.get({ id })
  await client.records.save({ id, base: revision.id, changes: { attachments: [added] } })
}

describe(`an index whose workers fall (seed ${seed})`, () => {
  it('is made whole by other workers, where one falls at some moment while it makes a part', async () => {
    await makeLargeLibrary(join(home.home, 'large'), 310)
    const expected = await freshAnswers('large')
    for (const calls of [random.below(8)]) {
      const { path, marker } = await falling('index', calls)
      await rm(cacheOf('built'), { recursive: true, force: true })
      expect(await answersOf('large', 'built', { index: path }), `after ${calls} calls`).toEqual(expected)
      expect(await exists(marker), `fell after ${calls} calls`).toBe(true)
    }
    expect(await answersOf('large', 'built')).toEqual(expected)
  })

  describe('of several parts', () => {
    let expected: unknown[]
    const withFiles: string[] = []
    beforeAll(async () => {
      const { core, client } = await home.open({ paths: { ...testPorts(home.home).paths, cache: cacheOf('parts') } })
      await client.library.create({ path: join(home.home, 'small'), name: '库', unit: '', language: 'zh-CN' })
      for (let at = 0; at < searchFalls.length; at += 1) {
        const { id } = await client.records.create({ type: 'case', content: { title: `接地线漏拆之${at}` } })
        await addFile({ core, client }, id, `汇编${at}.txt`)
        withFiles.push(id)
      }
      await searchAnswers(client)
      await core.close()
      for (let at = 0; at < 6; at += 1) {
        const next = await open('small', 'parts')
        await next.client.records.create({ type: 'case', content: { title: `母线倒闸之${at}`, summary: '漏拆' } })
        await searchAnswers(next.client)
        await next.core.close()
      }
      expected = await freshAnswers('small')
    })
    /** The snapshot as it was then. */
    const begin = async (): Promise<string> => {
      await rm(cacheOf('cache'), { recursive: true, force: true })
      await cp(cacheOf('parts'), cacheOf('cache'), { recursive: true })
      return folderOf('cache')
    }

    it('answers from those until they are one, and gets there though a worker falls while it merges', async () => {
      for (const calls of [1 + random.below(8), 9 + random.below(31)]) {
        const folder = await begin()
        expect((await partsIn(folder)).length).toBeGreaterThan(5)
        const { path, marker } = await falling('index', calls)
        const { core, client } = await open('small', 'cache', { index: path })
        expect(await searchAnswers(client), `after ${calls} calls`).toEqual(expected)
        await expect.poll(async () => (await partsIn(folder)).length).toBe(1)
        expect(await exists(marker), `fell after ${calls} calls`).toBe(true)
        expect(await searchAnswers(client), `merged, after ${calls} calls`).toEqual(expected)
        await core.close()
      }
    })

    it('answers as a fresh one whenever the worker that holds it falls, and what is left of that goes', async () => {
      for (const [at, calls] of searchFalls.entries()) {
        await begin()
        const { path } = await falling('search', calls)
        const { core, client } = await open('small', 'cache', { search: path })
        await client.search.query({ text: '接地线' })
        const { id } = await client.records.create({ type: 'experience', content: { title: '母线倒闸漏拆' } })
        await addFile({ core, client }, id, `附件${calls}.txt`)
        const other = withFiles[at] ?? ''
        const { revision } = await client.records.get({ id: other })
        await client.records.save({ id: other, base: revision.id, changes: { attachments: [] } })
        // What was saved is taken in soon, not at once.
        const count = async (name: string) => (await client.search.query({ text: `"${name}"`, literally: true })).total
        await expect.poll(async () => [await count(`附件${calls}.txt`), await count(`汇编${at}.txt`)], { message: `after ${calls} calls` }).toEqual([1, 0])
        const there = await searchAnswers(client)
        await core.close()
        const now = await freshAnswers('small')
        expect(there, `after ${calls} calls`).toEqual(now)
        expect(await answersOf('small', 'cache'), `opened again, after ${calls} calls`).toEqual(now)
      }
      const folder = await folderOf('cache')
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, 'left.part'), 'x')
      for (const name of await readdir(folder)) await utimes(join(folder, name), 0, 0)
      await open('small', 'cache').then(async ({ core, client }) => { await searchAnswers(client); await core.close() })
      const used = (await partsIn(folder)).flatMap(({ name, removed }) => [`${name}.part`, `${name}.lists`, `${name}.texts`, ...(removed ? [`${removed.name}.removed`] : [])])
      expect((await readdir(folder)).sort()).toEqual(['index.json', ...used].sort())
    })
  })
})

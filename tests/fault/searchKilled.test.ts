/** A process is killed while it builds, changes, merges and saves its search index: what opens the same cache next answers as a fresh index does. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLargeLibrary } from '../bench/store/makeLibrary'
import { createRandom } from '../support/random'
import { searchAnswers } from '../support/searchAnswers'
import { createTestHome, testPorts, type TestHome } from '../support/testCore'
import { bundleProcess, type Bundled } from './bundled'

let searcher: Bundled
let home: TestHome
beforeAll(async () => {
  searcher = await bundleProcess('search/searcher.ts')
  home = await createTestHome()
  await makeLargeLibrary(join(home.home, 'library'), 310)
})
afterAll(async () => {
  await home.remove()
  await searcher.remove()
})

const seed = Date.now() % 1_000_000
const random = createRandom(seed)

const partsThere = async (): Promise<number> => (await readdir(join(home.home, 'cache/indexes'), { recursive: true }).catch(() => [])).filter((name) => name.endsWith('.texts')).length

const workAndDie = async (number: number, afterMs: number): Promise<void> => {
  const before = await partsThere()
  const child = spawn(process.execPath, [searcher.path, home.home, String(number)], { stdio: 'ignore' })
  const ended = once(child, 'exit')
  // A part begins; some seconds without one mean that the snapshot was whole.
  for (let waited = 0; waited < 300 && await partsThere() === before; waited += 1) await wait(before === 0 ? 5 : 20)
  await wait(afterMs)
  child.kill('SIGKILL')
  expect(await ended).toEqual([null, 'SIGKILL'])
}

const answersOf = async (cache: string): Promise<unknown[]> => {
  // A minute passes, after which a take-over of the lock that was killed itself is no longer respected.
  await utimes(join(home.home, 'library/lock.takeover'), 0, 0).catch(() => undefined)
  const { core, client } = await home.open({ paths: { ...testPorts(home.home).paths, cache: join(home.home, cache) } })
  await client.library.open({ path: join(home.home, 'library'), write: true })
  const answers = await searchAnswers(client)
  await core.close()
  return answers
}

describe(`a search index whose process is killed (seed ${seed})`, () => {
  it('answers as a fresh one afterwards', async () => {
    // The first one dies while the first part is made, the other while what is saved every few seconds is.
    for (const [number, afterMs] of [random.below(30), random.below(300)].entries()) {
      await workAndDie(number, afterMs)
      const there = await answersOf('cache')
      await rm(join(home.home, 'fresh'), { recursive: true, force: true })
      expect(there, `round ${number}, after ${afterMs} ms`).toEqual(await answersOf('fresh'))
    }
  })
})

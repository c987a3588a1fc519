/** A package that is being taken in when the disk is full or the process is killed: the library is as it was, or has all of it. */
import { existsSync, readdirSync, utimesSync } from 'node:fs'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startCli } from '../cli/runCli'
import { done, ended } from '../support/jobs'
import { createRandom } from '../support/random'
import { createTestHome, type TestCore, type TestHome } from '../support/testCore'
import { mountSmallDisk } from './smallDisk'

const disk = mountSmallDisk('8m')
afterAll(disk.remove)

const count = 12
const mb = 1024 * 1024

let home: TestHome
let client: TestCore['client']
let file: string
beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  file = join(home.home, '经验.lfpkg')
  await client.library.create({ path: join(home.home, '甲'), name: '甲', unit: '甲', unitCode: 'SD1' })
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const path = join(home.home, `${String(index)}.bin`)
    await writeFile(path, Buffer.alloc(mb, String(index)))
    ids.push((await client.records.create({ type: 'case', content: { title: `案例${String(index)}`, attachments: [await client.attachments.add({ path })] } })).id)
  }
  await done(client, client.packages.make({ ids, title: '经验', to: file }))
})
afterEach(async () => home.remove())

/** Heads, ledger and undo by their bytes, and the names of all attachments; what is under way and who has it open left out. */
const stateOf = async (root: string): Promise<string[]> => {
  const names = (await readdir(root, { recursive: true })).filter((name) => /^(?:records|exchanges|operations|history|editions)\b.*\.(?:json|gz)$/.test(name)).sort()
  const files = await Promise.all(names.map(async (name) => `${name} ${await readFile(join(root, name), 'base64')}`))
  return [...files, ...(await readdir(join(root, 'attachments'), { recursive: true }).catch(() => [])).filter((name) => /[0-9a-f]{64}$/.test(name)).sort()]
}

const underWay = (root: string): string[] => {
  const journal = join(root, 'journal')
  return existsSync(journal) ? readdirSync(journal, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name) : []
}

describe.skipIf(!disk.isMounted)('on a disk that becomes full in the middle', () => {
  it('is not taken, says so, leaves nothing behind, and is taken once there is room', async () => {
    const root = join(disk.mountPoint, '乙')
    await client.library.create({ path: root, name: '乙', unit: '乙', unitCode: 'YW1' })
    const before = await stateOf(root)
    const opened = await done(client, client.packages.open({ path: file }))
    const { jobId } = await client.packages.take({ jobId: opened, accept: true })
    expect(await ended(client, jobId)).toMatchObject({ state: 'failed', failure: { code: 'store_write_failed', data: { reason: 'ENOSPC' } } })
    expect(await stateOf(root)).toEqual(before)
    expect(underWay(root)).toEqual([])
    disk.grow('64m')
    const again = await client.packages.take({ jobId: opened, accept: true })
    expect(await ended(client, again.jobId)).toMatchObject({ state: 'done' })
    expect((await client.packages.taken(again)).records.map(({ outcome }) => outcome)).toEqual(Array.from({ length: count }, () => 'added'))
    await client.library.close()
  })
})

const seed = Date.now() % 1_000_000

describe(`by a process that is killed (seed ${String(seed)})`, () => {
  it('is in the library whole or not at all, whenever it died', async () => {
    const random = createRandom(seed)
    const root = join(home.home, '乙')
    await client.library.create({ path: root, name: '乙', unit: '乙', unitCode: 'YW1' })
    await client.library.close()
    const outcomes: number[] = []
    for (let round = 0; round < 6; round += 1) {
      const { child, ended: over } = startCli(home.home, home.home, ['open', file, '--take', '--accept', '--library', root])
      // Not before it has begun to write, nor always after it has ended.
      for (let waited = 0; waited < 1000 && child.exitCode === null && underWay(root).length === 0; waited += 1) await wait(5)
      await wait(random.below(40 * 2 ** round))
      child.kill('SIGKILL')
      await over
      // A minute passes, after which a take-over of the lock that was killed itself is no longer respected.
      try { utimesSync(join(root, 'lock.takeover'), 0, 0) } catch { /* There is none. */ }
      await client.library.open({ path: root, write: true })
      const { total } = await client.records.list({ filter: { type: 'case' }, sort: { by: 'number', descending: false }, offset: 0, limit: 1 })
      const ledger = await client.packages.exchanges()
      expect([total, ledger.length]).toEqual(total === 0 ? [0, 0] : [count, 1])
      expect(underWay(root)).toEqual([])
      outcomes.push(total)
      if (total > 0) break
      await client.library.close()
    }
    expect(outcomes.filter((total) => total > 0).length).toBeLessThanOrEqual(1)
  }, 120_000)
})

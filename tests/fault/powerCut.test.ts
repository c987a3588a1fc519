/** The power goes at a random step while a library is worked on: whatever the disk keeps, what was answered for is there when it is opened again. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type * as fsPromises from 'node:fs/promises'
import { newId } from '#shared/model/ids'
import { makeLibraryFolder } from '#core/store/libraryFolder'
import { followDisk } from './disk'
import { faults } from './faultyFs'
import { inspect } from './load/inspect'
import { createLedger } from './load/ledger'
import { createRandom } from '../support/random'
import { runLoad } from './load/run'
import { createClock, newLibrary, openWorld } from './load/world'

vi.mock('node:fs/promises', async (importOriginal) => {
  const { withFaultsIn } = await import('./faultyFs')
  return withFaultsIn(await importOriginal<typeof fsPromises>())
})

const homes: string[] = []
afterEach(async () => {
  faults.disarm()
  faults.follow(undefined)
  for (const home of homes.splice(0)) await rm(home, { recursive: true, force: true })
})

/** Several cuts of one library, one after another; answers what was wrong, and how many answers there were. */
const cutsOf = async (seed: number, cuts: number): Promise<{ problems: string[]; acknowledged: number }> => {
  const home = await mkdtemp(join(tmpdir(), 'liangfang-power-'))
  homes.push(home)
  const [root, device, library, random] = [join(home, '库'), newId(), newLibrary(), createRandom(seed)]
  const ledger = createLedger({ library: library.name })
  await makeLibraryFolder(root, library)
  const problems: string[] = []
  for (let cut = 0; cut < cuts && problems.length === 0; cut += 1) {
    const skippedMs = cut * 3_600_000
    const world = await openWorld(root, device, random, createClock(skippedMs), `s${seed}c${cut}`)
    const disk = followDisk(root)
    faults.follow(disk)
    faults.arm('crash', 1 + random.below(600))
    await runLoad(world, 60, 3, ledger.note, () => faults.hasCome())
    faults.disarm()
    faults.follow(undefined)
    await world.session.close()
    disk.cut(random)
    const { lost, torn, wrong } = await inspect(root, device, () => Date.now() + skippedMs, ledger)
    problems.push(...[...lost, ...torn, ...wrong].map((problem) => `seed ${seed} cut ${cut}: ${problem}`))
  }
  return { problems, acknowledged: ledger.acknowledged() }
}

const longestMs = Number(process.env.LIANGFANG_FAULT_SECONDS ?? 25) * 1000

describe('a library whose power is cut', () => {
  it('shows all that was answered for, and every transaction whole, whatever the disk kept', async () => {
    const startedAt = performance.now()
    const seeds = Number(process.env.LIANGFANG_FAULT_SEEDS ?? 1000)
    const first = Number(process.env.LIANGFANG_FAULT_SEED ?? 1)
    const problems: string[] = []
    let [libraries, acknowledged] = [0, 0]
    for (let seed = first; seed < first + seeds && performance.now() - startedAt < longestMs; seed += 1) {
      const result = await cutsOf(seed, 4)
      problems.push(...result.problems)
      libraries += 1
      acknowledged += result.acknowledged
    }
    console.log(`power cut: ${libraries} libraries, 4 cuts each, ${acknowledged} answers`)
    expect(problems).toEqual([])
  })
})

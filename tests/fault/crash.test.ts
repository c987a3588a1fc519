/** Writers are killed at random moments, one after another, on libraries that go on. The long version is `npm run fault`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleProcess, type Bundled } from './bundled'
import { runCrashRounds } from './crash/rounds'

let writer: Bundled
beforeAll(async () => { writer = await bundleProcess('crash/writer.ts') })
afterAll(async () => writer.remove())

describe('a library whose writer is killed', () => {
  it('opens, shows all that was answered for, and every transaction whole', async () => {
    const { figures, problems } = await runCrashRounds({ writer: writer.path, rounds: 400, seed: Date.now() % 1_000_000, lanes: 2, untilMs: 30_000 })
    console.log(`killed writers: ${Object.entries(figures).map(([key, value]) => `${key} ${value}`).join(', ')}`)
    expect(problems).toEqual([])
    expect(figures.kills).toBeGreaterThan(10)
  })
})

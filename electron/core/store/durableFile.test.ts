import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeFolder } from './durableFile'

let root: string
beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'liangfang-durable-')) })
afterEach(async () => rm(root, { recursive: true, force: true }))

describe('durable writing', () => {
  it('lets many make folders below those that none of them finds there', async () => {
    for (let round = 0; round < 60; round += 1) {
      const base = join(root, String(round), 'records')
      const later = async (turns: number): Promise<void> => { for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => { setImmediate(resolve) }) }
      await Promise.all(Array.from({ length: 12 }, async (_, writer) => later(writer).then(async () => makeFolder(join(base, String(writer))))))
      expect((await readdir(base)).length).toBe(12)
    }
  })

  it.skipIf(process.platform !== 'linux')('gives up on a folder that can not be made', async () => {
    await expect(makeFolder('/proc/liangfang/x')).rejects.toThrow()
  })
})

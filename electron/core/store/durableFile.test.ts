import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeFolder, writeDurably } from './durableFile'

let root: string
beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'liangfang-durable-')) })
afterEach(async () => rm(root, { recursive: true, force: true }))

describe('durable writing', () => {
  it('lets many write below folders that none of them finds there', async () => {
    for (let round = 0; round < 20; round += 1) {
      const base = join(root, String(round), 'records')
      await Promise.all(Array.from({ length: 16 }, async (_, file) => writeDurably(join(base, String(file % 4), `${file}.json`), '{}')))
      expect((await readdir(base, { recursive: true })).filter((name) => name.endsWith('.json')).length).toBe(16)
    }
  })

  it.skipIf(process.platform !== 'linux')('gives up on a folder that can not be made', async () => {
    await expect(makeFolder('/proc/liangfang/x')).rejects.toThrow()
  })
})

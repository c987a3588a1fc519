import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeFolder, moveDurably, removeDurably } from './durableFile'

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

  it('moves and removes many together, and may be asked again', async () => {
    await mkdir(join(root, 'staged'))
    const moves = Array.from({ length: 40 }, (_, index) => ({ from: join(root, 'staged', String(index)), to: join(root, 'history', String(index % 3), String(index), 'file') }))
    for (const { from } of moves) await writeFile(from, from)
    await moveDurably(moves.slice(0, 10))
    await moveDurably(moves)
    for (const { from, to } of moves) expect(await readFile(to, 'utf8')).toBe(from)
    expect(await readdir(join(root, 'staged'))).toEqual([])

    const places = moves.map(({ to }) => to)
    await removeDurably(places.slice(0, 10))
    await rm(join(root, 'history', '0', '0'), { recursive: true })
    await removeDurably(places)
    expect((await readdir(join(root, 'history'), { recursive: true })).filter((name) => name.endsWith('file'))).toEqual([])
  })

  it.skipIf(process.platform !== 'linux')('gives up on a folder that can not be made', async () => {
    await expect(makeFolder('/proc/liangfang/x')).rejects.toThrow()
  })
})

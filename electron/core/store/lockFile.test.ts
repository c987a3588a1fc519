import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeAway } from './lockFile'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangfang-lock-file-'))
  path = join(folder, 'lock')
})
afterEach(async () => rm(folder, { recursive: true, force: true }))

describe('taking a lock away', () => {
  it('leaves nothing of the one meant', async () => {
    await writeFile(path, 'mine')
    const { mtimeMs } = await stat(path)
    expect(await takeAway(path, (text, touchedMs) => text === 'mine' && touchedMs === mtimeMs)).toBe(true)
    expect(await readdir(folder)).toEqual([])
  })

  it('puts back the one that came in its place, as it was', async () => {
    await writeFile(path, 'theirs')
    await utimes(path, 1_000_000, 1_000_000)
    const before = await stat(path)
    expect(await takeAway(path, (text) => text === 'mine')).toBe(false)
    expect(await readFile(path, 'utf8')).toBe('theirs')
    expect(await stat(path)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs })
    expect(await readdir(folder)).toEqual(['lock'])
  })

  it('is done with where there is none', async () => {
    expect(await takeAway(path, () => true)).toBe(false)
    expect(await readdir(folder)).toEqual([])
  })
})

import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashFile } from './hashFile'

let folder: string
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'liangfang-hash-')) })
afterEach(async () => rm(folder, { recursive: true, force: true }))

describe('hashing a file', () => {
  it.each([0, 1, 1 << 20, (1 << 20) + 1, 5_000_000])('hashes and hands on every byte of %i', async (size) => {
    const path = join(folder, 'file')
    const bytes = randomBytes(size)
    await writeFile(path, bytes)
    const handedOn: Buffer[] = []
    const hashed = await hashFile(path, async (chunk) => { handedOn.push(Buffer.from(chunk)); return Promise.resolve() })
    expect(hashed).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), size })
    expect(Buffer.concat(handedOn).equals(bytes)).toBe(true)
  })

  it('passes on what whoever is handed the bytes throws', async () => {
    const path = join(folder, 'file')
    await writeFile(path, randomBytes(3_000_000))
    await expect(hashFile(path, async () => Promise.reject(new Error('full')))).rejects.toThrow('full')
  })

  it.each([['a folder', '.', 'not a file'], ['nothing', 'gone', 'ENOENT']])('says why %s can not be read', async (_what, name, reason) => {
    await expect(hashFile(join(folder, name))).rejects.toMatchObject({ code: 'file_unreadable', data: { reason } })
  })
})

/** Files that another program holds for a moment: waited for where that helps, told where it does not. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as fsPromises from 'node:fs/promises'
import { namesIn, readIfThere, removeDurably, writeDurably } from '#core/store/durableFile'
import { refusing } from './refusingFs'

vi.mock('node:fs/promises', async (importOriginal) => {
  const { withRefusalsIn } = await import('./refusingFs')
  return withRefusalsIn(await importOriginal<typeof fsPromises>())
})

let root: string
let path: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'liangfang-busy-'))
  path = join(root, 'record.json')
  await writeFile(path, 'before')
})
afterEach(async () => {
  refusing.stop()
  vi.unstubAllGlobals()
  await rm(root, { recursive: true, force: true })
})

const onPlatform = (platform: NodeJS.Platform): void => { vi.stubGlobal('process', new Proxy(process, { get: (target, key) => (key === 'platform' ? platform : Reflect.get(target, key))  as unknown })) }

describe.each(['linux', 'darwin', 'win32'] as const)('a file in use on %s', (platform) => {
  beforeEach(() => { onPlatform(platform) })

  it('is written once it is free', async () => {
    refusing.refuse('rename', 'EBUSY', 3)
    await writeDurably(path, 'after')
    expect(await readFile(path, 'utf8')).toBe('after')
    expect(refusing.stop()).toHaveLength(3)
  })

  it('is read, listed and removed once it is free', async () => {
    refusing.refuse('readFile', 'EBUSY', 2)
    refusing.refuse('readdir', 'EBUSY', 2)
    refusing.refuse('rm', 'EBUSY', 2)
    expect((await readIfThere(path))?.toString()).toBe('before')
    expect(await namesIn(root)).toEqual(['record.json'])
    await removeDurably([path])
    expect(await namesIn(root)).toEqual([])
    expect(refusing.stop()).toHaveLength(6)
  })

  it('that never becomes free is told, and stays as it was', async () => {
    refusing.refuse('rename', 'EBUSY')
    await expect(writeDurably(path, 'after')).rejects.toMatchObject({ code: 'store_write_failed', data: { path, reason: 'EBUSY' } })
    refusing.stop()
    expect(await readFile(path, 'utf8')).toBe('before')
    expect(await readdir(root)).toEqual(['record.json'])
  })
})

describe('what is not allowed', () => {
  it.each(['EPERM', 'EACCES'])('is tried again on Windows, where %s may mean that it is in use', async (code) => {
    onPlatform('win32')
    refusing.refuse('rename', code, 2)
    await writeDurably(path, 'after')
    expect(await readFile(path, 'utf8')).toBe('after')
  })

  it.each(['EPERM', 'EACCES', 'ENOSPC'])('is told at once elsewhere: %s', async (code) => {
    onPlatform('linux')
    refusing.refuse('rename', code)
    await expect(writeDurably(path, 'after')).rejects.toMatchObject({ code: 'store_write_failed', data: { reason: code } })
    expect(refusing.stop()).toHaveLength(1)
  })
})

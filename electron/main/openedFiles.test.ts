import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createOpenedFiles } from './openedFiles'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangfang-opened-'))
  await writeFile(join(folder, 'a.lfpkg'), '')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('an opened file', () => {
  it('goes to the next page if the one before was gone before it asked for more', async () => {
    const files = createOpenedFiles()
    files.add(['a.lfpkg'], folder)
    const path = join(folder, 'a.lfpkg')
    const gone = files.watch(undefined)
    expect(await gone.next()).toEqual({ done: false, value: { path } })
    await gone.return()
    expect(await files.watch(undefined).next()).toEqual({ done: false, value: { path } })
  })

  it('wakes a page that waits, and none that has let go', async () => {
    const files = createOpenedFiles()
    const controller = new AbortController()
    const gone = files.watch(controller.signal).next()
    const here = files.watch(undefined).next()
    controller.abort()
    expect(await gone).toMatchObject({ done: true })
    files.add(['a.lfpkg'], folder)
    expect(await here).toMatchObject({ done: false, value: { path: join(folder, 'a.lfpkg') } })
  })
})

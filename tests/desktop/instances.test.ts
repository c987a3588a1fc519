/** One instance at a time, and the packages that the system opens with it. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, vi } from 'vitest'
import { z } from 'zod'
import type { HostClient } from '#shared/contract/host'
import { clientsOf } from './support/clients'
import { it } from './support/test'

const packageAt = async (...names: string[]): Promise<string> => {
  const path = join(...names)
  await writeFile(path, 'package')
  return path
}

/** Takes so many packages, then lets go. */
const take = async (host: HostClient, count: number): Promise<string[]> => {
  const paths: string[] = []
  for await (const { path } of await host.openedFiles()) {
    paths.push(path)
    if (paths.length === count) break
  }
  return paths
}

describe('a second instance', () => {
  it('brings the window of the first to the front and ends', async ({ start }) => {
    const first = await start()
    await first.page()
    const { id } = await first.desktop.window()
    await first.desktop.call('minimize', id)
    const second = await start()
    expect(await second.desktop.exited).toBe(0)
    expect(second.pageCount()).toBe(0)
    await vi.waitFor(async () => { expect(await first.desktop.window()).toMatchObject({ id, isMinimized: false, isFocused: true }) }, { timeout: 60_000 })
  })

  it('starts no core and leaves the library of the first alone', async ({ home, start }) => {
    const first = await start()
    const { core } = clientsOf(await first.page())
    const { path } = await core.library.create({ path: join(home, '资料库'), name: '城东', unit: '' })
    await (await start()).desktop.exited
    expect(await first.desktop.cores()).toHaveLength(1)
    expect(await core.library.current()).toMatchObject({ path, readOnly: null })
  })

  it('is the first once the one before has ended', async ({ start }) => {
    const first = await start()
    await first.page()
    expect(await first.desktop.quit()).toBe(0)
    const second = await start()
    await second.page()
    expect(await second.desktop.windows()).toHaveLength(1)
  })
})

describe('packages opened with the app', () => {
  it('reach the page from the command line, by whole paths', async ({ home, start }) => {
    const relative = await packageAt(home, '资料 一.lfpkg')
    const whole = await packageAt(home, '资料 二.LFPKG')
    const byUrl = await packageAt(home, '资料 三.lfpkg')
    const { page } = await start({ args: ['资料 一.lfpkg', '--flag', whole, pathToFileURL(byUrl).href] })
    const { host } = clientsOf(await page())
    expect(await take(host, 3)).toEqual([relative, whole, byUrl])
  })

  it('are packages that exist, and nothing else', async ({ home, start }) => {
    await writeFile(join(home, 'a.docx'), 'x')
    await mkdir(join(home, 'folder.lfpkg'))
    const good = await packageAt(home, 'good.lfpkg')
    const args = ['missing.lfpkg', 'a.docx', 'folder.lfpkg', '--file=good.lfpkg', '-good.lfpkg', 'file:///%zz.lfpkg', 'https://example.com/x.lfpkg', good]
    const { page } = await start({ args })
    const { host } = clientsOf(await page())
    expect(await take(host, 1)).toEqual([good])
  })

  it('come from a second instance too, relative to where that one was started', async ({ home, start }) => {
    const first = await start()
    const { host } = clientsOf(await first.page())
    const taken = take(host, 1)
    const downloads = join(home, 'downloads')
    await mkdir(downloads)
    const path = await packageAt(downloads, '交流.lfpkg')
    await (await start({ args: ['交流.lfpkg'], cwd: downloads })).desktop.exited
    expect(await taken).toEqual([path])
  })

  it('come from macOS, before and after the page is there', async ({ home, start }) => {
    const { desktop, page } = await start()
    const early = await packageAt(home, 'early.lfpkg')
    const late = await packageAt(home, 'late.lfpkg')
    expect(await desktop.call('openFile', early)).toBe(true)
    const { host } = clientsOf(await page())
    const taken = take(host, 2)
    expect(await desktop.call('openFile', late)).toBe(true)
    expect(await taken).toEqual([early, late])
  })

  it('are given once: what a page has taken does not come again to the next', async ({ home, start }) => {
    const { desktop, page } = await start()
    const { host } = clientsOf(await page())
    const [one, two] = [await packageAt(home, 'one.lfpkg'), await packageAt(home, 'two.lfpkg')]
    await desktop.call('openFile', one)
    const controller = new AbortController()
    const iterator = await host.openedFiles(undefined, { signal: controller.signal })
    const { value } = z.object({ value: z.object({ path: z.string() }) }).parse(await iterator.next())
    expect(value).toEqual({ path: one })
    controller.abort()
    // Messages keep their order: once this is answered, the host knows that the first watcher is gone.
    await host.capabilities()
    await desktop.call('openFile', two)
    expect(await take(host, 1)).toEqual([two])
  })
})

/** How the built app ends: saves are waited for, a page that saves is waited for, and nothing keeps it for good. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, vi } from 'vitest'
import { clientsOf } from './support/clients'
import { it } from './support/test'

const recordsIn = (library: string): string[] =>
  readdirSync(join(library, 'records'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))

describe('quitting', () => {
  it('waits for saves under way, and lets the library go', async ({ home, start }) => {
    const { desktop, page } = await start()
    const { core } = clientsOf(await page())
    const library = join(home, '资料库')
    await core.library.create({ path: library, name: '城东', unit: '' })
    expect(existsSync(join(library, 'lock'))).toBe(true)

    const saves = Array.from({ length: 60 }, (_, number) => core.records.create({ type: 'case', content: { title: `案例${number}` } }))
    for (const save of saves) save.catch(() => undefined)
    // Messages keep their order: once the first is answered, all have arrived.
    await saves[0]
    expect(await desktop.quit()).toBe(0)

    const found = recordsIn(library)
    expect(found).toHaveLength(saves.length)
    for (const name of found) expect(() => { JSON.parse(readFileSync(join(library, 'records', name), 'utf8')) }).not.toThrow()
    expect(existsSync(join(library, 'lock'))).toBe(false)
  })

  it('follows from closing the window, and goes through the whole of Electron\'s order', async ({ start }) => {
    const { desktop, page } = await start()
    await page()
    await desktop.call('close', (await desktop.window()).id)
    expect(await desktop.exited).toBe(0)
    expect(desktop.events).toEqual([...(process.platform === 'darwin' ? [] : ['window-all-closed']), 'before-quit', 'will-quit', 'before-quit', 'will-quit', 'quit'])
  })

  it('goes on when it is asked for again meanwhile', async ({ start }) => {
    const { desktop, page } = await start()
    await page()
    const asked = [desktop.call('quit'), desktop.call('quit'), desktop.call('quit')]
    for (const each of asked) each.catch(() => undefined)
    expect(await desktop.exited).toBe(0)
    expect(desktop.events.filter((event) => event === 'quit')).toHaveLength(1)
  })

  it('waits for a page that still saves', async ({ start }) => {
    const { desktop, page } = await start()
    const opened = await page()
    opened.willGo = false
    await desktop.call('quit')
    await vi.waitFor(() => { expect(desktop.events.filter((event) => event === 'before-quit').length).toBeGreaterThan(1) }, { timeout: 60_000 })
    expect(await desktop.windows()).toHaveLength(1)
    opened.willGo = true
    expect(await desktop.exited).toBe(0)
  })

  it.skipIf(process.platform === 'win32')('opens the app again for whoever opens it meanwhile, with the package that was opened', async ({ home, start }) => {
    const { desktop, page } = await start({ args: ['--lang=zh-CN', 'taken before.lfpkg'] })
    const { core } = clientsOf(await page())
    await core.app.info()
    const [running] = await desktop.cores()
    if (running?.pid === undefined) throw new Error('no core')
    // A core that takes its time.
    process.kill(running.pid, 'SIGSTOP')
    try {
      await desktop.call('quit')
      await vi.waitFor(() => { expect(desktop.events).toContain('will-quit') }, { timeout: 60_000 })
      const path = join(home, '交流.lfpkg')
      await writeFile(path, 'package')
      const second = await start({ args: [path] })
      expect(await second.desktop.exited).toBe(0)
      await vi.waitFor(async () => { expect(await desktop.call('relaunches')).toEqual([[expect.stringMatching(/main\.js$/), '--lang=zh-CN', path]]) }, { timeout: 60_000 })
      expect(await desktop.windows()).toEqual([])
    } finally {
      process.kill(running.pid, 'SIGCONT')
    }
    expect(await desktop.exited).toBe(0)
  })

  it('is not kept up by a core that was killed', async ({ start }) => {
    const { desktop, page } = await start()
    await page()
    const [core] = await desktop.cores()
    if (core?.pid === undefined) throw new Error('no core')
    process.kill(core.pid, 'SIGKILL')
    expect(await desktop.quit()).toBe(0)
  })
})

describe('closing the window', () => {
  it('waits for a page that still saves, and needs no second click', async ({ start }) => {
    const { desktop, page } = await start()
    const opened = await page()
    opened.willGo = false
    await desktop.call('close', (await desktop.window()).id)
    opened.willGo = true
    expect(await desktop.exited).toBe(0)
  })
})

describe('a start that fails', () => {
  it('says why and ends, instead of running without a window', async ({ home, start }) => {
    await writeFile(join(home, 'cache'), 'a file where a folder should be')
    const { desktop, pageCount } = await start()
    expect(await desktop.exited).toBe(1)
    expect(pageCount()).toBe(0)
    expect(desktop.events).toEqual([expect.stringMatching(/^showErrorBox .*(EEXIST|ENOTDIR)/), 'quit'])
  })
})

/** What becomes of the app when its core's process dies. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, vi } from 'vitest'
import { clientsOf } from './support/clients'
import type { Desktop } from './support/desktop'
import { it } from './support/test'

const killCore = async (desktop: Desktop): Promise<number> => {
  const pid = (await desktop.cores()).at(-1)?.pid
  if (pid === undefined) throw new Error('no core')
  process.kill(pid, 'SIGKILL')
  return pid
}

const anAttachment = (library: string): string => {
  const [found] = readdirSync(join(library, 'attachments'), { recursive: true, encoding: 'utf8' }).flatMap((name) => /[0-9a-f]{64}$/.exec(name)?.[0] ?? [])
  if (found === undefined) throw new Error('no attachment')
  return found
}

describe('a core that dies', () => {
  it('is started again: the page is told, its library is open again, and calls work as before', async ({ home, start }) => {
    const { desktop, page } = await start()
    const { core, connections } = clientsOf(await page())
    const { path } = await core.library.createSample({ path: join(home, '示例') })
    const before = await killCore(desktop)
    await vi.waitFor(() => { expect(connections).toEqual(['connected', 'reconnecting', 'connected']) }, { timeout: 60_000 })
    expect(await core.library.current()).toMatchObject({ path, readOnly: null })
    const { content: { title } } = await core.records.create({ type: 'case', content: { title: '重启之后' } })
    expect(title).toBe('重启之后')
    const cores = await desktop.cores()
    expect(cores.map(({ pid }) => pid)).toEqual([undefined, expect.any(Number)])
    expect(cores.at(-1)?.pid).not.toBe(before)
  })

  it('leaves attachments waiting, which come from the next one', async ({ home, start }) => {
    const { desktop, page } = await start()
    const { core } = clientsOf(await page())
    const { path } = await core.library.createSample({ path: join(home, '示例') })
    const url = `app://liangfang/attachments/${anAttachment(path)}`
    expect((await desktop.request(url)).status).toBe(200)
    await killCore(desktop)
    expect((await desktop.request(url)).status).toBe(200)
    expect((await desktop.request(`app://liangfang/attachments/${'0'.repeat(64)}`)).status).toBe(404)
  })

  it('leaves the host alone', async ({ start }) => {
    const { desktop, page } = await start()
    const { core, host } = clientsOf(await page())
    await core.app.info()
    await killCore(desktop)
    expect(await host.capabilities()).toMatchObject({ nativeDialogs: true })
    await vi.waitFor(async () => { expect(await core.app.info()).toMatchObject({ host: 'desktop' }) }, { timeout: 60_000 })
  })

  it('may die several times', async ({ start }) => {
    const { desktop, page } = await start()
    const { core } = clientsOf(await page())
    for (let deaths = 1; deaths <= 3; deaths += 1) {
      await core.app.info()
      await killCore(desktop)
      await vi.waitFor(async () => { expect(await desktop.cores()).toHaveLength(deaths + 1) }, { timeout: 60_000 })
    }
    expect(await core.app.info()).toMatchObject({ host: 'desktop' })
    expect(await desktop.quit()).toBe(0)
  })
})

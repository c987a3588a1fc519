import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createTestHome } from '../support/testCore'
import { startCli, type CliRun } from './runCli'

let home: string
let library: string
let drive: string

const cli = async (...args: string[]): Promise<CliRun> => startCli(join(home, '设置'), home, args).ended
const json = (run: CliRun): unknown => JSON.parse(run.out)

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'liangfang-cli-'))
  library = join(home, '资料库')
  drive = join(home, '移动硬盘')
  await mkdir(drive)
  expect(await cli('init', library, '--name', '班组资料库', '--unit-code', 'YW1')).toMatchObject({ code: 0 })
  const test = await createTestHome()
  const { client } = await test.open()
  await client.library.open({ path: library })
  await client.records.create({ type: 'case', content: { title: '受控案例', confidentiality: 'restricted' } })
  await test.remove()
})
afterAll(async () => rm(home, { recursive: true, force: true }))

it('backs up once restricted records are allowed, verifies every byte, and restores the library whole', async () => {
  const refused = await cli('backup', drive, '-l', library)
  expect(refused).toMatchObject({ code: 3, out: '' })
  expect(refused.err).toContain('--allow-restricted')

  const made = await cli('backup', drive, '-l', library, '--allow-restricted', '--json')
  expect(made.code).toBe(0)
  expect(json(made)).toMatchObject({ records: 1, leftOut: [] })
  expect(await cli('backup', drive, '-l', library, '--allow-restricted')).toMatchObject({ code: 0 })
  expect(await cli('backup', drive, '--verify')).toMatchObject({ code: 0 })

  const to = join(home, '恢复')
  const restored = await cli('restore', drive, to, '--json')
  expect(json(restored)).toMatchObject({ restored: { path: to } })
  expect(await readFile(join(to, 'library.json'))).toEqual(await readFile(join(library, 'library.json')))
  expect(await cli('verify', '-l', to)).toMatchObject({ code: 0 })
  expect((await cli('restore', drive, to)).code).toBe(3)
})

it('that is killed in the middle leaves the runs before as they were', async () => {
  const sha256 = 'ab'.repeat(32)
  await mkdir(join(library, 'attachments', 'ab'), { recursive: true })
  await writeFile(join(library, 'attachments', 'ab', sha256), Buffer.alloc(80_000_000, 'a'))
  const folder = join(drive, (await readdir(drive))[0] ?? '')
  const before = await readdir(folder)
  const { child, ended } = startCli(join(home, '设置'), home, ['backup', drive, '-l', library, '--allow-restricted'])
  await vi.waitFor(async () => {
    const [added] = (await readdir(folder)).filter((name) => !before.includes(name))
    expect(added === undefined ? [] : await readdir(join(folder, added))).toContain('part-0001.zip')
  }, { timeout: 60_000, interval: 2 })
  child.kill('SIGKILL')
  await ended
  const left = (await readdir(folder)).find((name) => !before.includes(name)) ?? ''
  expect(await readdir(join(folder, left))).not.toContain('manifest.json')
  expect(json(await cli('backup', drive, '--verify', '--json'))).toMatchObject({ run: join(folder, before.sort().at(-1) ?? ''), problems: [] })
  expect(json(await cli('backup', drive, '-l', library, '--allow-restricted', '--json'))).toMatchObject({ added: { bytes: expect.any(Number) } })
  expect(await cli('backup', drive, '--verify')).toMatchObject({ code: 0 })
})

it('says what is damaged, and that there is no backup or no folder to back up to', async () => {
  const [folder = ''] = await readdir(drive)
  const [first = ''] = await readdir(join(drive, folder))
  await writeFile(join(drive, folder, first, 'part-0001.zip'), 'gone')
  const damaged = await cli('backup', drive, '--verify', '--json')
  expect(damaged.code).toBe(4)
  expect((await cli('restore', drive, join(home, '不成'))).code).toBe(3)
  expect(await cli('restore', home, join(home, '没有'), '--run', '20200101T000000Z')).toMatchObject({ code: 3 })
  expect((await cli('backup', '-l', library)).code).toBe(3)
})

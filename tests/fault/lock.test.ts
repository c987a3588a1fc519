/** Processes that fight for one library: one writes at a time, whoever is killed is taken over, who only reads writes nothing. */
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { newId } from '#shared/model/ids'
import { makeLibraryFolder, openLibraryFolder } from '#core/store/libraryFolder'
import { recordContent } from '../support/records'
import { readAllRecords } from '../support/testSession'
import { bundleProcess, type Bundled } from './bundled'
import { newLibrary } from './load/world'
import { startHolder } from './lock/startHolder'
import { removeBetweenWrites } from './lock/turns'

const device = newId()
const Told = z.object({ did: z.enum(['read', 'write', 'lost', 'clash']), id: z.string().optional(), why: z.string().optional(), with: z.union([z.int(), z.string()]).optional() })
type Told = z.infer<typeof Told>

let fighter: Bundled
let holder: Bundled
let home: string
let root: string
beforeAll(async () => { [fighter, holder] = await Promise.all([bundleProcess('lock/fighter.ts'), bundleProcess('lock/holder.ts')]) })
afterAll(async () => { await Promise.all([fighter.remove(), holder.remove()]) })
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'liangfang-lock-'))
  root = join(home, '库')
  await makeLibraryFolder(root, newLibrary())
})
afterEach(async () => rm(home, { recursive: true, force: true }))

const open = async (write: boolean) => openLibraryFolder(root, { device, now: Date.now, write })

/** Runs a fighter; it is killed some milliseconds after it told so many things, if it is not done before. `onTold` hears each line. */
const fight = async (cycles: number, { told, afterMs }: { told: number; afterMs: number }, onTold: (told: Told) => void): Promise<boolean> => {
  const child = spawn(process.execPath, [fighter.path, root, device, String(cycles)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString() })
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => { child.on('close', (code, signal) => { resolve(signal ?? code) }) })
  let left = told
  for await (const line of createInterface({ input: child.stdout })) {
    onTold(Told.parse(JSON.parse(line)))
    left -= 1
    if (left === 0) void wait(afterMs).then(() => child.kill('SIGKILL'))
  }
  const end = await ended
  expect([0, 'SIGKILL'], errors).toContain(end)
  return end === 'SIGKILL'
}

/** Every file with its time and size. */
const picture = async (): Promise<string[]> => {
  const names = (await readdir(root, { recursive: true })).sort()
  return Promise.all(names.map(async (name) => {
    const { mtimeMs, size, ino } = await stat(join(root, name))
    return `${name} ${mtimeMs} ${size} ${ino}`
  }))
}

describe('processes that fight for a library', () => {
  it('never write at the same time, take over from whoever was killed, and look before each write where somebody removes the lock', async () => {
    const until = performance.now() + 12_000
    const counts = { read: 0, write: 0, lost: 0, clash: 0 }
    const written: string[] = []
    const clashes: unknown[] = []
    let kills = 0
    let removed = 0
    const removing = (async () => {
      while (performance.now() < until && kills < 60) {
        await wait(Math.random() * 60)
        if (await removeBetweenWrites(root)) removed += 1
      }
    })()
    await Promise.all(Array.from({ length: 4 }, async () => {
      while (performance.now() < until && kills < 60) {
        const isKilled = await fight(40, { told: 1 + Math.floor(Math.random() * 15), afterMs: Math.random() * 8 }, ({ did, id, with: other }) => {
          counts[did] += 1
          if (did === 'clash') clashes.push(other)
          if (did === 'write' && id !== undefined) written.push(id)
        })
        if (isKilled) kills += 1
      }
    }))
    await removing
    console.log(`lock: ${counts.write} times written, ${counts.read} times read only, ${counts.lost} lost, ${kills} killed, ${removed} removed`)
    expect(clashes).toEqual([])
    expect(removed).toBeGreaterThan(5)
    expect(counts.write).toBeGreaterThan(20)
    // A minute passes, after which a take-over that was killed itself is no longer respected.
    const longAgo = new Date(Date.now() - 120_000)
    await utimes(join(root, 'lock.takeover'), longAgo, longAgo).catch(() => undefined)
    const folder = await open(true)
    expect(folder.readOnly(), 'whatever the dead left, it can be written again').toBeNull()
    for (const id of written) expect((await folder.records.read(id)).id).toBe(id)
    await folder.close()
  })

  it('leave a writer that only stopped its lock, since it may go on, and get it once it is gone', async () => {
    const other = startHolder(holder, root)
    expect(await other.answer()).toBeNull()
    other.stop()
    const longAgo = new Date(Date.now() - 3_600_000)
    await utimes(join(root, 'lock'), longAgo, longAgo)
    const waiting = await open(true)
    expect(waiting.readOnly()).toMatchObject({ code: 'library_locked', data: { pid: other.pid } })
    await waiting.close()
    await other.kill()
    const next = await open(true)
    expect(next.readOnly()).toBeNull()
    await next.close()
  })

  it('put the lock back that somebody removed, unless another one has taken it', async () => {
    const other = startHolder(holder, root)
    expect(await other.answer()).toBeNull()
    const lock = join(root, 'lock')
    const theirs = await readFile(lock, 'utf8')
    await rm(lock)
    other.ask(0)
    expect(await other.answer()).toBeNull()
    expect(await readFile(lock, 'utf8')).toBe(theirs)
    await rm(lock)
    await expect.poll(async () => readFile(lock, 'utf8').catch(() => undefined)).toBe(theirs)
    await rm(lock)
    const next = await open(true)
    expect(next.readOnly()).toBeNull()
    other.ask(0)
    expect(await other.answer()).toBe('library_locked')
    await other.leave()
    await next.makeSure()
    expect(next.readOnly()).toBeNull()
    await next.close()
    expect((await readdir(root)).filter((name) => name.startsWith('lock'))).toEqual([])
  })

  it('write nothing while the folder of the lock is out of reach, and go on once it is back', async () => {
    const folder = await open(true)
    await rename(root, `${root} 断开`)
    await expect(folder.makeSure()).rejects.toMatchObject({ code: 'library_read_only' })
    await rename(`${root} 断开`, root)
    await folder.makeSure()
    expect(folder.readOnly()).toBeNull()
    await folder.close()
  })

  it('do not take the lock of whoever took it over in the meantime with them', async () => {
    const first = await open(true)
    const theirs = JSON.stringify({ device: newId(), host: 'other', pid: 1, since: new Date().toISOString(), token: newId() })
    await writeFile(join(root, 'lock'), theirs)
    await first.close()
    expect(await readFile(join(root, 'lock'), 'utf8')).toBe(theirs)
  })
})

describe('who only reads', () => {
  it('writes nothing, not even what a crash left to be finished', async () => {
    const writing = await open(true)
    const record = await writing.records.create(newId(), recordContent({ title: '甲' }), { name: '', unit: '' })
    await writing.close()
    await writeFile(join(root, 'records', 'left.json.tmp'), 'left by a crash')
    const before = await picture()
    const reading = await open(false)
    await readAllRecords(reading, () => undefined, () => undefined)
    await reading.records.read(record.id)
    await reading.close()
    expect(await picture()).toEqual(before)
  })
})

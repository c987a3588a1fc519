/** Each kind of damage to each kind of file: the library opens, the rest of it works, the damage is named, and what can be restored is. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OpenLibrary, ProblemKind, RepairReport, VerifyReport } from '#shared/contract/library'
import { createTestHome, type TestCore, type TestHome } from '../support/testCore'
import { buildOriginal, copyWorld, damage, damages, kinds, type Kind, type World } from './damagedLibrary'
import { takesTurn } from './steps'

let builder: TestHome
let built: World
let folder: string
let world: World
let test: TestCore
let now = Date.parse('2026-11-24T06:00:00.000Z')

beforeAll(async () => {
  builder = await createTestHome()
  built = await buildOriginal(builder, () => now, () => { now += 3_600_000 })
})
afterAll(async () => builder.remove())

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangfang-damage-'))
  world = await copyWorld(built, join(folder, '库'))
  // The same device, whose transactions these are.
  test = await builder.open({ now: () => now })
})
afterEach(async () => {
  await test.core.close()
  await rm(folder, { recursive: true, force: true })
})

const open = async (): Promise<OpenLibrary> => test.client.library.open({ path: world.root })

const ended = async ({ jobId }: { jobId: string }): Promise<string> => {
  await vi.waitFor(async () => { expect((await test.client.jobs.get({ id: jobId })).state).toBe('done') }, { timeout: 60_000 })
  return jobId
}

const verify = async (): Promise<VerifyReport & { jobId: string }> => {
  const jobId = await ended(await test.client.library.verify())
  return { jobId, ...await test.client.library.verified({ jobId }) }
}

/** Does what is recommended, or what is chosen; opens the library again where that is needed. */
const repair = async (jobId: string, choices?: Parameters<typeof test.client.library.repair>[0]['choices']): Promise<RepairReport> => {
  const report = await test.client.library.repaired({ jobId: await ended(await test.client.library.repair({ jobId, choices })) })
  if (report.reopen) await open()
  return report
}

const kindsOf = ({ problems }: VerifyReport): ProblemKind[] => [...new Set(problems.map(({ kind }) => kind))]
const isThere = async (path: string): Promise<boolean> => stat(path).then(() => true, () => false)
const aside = async (): Promise<string[]> => readdir(join(world.root, 'set-aside'), { recursive: true }).catch(() => [])

/** The rest of the library is listed and read. */
const expectUsable = async (): Promise<void> => {
  expect((await test.client.records.get({ id: world.bystander.id })).content.title).toBe('旁观')
  const { rows } = await test.client.records.list({ filter: { type: 'case' }, sort: { by: 'title', descending: false }, offset: 0, limit: 10 })
  expect(rows.map(({ title }) => title)).toContain('旁观')
}

/** What says nothing of its own content can be changed without anyone noticing: one bit of a text without a hash, or a file that nothing names. */
const unnoticed: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  'library.json': ['a bit of a text', 'a newer format'],
  head: ['a newer format'],
  history: ['a newer format'],
  exchange: ['a bit of a text', 'a newer format', 'deleted'],
  trash: ['a bit of a key', 'a newer format', 'deleted'],
  operation: ['a bit of a key', 'a bit of a text', 'a bit of a hash', 'a newer format', 'deleted'],
  manifest: ['deleted'],
  staged: ['a newer format'],
}

const readable = ['a bit of a text', 'a bit of a hash']

/** What `verify` calls it, and what it still says after a repair. */
const expected = (kind: Exclude<Kind, 'lock'>, how: string): { found: ProblemKind[]; left: ProblemKind[] } => {
  if (unnoticed[kind]?.includes(how)) return { found: [], left: [] }
  const isGone = how === 'deleted'
  const isNoFile = ['a directory', 'a pipe'].includes(how)
  switch (kind) {
    case 'library.json': return { found: ['library'], left: [] }
    case 'head':
      if (how === 'a bit of a hash') return { found: ['edited', 'attachmentMissing'], left: ['edited', 'attachmentMissing'] }
      return how === 'a bit of a text' ? { found: ['edited'], left: ['edited'] } : { found: [isGone ? 'headMissing' : 'head'], left: [] }
    case 'history': return { found: [isGone ? 'revisionMissing' : 'revision'], left: ['revisionMissing'] }
    case 'edition': return { found: [isGone ? 'editionMissing' : 'edition'], left: ['editionMissing'] }
    case 'attachment': return { found: [isGone ? 'attachmentMissing' : 'attachment'], left: ['attachmentMissing'] }
    case 'exchange':
    case 'trash':
    case 'operation': return { found: [kind], left: [] }
    case 'manifest':
      if (how === 'a bit of a key' || how === 'a newer format') return { found: ['journal'], left: ['journal'] }
      // The place that it names is another one: the record in it is put where it belongs.
      return readable.includes(how) ? { found: ['conflictCopy'], left: [] } : { found: ['journal'], left: [] }
    case 'staged': {
      const found: ProblemKind[] = [isGone || isNoFile ? 'journal' : readable.includes(how) ? 'edited' : 'head']
      return { found, left: isNoFile ? [] : found }
    }
  }
}

describe.each(kinds.filter((kind) => kind !== 'lock'))('damage to the %s', (kind) => {
  const turn = kinds.indexOf(kind)
  it.each(damages.filter((_how, place) => takesTurn(place + turn)))('(%s) is named and repaired as far as it can be, and the rest is usable', async (how) => {
    const path = join(world.root, world.files[kind])
    await damage(path, how)
    const { readOnly } = await open()
    await expectUsable()
    const { found, left } = expected(kind, how)
    const first = await verify()
    expect(kindsOf(first)).toEqual(found)
    if (readOnly?.code === 'library_newer_format') return
    if (kind === 'library.json') expect(readOnly === null).toBe(found.length === 0)
    else expect(readOnly).toBeNull()

    const { entries } = await repair(first.jobId)
    expect(entries.filter(({ outcome }) => outcome !== 'done')).toEqual([])
    await expectUsable()
    expect(kindsOf(await verify())).toEqual(left)
    expect((await test.client.library.current())?.readOnly).toBeNull()
    const replaced = entries.filter(({ action }) => action !== 'absorb').length > 0 && how !== 'deleted'
    if (replaced) expect(await aside(), 'what was replaced is kept').toContainEqual(expect.stringContaining(world.files[kind].split('/').at(-1) ?? ''))
  })
})

describe('a record that can not be read', () => {
  it('is its last good revision again, sealed, and listed under it', async () => {
    await damage(join(world.root, world.files.head), 'truncated')
    await open()
    await expect(test.client.records.get({ id: world.record.id })).rejects.toMatchObject({ code: 'store_corrupt' })
    const found = await test.client.library.recordDamage({ id: world.record.id })
    expect(found).toMatchObject({ kind: 'head', records: [{ title: '第二稿' }], revision: { id: world.record.revision.parents[0] }, recommended: 'restoreRevision' })
    expect(await test.client.library.damage()).toEqual([found])
    await test.client.library.restoreRecord({ id: world.record.id, revisionId: found?.revision?.id ?? '' })
    const back = await test.client.records.get({ id: world.record.id })
    expect([back.revision.id, back.content.title, back.local.sealed]).toEqual([world.record.revision.parents[0], '第二稿', true])
    expect((await test.client.library.current())?.damaged).toEqual([])
    expect((await test.client.records.rows({ ids: [world.record.id] }))[0]?.title).toBe('第二稿')
    expect((await verify()).problems).toEqual([])
  })

  it('and has no good revision is set aside only on the user’s word', async () => {
    const path = join(world.root, `records/${world.bystander.id.slice(-2)}/${world.bystander.id}.json`)
    await rm(join(world.root, 'history', world.bystander.id.slice(-2), world.bystander.id), { recursive: true, force: true })
    await damage(path, 'truncated')
    await open()
    const first = await verify()
    expect(first.problems.find((problem) => problem.path === path)).toMatchObject({ kind: 'head', recommended: 'nothing', actions: ['setAside'] })
    await repair(first.jobId)
    expect(await isThere(path)).toBe(true)
    await repair(first.jobId, [{ path, action: 'setAside' }])
    expect(await isThere(path)).toBe(false)
    expect(await aside()).toContainEqual(expect.stringContaining(world.bystander.id))
  })
})

describe('a record that does not have its hash', () => {
  const edited = async (how: string): Promise<{ path: string; jobId: string }> => {
    const path = join(world.root, world.files.head)
    await damage(path, how)
    await open()
    const { jobId, problems } = await verify()
    expect(problems[0]).toMatchObject({ kind: 'edited', actions: ['acceptEdit', 'restoreRevision'], recommended: 'nothing' })
    return { path, jobId }
  }

  it.each(readable)('(%s) is taken for an edit when the user says so', async (how) => {
    const { path, jobId } = await edited(how)
    await repair(jobId, [{ path, action: 'acceptEdit' }])
    expect(kindsOf(await verify())).not.toContain('edited')
    expect((await test.client.records.get({ id: world.record.id })).local.sealed).toBe(true)
  })

  it('is its last good revision again when the user says so, and what was there is kept', async () => {
    const { path, jobId } = await edited('a bit of a text')
    await repair(jobId, [{ path, action: 'restoreRevision' }])
    expect((await test.client.records.get({ id: world.record.id })).content.title).toBe('第二稿')
    expect((await verify()).problems).toEqual([])
    expect(await aside()).toContainEqual(expect.stringContaining(world.record.id))
  })
})

it('a damaged attachment is healed by adding the same file again once it is set aside', async () => {
  await damage(join(world.root, world.files.attachment), 'a bit of a text')
  await open()
  const first = await verify()
  expect(first.problems).toMatchObject([{ kind: 'attachment', records: [{ title: '第三稿' }] }])
  await repair(first.jobId)
  await test.client.attachments.add({ path: join(builder.home, 'p.png') })
  expect((await verify()).problems).toEqual([])
})

it.each(damages.filter((how) => how !== 'deleted'))('a damaged lock (%s) keeps nobody from reading', async (how) => {
  const opened = await open()
  expect(opened.readOnly).toBeNull()
  const other = await builder.open({ now: () => now })
  await damage(join(world.root, 'lock'), how)
  const { readOnly, damaged } = await other.client.library.open({ path: world.root })
  // Whose lock bears another's token stops writing: then it may be ours at once.
  expect(readOnly?.code ?? 'library_locked').toMatch(/library_locked|library_read_only/)
  expect(damaged).toEqual([])
  expect((await other.client.records.get({ id: world.bystander.id })).content.title).toBe('旁观')
  await other.core.close()
})

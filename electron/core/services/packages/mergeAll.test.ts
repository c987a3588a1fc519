/** Whatever two libraries changed: taking a package and taking that back leaves everything as it was, and the order of packages does not matter. */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { MergeDecision } from '#shared/contract/packageMerge'
import type { EditableContent } from '#shared/model/record'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'

let home: TestHome
let client: TestCore['client']
let files = 0

const pathOf = (name: string): string => join(home.home, name)

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
})
afterEach(async () => home.remove())

const done = async (started: Promise<{ jobId: string }>): Promise<string> => {
  const { jobId } = await started
  await vi.waitFor(async () => expect((await client.jobs.get({ id: jobId })).state).toBe('done'), { timeout: 60_000, interval: 5 })
  return jobId
}

const sent = async (ids: string[]): Promise<string> => {
  const to = pathOf(`${String(files += 1)}.lfpkg`)
  await done(client.packages.make({ ids, title: '包', to }))
  return to
}

const taken = async (path: string, decisions: Record<string, MergeDecision> = {}) => {
  const jobId = await done(client.packages.open({ path }))
  return client.packages.taken({ jobId: await done(client.packages.take({ accept: true, jobId, decisions })) })
}

const edit = async (id: string, changes: EditableContent): Promise<void> => {
  await client.records.save({ id, base: (await client.records.get({ id })).revision.id, changes })
}

const heads = async (root: string): Promise<string[]> => {
  const names = (await readdir(root, { recursive: true })).filter((name) => /^records\b.*\.json$/.test(name)).sort()
  return Promise.all(names.map(async (name) => `${name} ${await readFile(join(root, name), 'utf8')}`))
}

const contents = async (ids: readonly string[]): Promise<unknown[]> => Promise.all(ids.map(async (id) => (await client.records.get({ id })).content))

const text = fc.constantFrom('', '一', '二', '三')
const changes = fc.record({ summary: text, place: text, tags: fc.uniqueArray(fc.constantFrom('甲', '乙', '丙')) }, { requiredKeys: [] })
const choice = fc.constantFrom<MergeDecision | undefined>(undefined, { choice: 'take' }, { choice: 'keep' }, { choice: 'merge', picks: {} })

/** Two records of 甲's in 乙. */
const shared = async (run: number): Promise<{ ids: string[]; sender: string; receiver: string }> => {
  const [sender, receiver] = [pathOf(`甲${String(run)}`), pathOf(`乙${String(run)}`)]
  await client.library.create({ path: receiver, name: '乙', unit: '乙', unitCode: 'YW1' })
  await client.library.create({ path: sender, name: '甲', unit: '甲', unitCode: 'SD1' })
  const ids: string[] = []
  for (const title of ['第一', '第二']) ids.push((await client.records.create({ type: 'case', content: { title } })).id)
  const file = await sent(ids)
  await client.library.open({ path: receiver })
  await taken(file)
  await client.library.open({ path: sender })
  return { ids, sender, receiver }
}

const both = fc.tuple(changes, changes)

it('is undone exactly, and changes nothing a second time', async () => {
  let run = 0
  await fc.assert(fc.asyncProperty(both, both, fc.tuple(choice, choice), async (theirs, mine, chosen) => {
    const { ids, receiver } = await shared(run += 1)
    for (const [at, id] of ids.entries()) await edit(id, theirs[at] ?? {})
    const file = await sent(ids)
    await client.library.open({ path: receiver })
    for (const [at, id] of ids.entries()) await edit(id, mine[at] ?? {})
    const before = await heads(receiver)
    const decisions = Object.fromEntries(ids.flatMap((id, at) => (chosen[at] ? [[id, chosen[at]]] : [])))
    const { operationId } = await taken(file, decisions)
    const after = await heads(receiver)
    expect(operationId === null).toBe(after.join() === before.join())
    if (typeof operationId !== 'string') return
    const keeping = ids.filter((_id, at) => chosen[at]?.choice === 'keep').map((id): [string, MergeDecision] => [id, { choice: 'keep' }])
    const again = await taken(file, Object.fromEntries(keeping))
    expect([again.operationId, await heads(receiver)]).toEqual([null, after])
    expect(await client.operations.undo({ id: operationId })).toMatchObject({ kept: [] })
    expect(await heads(receiver)).toEqual(before)
  }), { numRuns: 6 })
})

it('gives the same from two packages of different edits, whichever comes first', async () => {
  let run = 100
  await fc.assert(fc.asyncProperty(text, text, async (summary, place) => {
    const { ids, sender, receiver } = await shared(run += 1)
    const [id = ''] = ids
    const third = pathOf(`丙${String(run)}`)
    const start = await sent(ids)
    await client.library.create({ path: third, name: '丙', unit: '丙', unitCode: 'BJ1' })
    await taken(start)
    await edit(id, { place: `丙${place}` })
    const two = await sent(ids)
    await client.library.open({ path: receiver })
    await edit(id, { summary: `乙${summary}` })
    const one = await sent(ids)
    await client.library.open({ path: sender })
    await edit(id, { tags: ['甲'] })
    const first = [await taken(one), await taken(two)]
    const forward = await contents(ids)
    for (const each of first.reverse()) expect(await client.operations.undo({ id: each.operationId ?? '' })).toMatchObject({ kept: [] })
    await taken(two)
    await taken(one)
    expect(await contents(ids)).toEqual(forward)
  }), { numRuns: 4 })
})

/** The start page and the record of use, through the contract on a real library. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestHome, type TestCore, type TestHome } from '../../../tests/support/testCore'

let home: TestHome
let client: TestCore['client']

const beSomebody = async (name: string): Promise<void> => { await client.app.updateSettings({ profile: { name, unit: '', role: '' } }) }
const make = async (title: string, fields: Record<string, unknown> = {}): Promise<string> =>
  (await client.records.create({ type: 'experience', content: { title, authors: ['陈立'], fields } })).id
const move = async (id: string, key: string, reason = ''): Promise<void> => {
  const { revision } = await client.records.get({ id })
  await client.records.move({ id, base: revision.id, move: key, reason })
}
const tasks = async (): Promise<[string, string][]> => (await client.workbench.tasks()).tasks.map(({ kind, row }) => [kind, row.title])

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open({ now: () => Date.parse('2026-11-24T06:00:00.000Z') }))
  await client.library.create({ path: join(home.home, '资料库'), name: '资料库', unit: '运维一班', unitCode: 'YW1' })
  await beSomebody('陈立')
})
afterEach(async () => home.remove())

describe('what waits', () => {
  it('for a reviewer is what others submitted, and for its author what was sent back, with the reason', async () => {
    const id = await make('先验电')
    await make('还没写完的')
    await move(id, 'submit')
    expect(await tasks()).toEqual([])
    await beSomebody('李静')
    expect(await tasks()).toEqual([['review', '先验电']])
    await move(id, 'reject', '请写明依据')
    expect(await tasks()).toEqual([])
    await beSomebody('陈立')
    expect((await client.workbench.tasks()).tasks).toMatchObject([{ kind: 'sentBack', by: '李静', note: '请写明依据' }])
    await move(id, 'submit')
    await move(id, 'withdraw')
    expect(await tasks()).toEqual([])
  })

  it('is also what is due for another review, the longest due first, also after the next opening', async () => {
    await make('年底复审', { reviewDate: '2026-12-31' })
    await make('本月复审', { reviewDate: '2026-11' })
    await make('早该复审', { reviewDate: '2025-11-20' })
    const due = [['due', '早该复审'], ['due', '本月复审']]
    expect(await tasks()).toEqual(due)
    await client.library.close()
    await client.library.open({ path: join(home.home, '资料库') })
    expect(await tasks()).toEqual(due)
  })

  it('is a product that somebody else sent back to drafting, for who submitted it', async () => {
    const { id } = await client.products.create({ title: '作业包', sources: [] })
    await move(id, 'submit')
    await beSomebody('李静')
    expect(await tasks()).toEqual([['review', '作业包']])
    await move(id, 'reject', '步骤不全')
    expect(await tasks()).toEqual([])
    await beSomebody('陈立')
    expect((await client.workbench.tasks()).tasks).toMatchObject([{ kind: 'sentBack', by: '李静', note: '步骤不全', row: { id, stage: 'drafting' } }])
    await move(id, 'submit')
    await move(id, 'withdraw')
    expect(await tasks()).toEqual([])
  })

  it('stands beside what was changed last', async () => {
    const [first, second] = [await make('先'), await make('后')]
    expect((await client.workbench.latest({ limit: 5 })).map(({ id }) => id)).toEqual([second, first])
  })
})

describe('the record of use', () => {
  it('counts openings, keeps marks and ratings, and lists by them', async () => {
    const [often, once] = [await make('常用'), await make('偶用')]
    for (const id of [often, once, often]) await client.usage.note({ id, kind: 'opened' })
    await client.usage.note({ id: once, kind: 'exported' })
    await client.usage.mark({ id: once, isFavourite: true, rating: 4 })
    expect(await client.usage.of({ id: once })).toEqual({ opened: 1, exported: 1, filledIn: 0, cited: 0, isFavourite: true, rating: 4 })
    expect((await client.usage.list({ by: 'most', limit: 5 })).map(({ row }) => row.title)).toEqual(['常用', '偶用'])
    expect((await client.usage.list({ by: 'favourites', limit: 5 })).map(({ row }) => row.title)).toEqual(['偶用'])
    expect(await client.usage.mark({ id: once, isFavourite: false, rating: null })).toMatchObject({ isFavourite: false, rating: null })
  })

  it('leaves the library as it is', async () => {
    const id = await make('常用')
    const path = join(home.home, '资料库', 'records', id.slice(-2), `${id}.json`)
    const before = await readFile(path, 'utf8')
    await client.usage.mark({ id, rating: 5 })
    expect(await readFile(path, 'utf8')).toBe(before)
    await client.records.remove({ selection: { ids: [id] } })
    expect(await client.usage.list({ by: 'recent', limit: 5 })).toEqual([])
  })
})

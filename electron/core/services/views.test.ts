/** Saved views and the look of lists through the contract, on a real library. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#shared/model/ids'
import { createTestHome, type TestCore, type TestHome } from '../../../tests/support/testCore'
import { libraryPaths } from '../store/folders'

let home: TestHome
let client: TestCore['client']
let core: TestCore['core']
let root: string

beforeEach(async () => {
  home = await createTestHome();
  ({ client, core } = await home.open())
  root = join(home.home, '资料库')
  await client.library.create({ path: root, name: '资料库', unit: '运维一班', unitCode: 'YW1' })
})
afterEach(async () => home.remove())

const reopen = async (): Promise<void> => {
  await core.close();
  ({ client, core } = await home.open())
  await client.library.open({ path: root, write: true })
}

const view = { type: 'case' as const, name: '今年的反面教训', facets: { year: ['2026'], polarity: ['negative'] }, sort: { by: 'date', descending: true } }

describe('saved views', () => {
  it('are there after a restart, by name, with what they were saved with', async () => {
    const saved = await client.views.save({ ...view, group: 'unit', columns: [{ key: 'title' }, { key: 'custom:risk', width: 140 }] })
    const other = await client.views.save({ ...view, name: '待补的' })
    await reopen()
    expect(await client.views.list()).toEqual([other, saved])
  })

  it('are replaced whole, and go', async () => {
    const saved = await client.views.save({ ...view, group: 'unit' })
    const replaced = await client.views.save({ ...view, id: saved.id, name: '改名', facets: {} })
    expect(await client.views.list()).toEqual([replaced])
    expect(replaced).not.toHaveProperty('group')
    await client.views.remove({ id: saved.id })
    expect(await client.views.list()).toEqual([])
  })

  it('of a newer version are left alone', async () => {
    await client.library.close()
    const path = libraryPaths(root).library
    const newer = { id: newId(), name: '新样式', kind: 'board' }
    await writeFile(path, (await readFile(path, 'utf8')).replace('"vocabularies"', `"views": [${JSON.stringify(newer)}],\n  "vocabularies"`))
    await client.library.open({ path: root, write: true })
    const saved = await client.views.save(view)
    expect(await client.views.list()).toEqual([saved])
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ views: [newer, { name: view.name }] })
  })
})

describe('the look of lists', () => {
  it('is kept for each type on this machine, and goes back to what it was', async () => {
    const look = { columns: [{ key: 'title' }, { key: 'authors', width: 90 }], facets: ['unit', 'own:kind'] }
    await client.app.setListLook({ type: 'tool', look })
    await reopen()
    expect((await client.app.settings()).lists).toEqual({ tool: look })
    expect((await client.app.setListLook({ type: 'tool', look: {} })).lists).toEqual({ tool: {} })
  })
})

describe('columns of a list', () => {
  it('hold what records say in the fields that were asked for', async () => {
    const { base } = await client.library.customFields()
    await client.library.setCustomFields({ base, fields: [{ key: 'risk', title: '风险等级', kind: 'choice', options: ['高', '低'], types: ['tool'] }] })
    const { id } = await client.records.create({ type: 'tool', content: { title: '甲', authors: ['张工'], confidentiality: 'public', custom: { risk: '高' } } })
    const { rows } = await client.records.list({ filter: { type: 'tool' }, sort: { by: 'custom:risk', descending: false }, columns: ['custom:risk', 'own:kind', 'authors', 'confidentiality'], offset: 0, limit: 9 })
    expect(rows).toMatchObject([{ id, values: { 'custom:risk': '高', authors: ['张工'], confidentiality: 'public' } }])
    expect(rows[0]?.values).not.toHaveProperty('own:kind')
  })
})

/** Saved and recent searches and synonyms through the contract, on a real library. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { toFailure, type Failure } from '#shared/contract/errors'
import type { ChangeEvent } from '#shared/contract/events'
import { newId } from '#shared/model/ids'
import { createTestHome, type TestCore, type TestHome } from '../../../tests/support/testCore'
import { libraryPaths } from '../store/folders'

let home: TestHome
let client: TestCore['client']
let core: TestCore['core']
let root: string

const open = async (): Promise<void> => { ({ client, core } = await home.open()) }

beforeEach(async () => {
  home = await createTestHome()
  root = join(home.home, '资料库')
  await open()
  await client.library.create({ path: root, name: '资料库', unit: '运维一班', unitCode: 'YW1' })
})
afterEach(async () => home.remove())

const reopen = async (write = true): Promise<void> => {
  await core.close()
  await open()
  await client.library.open({ path: root, write })
}

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))

const libraryFile = async (): Promise<string> => readFile(libraryPaths(root).library, 'utf8')

const Library = z.looseObject({ searches: z.array(z.looseObject({})) })

/** The types of the events that come until the work has ended. */
const eventsDuring = async (work: () => Promise<unknown>): Promise<ChangeEvent['type'][]> => {
  const ending = new AbortController()
  const events = await client.events.watch(undefined, { signal: ending.signal })
  const types: ChangeEvent['type'][] = []
  const watching = (async () => { for await (const { type } of events) types.push(type) })()
  await work()
  await new Promise((resolve) => { setImmediate(resolve) })
  ending.abort()
  await watching.catch(() => undefined)
  return types
}

describe('saved searches', () => {
  it('are kept in the library, by name, and say that they changed', async () => {
    const events = await eventsDuring(async () => {
      await client.search.save({ name: '主变', text: '主变 -渗油', filters: { stage: ['published'], tag: [''] }, sort: 'date' })
      await client.search.save({ name: '安全', text: '安全' })
    })
    expect(events).toContain('searches')
    await reopen()
    expect(await client.search.saved()).toMatchObject([{ name: '安全', text: '安全' }, { name: '主变', text: '主变 -渗油', filters: { stage: ['published'], tag: [''] }, sort: 'date' }])
  })

  it('are replaced by their id, and two may have one name', async () => {
    const { id } = await client.search.save({ name: '安全', text: '安全', filters: { unit: ['运维一班'] }, sort: 'date' })
    await client.search.save({ name: '安全', text: '反违章' })
    await client.search.save({ id, name: '安全', text: '作业安全' })
    expect((await client.search.saved()).map(({ id: each, text, filters, sort }) => [each === id, text, filters, sort])).toEqual([[true, '作业安全', undefined, undefined], [false, '反违章', undefined, undefined]])
  })

  it('go, and nothing happens if they are gone', async () => {
    const { id } = await client.search.save({ name: '安全', text: '安全' })
    await client.search.removeSaved({ id })
    await client.search.removeSaved({ id })
    expect(await client.search.saved()).toEqual([])
  })

  it('leave what a newer version wrote as it is, and unknown keys of their own', async () => {
    const { id } = await client.search.save({ name: '安全', text: '安全' })
    await core.close()
    const file = Library.parse(JSON.parse(await libraryFile()))
    const searches = [{ ...file.searches[0], colour: 'jade' }, { id: newId(), name: '新', text: '', sort: 'author', filters: { author: ['李'] } }]
    await writeFile(libraryPaths(root).library, JSON.stringify({ ...file, searches }))
    await open()
    await client.library.open({ path: root })
    expect(await client.search.saved()).toMatchObject([{ id, name: '安全' }])
    await client.search.save({ id, name: '改名', text: '安全' })
    expect(Library.parse(JSON.parse(await libraryFile())).searches).toMatchObject([{ id, name: '改名', colour: 'jade' }, { name: '新', sort: 'author' }])
  })

  it('are refused where the library can only be read, and without one', async () => {
    await client.search.save({ name: '安全', text: '安全' })
    await reopen(false)
    expect(await failureOf(client.search.save({ name: '又一个', text: '甲' }))).toMatchObject({ code: 'library_read_only' })
    expect(await failureOf(client.search.removeSaved({ id: newId() }))).toMatchObject({ code: 'library_read_only' })
    expect(await client.search.saved()).toHaveLength(1)
    await client.library.close()
    expect(await failureOf(client.search.saved())).toMatchObject({ code: 'no_library_open' })
  })
})

describe('recent searches', () => {
  it('are twenty, the latest first, each once, and are there again after a restart', async () => {
    for (let index = 0; index < 22; index += 1) await client.search.remember({ text: `词 ${index}` })
    await client.search.remember({ text: ' 词 5 ' })
    await reopen(false)
    const recent = await client.search.recent()
    expect(recent).toHaveLength(20)
    expect(recent.slice(0, 3)).toEqual(['词 5', '词 21', '词 20'])
    expect(await eventsDuring(async () => client.search.forgetRecent())).toContain('searches')
    expect(await client.search.recent()).toEqual([])
  })

  it('belong to one library, and stay out of it', async () => {
    await client.search.remember({ text: '接地线' })
    await client.library.create({ path: join(home.home, '另一个'), name: '另一个', unit: '', unitCode: 'YW2' })
    expect(await client.search.recent()).toEqual([])
    expect(await libraryFile()).not.toContain('接地线')
  })

  it('are none where the settings were written before there were any', async () => {
    await core.close()
    const path = join(home.home, 'config', 'settings.json')
    const { searched: _searched, ...older } = z.looseObject({}).parse(JSON.parse(await readFile(path, 'utf8')))
    await writeFile(path, JSON.stringify(older))
    await open()
    await client.library.open({ path: root })
    expect(await client.search.recent()).toEqual([])
    await client.search.remember({ text: '接地线' })
    expect(await client.search.recent()).toEqual(['接地线'])
  })
})

describe('synonyms', () => {
  it('are replaced as a whole, joined where they share a word, and kept in the library', async () => {
    const events = await eventsDuring(async () => client.library.setSynonyms({ groups: [['主变', '变压器']] }))
    expect(events).toContain('synonyms')
    expect(await client.library.setSynonyms({ groups: [['班前会', '站班会'], ['早会', '班前会 ']] })).toEqual([['班前会', '站班会', '早会']])
    await reopen()
    expect(await client.library.synonyms()).toEqual([['班前会', '站班会', '早会']])
    expect((await client.library.current())?.library.vocabularies.words).toEqual([{ name: '班前会', synonyms: ['站班会', '早会'] }])
  })

  it('need two words, and a library that can be written', async () => {
    expect(await failureOf(client.library.setSynonyms({ groups: [['班前会']] }))).toMatchObject({ code: 'invalid' })
    await reopen(false)
    expect(await failureOf(client.library.setSynonyms({ groups: [] }))).toMatchObject({ code: 'library_read_only' })
  })
})

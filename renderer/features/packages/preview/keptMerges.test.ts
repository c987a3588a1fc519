import { describe, expect, it } from 'vitest'
import { newSection } from '#shared/model/body/body'
import { newId } from '#shared/model/ids'
import { createMergeStore, mergePlace, type KeptMerge } from './keptMerges'

const createStorage = (room = Infinity): Storage => {
  const items = new Map<string, string>()
  return {
    get length() { return items.size },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => { if (value.length > room) throw new Error('QuotaExceededError'); items.set(key, value) },
    removeItem: (key) => { items.delete(key) },
    clear: () => { items.clear() },
  }
}

const [id, other, head] = [newId(), newId(), 'a'.repeat(64)]
const [here, there] = [mergePlace(newId(), head), mergePlace(newId(), head)]
const body = { version: 1 as const, preamble: [], sections: [newSection('measures', '主要做法', [{ type: 'paragraph', id: 'm1', inlines: [{ type: 'text', text: '一起写的' }] }])] }
const merge: KeptMerge = {
  decisions: { [id]: { choice: 'hand', picks: { title: 'both' }, content: { summary: '摘要', body } }, [other]: { choice: 'take' } },
  seen: { [id]: head, [other]: null }, setAside: { [other]: { decision: { choice: 'merge', picks: { title: 'mine' } }, head } },
  words: { tags: { 安全管理: '安全' } }, addWords: { tags: ['双人点检'] }, writing: { [id]: { head, body } },
}
const nothing: KeptMerge = { decisions: {}, seen: {}, setAside: {}, addWords: {}, writing: {} }

describe('a merge that is under way', () => {
  it('is there again for the same package and library, to the last word, and only for these', () => {
    const storage = createStorage()
    expect(createMergeStore(storage).keep(here, merge)).toBe(true)
    expect(createMergeStore(storage).find(here)).toEqual(merge)
    expect(createMergeStore(storage).find(there)).toBeUndefined()
  })

  it('is found by the job that takes it in, and forgotten', () => {
    const store = createMergeStore(createStorage())
    store.keep(here, { ...merge, taking: 'job' })
    store.keep(there, merge)
    expect(store.takenBy('job')).toEqual([here])
    store.forget(here)
    expect([store.find(here), store.takenBy('job')]).toEqual([undefined, []])
  })

  it('takes no room once nothing is decided', () => {
    const storage = createStorage()
    const store = createMergeStore(storage)
    store.keep(here, merge)
    store.keep(here, nothing)
    expect(storage.length).toBe(0)
  })

  it('says where it could not be kept, and passes by what can not be read', () => {
    expect(createMergeStore(createStorage(10)).keep(here, merge)).toBe(false)
    const storage = createStorage()
    storage.setItem(here, '{"decisions":{"a":{"choice":"burn"}}}')
    storage.setItem(there, '{')
    expect([here, there].map(createMergeStore(storage).find)).toEqual([undefined, undefined])
  })
})

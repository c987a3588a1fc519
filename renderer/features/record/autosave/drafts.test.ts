import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newSection, type Body } from '#shared/model/body/body'
import { newId } from '#shared/model/ids'
import type { Unsaved } from './autosave'
import { createDraftStore } from './drafts'

const id = newId()
const base = '0'.repeat(64)

/** The browser's storage, with room for so many characters. */
const createStorage = (room: () => number) => {
  const items = new Map<string, string>()
  let writes = 0
  const storage: Storage = {
    get length() { return items.size },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      const taken = [...items].reduce((sum, [name, text]) => sum + (name === key ? 0 : text.length), value.length)
      if (taken > room()) throw new Error('QuotaExceededError')
      writes += value.length
      items.set(key, value)
    },
    removeItem: (key) => { items.delete(key) },
    clear: () => { items.clear() },
  }
  return { storage, items, written: () => writes }
}

const body = (sections: Body['sections']): Body => ({ version: 1, preamble: [], sections })
const unsaved = (sections: Body['sections'], summary: string): Unsaved => ({ base, changes: { summary, body: body(sections) } })

describe('drafts', () => {
  it('are found as they were kept the last time, whatever did not fit in between', () => {
    const pool = ['背景', '主要做法', '成效', '启示'].map((title) => newSection(null, title))
    fc.assert(fc.property(
      fc.array(fc.record({ sections: fc.array(fc.nat({ max: 3 }), { maxLength: 5 }), changed: fc.boolean(), title: fc.string({ maxLength: 20 }), room: fc.constantFrom(0, 300, 5000) }), { maxLength: 8 }),
      (kept) => {
        let room = 0
        const { storage, items } = createStorage(() => room)
        const store = createDraftStore(storage)
        const editing = newId()
        let last: Unsaved | undefined
        for (const step of kept) {
          room = step.room
          const draft = unsaved(step.sections.flatMap((index) => { const there = pool[index]; return there ? [step.changed ? { ...there, title: step.title } : there] : [] }), step.title)
          if (store.keep(id, editing, draft)) last = draft
          const found = createDraftStore(storage).find(id)
          expect(found.map(({ editing: whose, changes }) => ({ whose, changes }))).toEqual(last ? [{ whose: editing, changes: last.changes }] : [])
        }
        createDraftStore(storage).keep(id, editing, undefined)
        expect([...items.keys()]).toEqual([])
      },
    ))
  })

  it('write of a body only the sections that changed', () => {
    const { storage, written } = createStorage(() => Infinity)
    const store = createDraftStore(storage)
    const long = newSection(null, '长'.repeat(10_000))
    store.keep(id, 'a', unsaved([long, newSection(null, '短')], '一'))
    const before = written()
    store.keep(id, 'a', unsaved([long, newSection(null, '短些')], '一'))
    expect(written() - before).toBeLessThan(1000)
  })

  it('of two windows stand side by side', () => {
    const { storage } = createStorage(() => Infinity)
    const sections = [newSection(null, '背景')]
    createDraftStore(storage).keep(id, 'a', unsaved(sections, '甲'))
    createDraftStore(storage).keep(id, 'b', unsaved(sections, '乙'))
    createDraftStore(storage).keep(id, 'a', undefined)
    expect(createDraftStore(storage).find(id).map(({ editing, changes }) => [editing, changes])).toEqual([['b', unsaved(sections, '乙').changes]])
  })
})

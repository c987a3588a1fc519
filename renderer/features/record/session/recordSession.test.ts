import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '#shared/contract/errors'
import type { Recovery } from '#shared/contract/records'
import { newId } from '#shared/model/ids'
import { RecordContent, type EditableContent, type RecordFile } from '#shared/model/record'
import { createDraftStore, type Draft } from '../autosave/drafts'
import { createRecordSession, type RecordSession } from './recordSession'

const hash = (digit: number): string => String(digit).repeat(64)
const at = '2026-11-24T06:03:11.123Z'
const id = newId()

const firstRecord = (): RecordFile => ({
  format: 1, id, local: { createdAt: at, sealed: false },
  revision: { id: hash(0), parents: [], by: { name: '', unit: '' }, at, device: newId(), contentHash: hash(9) },
  content: {
    type: 'case', number: 'YW-CS-2026-0001', title: '原题', summary: '', unit: '', team: '', authors: [], contact: '', field: '', tags: [], date: '',
    place: '', confidentiality: 'internal', stage: 'draft', links: [], attachments: [], fields: {}, custom: {},
    body: { version: 1, preamble: [], sections: [] }, origin: { libraryId: newId(), unit: '' },
  },
})

/** The browser's storage. */
const createStorage = (): Storage => {
  const items = new Map<string, string>()
  return {
    get length() { return items.size },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => { items.set(key, value) },
    removeItem: (key) => { items.delete(key) },
    clear: () => { items.clear() },
  }
}

const shown = (session: RecordSession) => ({ ...session.view(), ...session.saving() })

type Left = Omit<Draft, 'editing'> & { editing?: string }

/** `draft` was left in the browser, `recoveries` with the core. */
const setUp = (draft?: Left, ...recoveries: Left[]) => {
  let stored = firstRecord()
  let isFull = false
  const storage = createStorage()
  if (draft) storage.setItem(`liangfang.draft.${id}.${draft.editing ?? newId()}`, JSON.stringify({ base: draft.base, at: draft.at, changes: draft.changes }))
  let kept: Recovery[] = recoveries.map((each) => ({ editing: newId(), libraryId: newId(), recordId: id, by: { name: '', unit: '' }, ...each }))
  const before = new Map<string, RecordFile>()
  let revision = 0
  const created: RecordFile[] = []
  const write = (changes: EditableContent): void => {
    revision += 1
    before.set(stored.revision.id, stored)
    stored = { ...stored, revision: { ...stored.revision, id: hash(revision) }, content: RecordContent.parse({ ...stored.content, ...changes }) }
  }
  const records = {
    get: () => Promise.resolve(stored),
    create: ({ id: createdId, content }: { id: string; content: EditableContent }) => {
      if (isFull) return Promise.reject(new AppError('store_write_failed', { path: '', reason: 'ENOSPC' }))
      const record = { ...stored, id: createdId, content: RecordContent.parse({ ...firstRecord().content, ...content }) }
      created.push(record)
      return Promise.resolve(record)
    },
    revision: ({ revisionId }: { revisionId: string }) => {
      const file = before.get(revisionId)
      return file ? Promise.resolve(file) : Promise.reject(new AppError('not_found', { kind: 'revision', id: revisionId }))
    },
    recoveriesOf: () => Promise.resolve(kept),
    discardRecovery: vi.fn(({ editing }: { editing: string }) => {
      kept = kept.filter((edit) => edit.editing !== editing)
      return Promise.resolve(null)
    }),
    save: ({ base, changes, editing = '' }: { base: string; changes: EditableContent; editing?: string | undefined }) => {
      if (isFull) {
        const edit = { libraryId: newId(), recordId: id, editing, base, at: new Date().toISOString(), by: { name: '', unit: '' }, changes }
        kept = [edit, ...kept.filter((each) => each.editing !== editing)]
        return Promise.reject(new AppError('store_write_failed', { path: '', reason: 'ENOSPC' }))
      }
      if (base !== stored.revision.id) return Promise.reject(new AppError('conflict', { id, current: stored.revision.id, at, by: { name: '李工', unit: '' } }))
      write(changes)
      kept = kept.filter((each) => each.editing !== editing)
      return Promise.resolve({ id, revisionId: stored.revision.id, at })
    },
  }
  const drafts = createDraftStore(storage)
  const open = () => createRecordSession(stored, records, drafts, kept)
  return {
    session: open(), open, stored: () => stored, write, created, records, setFull: (full: boolean) => { isFull = full },
    /** What browser and core keep now. */
    kept: () => ({ browser: drafts.find(id).map(({ changes }) => changes), core: kept.map(({ changes }) => changes) }),
  }
}

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

describe('a record that is open', () => {
  it('shows a change at once and saves it after a pause', async () => {
    const { session, stored } = setUp()
    session.change({ title: '新题' })
    expect(session.view().record.content.title).toBe('新题')
    await vi.advanceTimersByTimeAsync(2000)
    expect(stored().content.title).toBe('新题')
    expect(shown(session)).toMatchObject({ isClean: true, status: { kind: 'saved' } })
  })

  it('shows what was written in the editor as soon as editing ends', () => {
    const { session } = setUp()
    const body = { version: 1 as const, preamble: [], sections: [{ id: 'a', key: null, title: '背景', blocks: [] }] }
    session.changeBody(() => body)
    void session.flush()
    expect(session.view().record.content.body).toEqual(body)
  })

  it('shows what was written in the editor when editing ends while an earlier save is under way', () => {
    const { session } = setUp()
    const body = { version: 1 as const, preamble: [], sections: [{ id: 'a', key: null, title: '背景', blocks: [] }] }
    session.change({ title: '新题' })
    void session.flush()
    session.changeBody(() => body)
    void session.flush()
    expect(session.saving().status.kind).toBe('saving')
    expect(session.view().record.content.body).toEqual(body)
  })

  it('takes over what was saved elsewhere when nothing is unsaved', () => {
    const { session, stored, write } = setUp()
    write({ title: '别处改的' })
    session.receive(stored())
    expect(shown(session)).toMatchObject({ bodyVersion: 1, record: { content: { title: '别处改的' } } })
  })

  it('is not replaced while something is unsaved', () => {
    const { session, stored, write } = setUp()
    session.change({ title: '我的' })
    write({ title: '别处改的' })
    session.receive(stored())
    expect(session.view().record.content.title).toBe('我的')
  })

  it('ignores a late answer that brings its own earlier revision back', async () => {
    const { session } = setUp()
    session.change({ title: '新题' })
    await session.flush()
    session.receive(firstRecord())
    expect(session.view().record.content.title).toBe('新题')
  })

  it('keeps mine as a new record before it shows theirs', async () => {
    const { session, write, created } = setUp()
    write({ title: '别处改的' })
    session.change({ title: '我的', place: '城东变' })
    await session.flush()
    expect(session.saving().status.kind).toBe('conflict')
    await session.takeTheirs('我的（我的修改）')
    expect(created.map(({ content }) => [content.title, content.place])).toEqual([['我的（我的修改）', '城东变']])
    expect(shown(session)).toMatchObject({ isClean: true, record: { content: { title: '别处改的', place: '' } } })
  })

  it('saves mine on top of theirs when the author says so', async () => {
    const { session, stored, write, records } = setUp()
    const save = vi.spyOn(records, 'save')
    write({ title: '别处改的', place: '城西变' })
    session.change({ title: '我的' })
    await session.flush()
    await expect(session.overwrite()).resolves.toBe(true)
    expect(stored().content).toMatchObject({ title: '我的', place: '城西变' })
    session.change({ title: '我的，接着写' })
    await session.flush()
    // What was overwritten stays in history; what is written after that is the same sitting.
    expect(save.mock.calls.map(([saved]) => saved)).toMatchObject([{ overwrites: false }, { overwrites: true }, { overwrites: false }])
  })

  it('offers a draft that was left behind, and saves it once it is taken', async () => {
    const { session, stored } = setUp({ base: hash(0), at, changes: { title: '没来得及保存' } })
    expect(session.view().record.content.title).toBe('原题')
    await session.takeDraft()
    expect(session.view().record.content.title).toBe('没来得及保存')
    await session.flush()
    expect(stored().content.title).toBe('没来得及保存')
  })

  it('asks before a recovered draft overwrites what was saved after it', async () => {
    const { session, stored } = setUp({ base: hash(8), at, changes: { title: '没来得及保存' } })
    await session.takeDraft()
    await session.flush()
    expect(session.saving().status.kind).toBe('conflict')
    expect(stored().content.title).toBe('原题')
  })

  it('says nothing of a draft that was saved after all', () => {
    const { session, kept } = setUp({ base: hash(8), at, changes: { title: '原题' } }, { base: hash(8), at, changes: { title: '原题' } })
    expect(session.saving().draft).toBeUndefined()
    expect(kept()).toEqual({ browser: [], core: [] })
  })

  it('puts a draft on top of what was saved since, where that left its fields alone', async () => {
    const { open, write, stored } = setUp({ base: hash(0), at, changes: { title: '没来得及保存' } })
    write({ place: '城西变' })
    const session = open()
    await session.takeDraft()
    await session.flush()
    expect(session.saving().status.kind).toBe('saved')
    expect(stored().content).toMatchObject({ title: '没来得及保存', place: '城西变' })
  })

  it('asks where both changed the same field', async () => {
    const { open, write, stored } = setUp({ base: hash(0), at, changes: { title: '没来得及保存' } })
    write({ title: '别处改的' })
    const session = open()
    await session.takeDraft()
    await session.flush()
    expect(session.saving().status.kind).toBe('conflict')
    expect(stored().content.title).toBe('别处改的')
  })

  it('offers the newer of what the browser and the core kept, and discards both', async () => {
    const editing = newId()
    const older = { editing, base: hash(0), at, changes: { title: '浏览器里的' } }
    const newer = { editing, base: hash(0), at: '2026-11-24T07:00:00.000Z', changes: { title: '恢复文件里的' } }
    const { session, kept } = setUp(older, newer)
    expect(shown(session)).toMatchObject({ draft: { changes: { title: '恢复文件里的' } }, draftsAfter: 0 })
    await session.discardDraft()
    expect(session.saving().draft).toBeUndefined()
    expect(kept()).toEqual({ browser: [], core: [] })
    expect(setUp({ ...older, at: '2026-11-24T08:00:00.000Z' }, newer).session.saving().draft?.changes.title).toBe('浏览器里的')
  })

  it('offers what it discards until the core has let go of it', async () => {
    const { session, records, kept } = setUp(undefined, { base: hash(0), at, changes: { title: '不要的' } })
    records.discardRecovery.mockReturnValueOnce(Promise.reject(new AppError('store_write_failed', { path: '', reason: 'EBUSY' })))
    await expect(session.discardDraft()).rejects.toMatchObject({ code: 'store_write_failed' })
    expect(session.saving().draft?.changes).toEqual({ title: '不要的' })
    const discarding = session.discardDraft()
    expect(session.saving().draft?.changes).toEqual({ title: '不要的' })
    await discarding
    expect(session.saving().draft).toBeUndefined()
    expect(kept().core).toEqual([])
  })

  it('offers what several left behind one after another, the latest first, what says the same once', async () => {
    const left = (hour: number, summary: string) => ({ base: hash(0), at: `2026-11-24T0${hour}:00:00.000Z`, changes: { summary } })
    const { session, kept } = setUp(left(3, '三'), left(1, '一'), left(2, '三'), left(4, '四'))
    const offered: unknown[] = []
    while (session.saving().draft) {
      offered.push([session.saving().draft?.changes.summary, session.saving().draftsAfter])
      await session.discardDraft()
    }
    expect(offered).toEqual([['四', 2], ['三', 1], ['一', 0]])
    expect(kept()).toEqual({ browser: [], core: [] })
  })

  it('lets go of what it took up when that is saved, and of nothing else', async () => {
    const { session, stored, kept } = setUp(undefined, { base: hash(0), at, changes: { title: '别人的' } }, { base: hash(0), at: '2026-11-24T07:00:00.000Z', changes: { place: '城东变' } })
    await session.takeDraft()
    session.change({ place: '城东变 110 kV' })
    await session.flush()
    expect(stored().content.place).toBe('城东变 110 kV')
    expect(session.saving().draft?.changes).toEqual({ title: '别人的' })
    expect(kept()).toEqual({ browser: [], core: [{ title: '别人的' }] })
  })

  it('has what it took up kept as its own before it lets go of it, where saving fails', async () => {
    const { session, kept, setFull } = setUp(undefined, { base: hash(0), at, changes: { title: '没保存的' } })
    setFull(true)
    await session.takeDraft()
    session.change({ title: '没保存的，改过' })
    expect(kept().core).toEqual([{ title: '没保存的' }])
    await session.flush()
    expect(kept()).toEqual({ browser: [{ title: '没保存的，改过' }], core: [{ title: '没保存的，改过' }] })
  })

  it('leaves its own behind where it can not be saved and what is taken up takes its place', async () => {
    const { session, open, kept, setFull } = setUp(undefined, { base: hash(0), at, changes: { title: '别人的' } })
    setFull(true)
    session.change({ title: '我的', place: '城东变' })
    await session.flush()
    await session.takeDraft()
    await vi.advanceTimersByTimeAsync(1)
    await session.flush()
    expect(shown(session)).toMatchObject({ record: { content: { title: '别人的', place: '城东变' } }, draft: { changes: { title: '我的', place: '城东变' } } })
    expect(kept().core).toEqual([{ title: '别人的', place: '城东变' }, { title: '我的', place: '城东变' }])
    expect(shown(open())).toMatchObject({ draft: { changes: { title: '别人的' } }, draftsAfter: 1 })
  })

  it('goes on with its own beside what is taken up, where they touch different fields', async () => {
    const { session, stored, setFull } = setUp(undefined, { base: hash(0), at, changes: { title: '别人的' } })
    setFull(true)
    session.change({ place: '城东变' })
    await session.takeDraft()
    expect(session.saving().draft).toBeUndefined()
    setFull(false)
    await session.flush()
    expect(stored().content).toMatchObject({ title: '别人的', place: '城东变' })
  })

  it('asks for one new record, however often keeping mine in it fails, and for none once mine is saved', async () => {
    const { session, write, created, setFull, records } = setUp()
    const create = vi.spyOn(records, 'create')
    write({ title: '别处改的' })
    session.change({ title: '我的' })
    await session.flush()
    setFull(true)
    await expect(session.takeTheirs('我的（我的修改）')).rejects.toMatchObject({ code: 'store_write_failed' })
    await expect(session.takeTheirs('我的（我的修改）')).rejects.toMatchObject({ code: 'store_write_failed' })
    const [first, second] = create.mock.calls.map(([{ id: createdId }]) => createdId)
    expect(first).toBe(second)
    setFull(false)
    await session.overwrite()
    expect(records.discardRecovery).toHaveBeenCalledWith({ id: first, editing: first })
    expect(created).toEqual([])
  })

  it('says whether closing the window would lose anything of a save that failed, and saves by itself once that works', async () => {
    const { session, stored, setFull } = setUp()
    setFull(true)
    session.change({ title: '写不进去的' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(shown(session)).toMatchObject({ isRecoverable: true, status: { kind: 'failed', again: true } })
    session.change({ place: '城东变' })
    expect(session.saving().isRecoverable).toBe(false)
    await vi.advanceTimersByTimeAsync(1000)
    expect(session.saving().isRecoverable).toBe(true)
    setFull(false)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(shown(session)).toMatchObject({ isClean: true, isRecoverable: false, status: { kind: 'saved' } })
    expect(stored().content).toMatchObject({ title: '写不进去的', place: '城东变' })
  })

  it('says which fields hold what can not be saved, until they do no more', () => {
    const { open } = setUp()
    const session = open()
    session.refuse('title', '')
    session.refuse('date', '13月')
    session.refuse('title', '')
    expect(session.saving().refused).toEqual(['title', 'date'])
    session.refuse('title', undefined)
    expect(session.saving().refused).toEqual(['date'])
    expect([session.refusedText('title'), session.refusedText('date')]).toEqual([undefined, '13月'])
  })
})

/** Random sequences of what can be done to a library, against a model in memory: contents, history, lists, facets, counts and numbers agree after each. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facetNames, type RecordRow } from '#shared/contract/records'
import { newId } from '#shared/model/ids'
import { RecordFile, type Person } from '#shared/model/record'
import type { Session } from '#core/services/session'
import { makeLibraryFolder } from '#core/store/libraryFolder'
import { stageWrites } from '#core/store/fileWrite'
import { firstRevision, isTrueRevision, sittingGapMs } from '#core/store/revisions'
import { openTestSession } from '../support/testSession'
import { recordContent } from '../support/records'
import { newLibrary } from './load/world'

/** What a record says by the model. `history` are earlier revisions by id, with their titles. `isOpen`: a save by `by` within the gap rewrites it. */
interface Expected {
  id: string; revisionId: string; title: string; type: 'case' | 'product'; tags: string[]; number: string; by: Person; at: number; isOpen: boolean
  history: Map<string, string>
}
interface Model { records: Map<string, Expected>; removed: { record: Expected; files: { path: string; data: Uint8Array }[] }[]; given: Map<string, number> }
interface Real { root: string; device: string; now: number; session: Session }
type Command = fc.AsyncCommand<Model, Real>

const everybody: readonly Person[] = [{ name: '张工', unit: '运维一班' }, { name: '李工', unit: '运维二班' }, { name: '', unit: '' }]
const personOf = (index: number): Person => everybody[index % everybody.length] ?? { name: '', unit: '' }
const prefixes = { case: 'YW1-CS-2026-', product: 'YW1-PD-2026-' }

const nth = <T>(from: Iterable<T>, index: number): T | undefined => {
  const all = [...from]
  return all[index % Math.max(1, all.length)]
}

const openAgain = async (real: Real): Promise<void> => {
  await real.session.close()
  real.session = await openTestSession(real.root, { device: real.device, now: () => real.now, write: true })
  await real.session.whenChecked()
  expect(real.session.folder.readOnly()).toBeNull()
  expect(real.session.damaged()).toEqual([])
}

const countBy = (values: readonly string[]): Record<string, number> =>
  values.reduce<Record<string, number>>((counts, value) => ({ ...counts, [value]: (counts[value] ?? 0) + 1 }), {})

const facetOf = (record: Expected): Record<(typeof facetNames)[number], string[]> =>
  ({
    unit: [''], team: [''], stage: ['draft'], polarity: [''], year: [''], field: [''], tag: record.tags.length > 0 ? record.tags : [''], attachments: ['false'], confidentiality: ['internal'],
  })

/** Lists, facets, counts and numbers, worked out anew from the model. */
const compareCatalog = async ({ records }: Model, { catalog }: Session): Promise<void> => {
  const all = [...records.values()]
  expect(catalog.counts()).toEqual(countBy(all.map(({ type }) => type)))
  for (const type of ['case', 'product'] as const) {
    const mine = all.filter((each) => each.type === type)
    const { total, rows } = await catalog.list({ type }, { by: 'number', descending: false }, 0, 500)
    expect(total).toBe(mine.length)
    const shown = ({ id, title, number, tags }: Pick<RecordRow, 'id' | 'title' | 'number' | 'tags'>) => `${id} ${title} ${number} ${tags.join()}`
    expect(rows.map(shown).sort()).toEqual(mine.map(shown).sort())
    const chosen = mine[0]?.tags[0]
    const filtered = await catalog.list({ type, facets: { tag: [chosen ?? ''] } }, { by: 'title', descending: true }, 0, 500)
    expect(filtered.total).toBe(mine.filter(({ tags }) => (chosen === undefined ? tags.length === 0 : tags.includes(chosen))).length)
    const facets = catalog.facets({ type })
    for (const name of facetNames) {
      const counted = Object.fromEntries((facets[name] ?? []).map(({ value, count }) => [value, count]))
      if (name !== 'stage') expect(counted).toEqual(countBy(mine.flatMap((each) => facetOf(each)[name])))
    }
  }
  for (const { id, number } of all) if (number !== '') expect(catalog.byNumber(number)?.id).toBe(id)
}

const compare = async (model: Model, real: Real): Promise<void> => {
  const { folder } = real.session
  expect((await folder.records.ids(() => undefined)).sort()).toEqual([...model.records.keys()].sort())
  for (const record of model.records.values()) {
    const head = await folder.records.read(record.id)
    expect([head.content.title, head.revision.id]).toEqual([record.title, record.revisionId])
    expect((await folder.records.history(record.id)).sort()).toEqual([...record.history.keys()].sort())
    for (const [revisionId, title] of record.history) expect((await folder.records.readRevision(record.id, revisionId)).content.title).toBe(title)
  }
  await compareCatalog(model, real.session)
}

/** A command that then compares everything. */
const command = (name: string, run: (model: Model, real: Real) => Promise<void>): Command => ({
  check: () => true,
  run: async (model, real) => {
    real.now += 1000
    await run(model, real)
    await compare(model, real)
  },
  toString: () => name,
})

/** What a save makes of the model: the one before stays unless the sitting goes on. */
const saved = (record: Expected, { revision, content }: RecordFile, by: Person, now: number): void => {
  const goesOn = record.isOpen && record.by.name === by.name && record.by.unit === by.unit && now - record.at < sittingGapMs
  if (!goesOn) record.history.set(record.revisionId, record.title)
  Object.assign(record, { revisionId: revision.id, title: content.title, by, at: now, isOpen: true })
}

const create = (type: 'case' | 'product', title: string, tags: string[], person: number): Command => command(`create ${type} "${title}" [${tags.join()}] by ${person}`, async (model, real) => {
  const [id, by] = [newId(), personOf(person)]
  const { session } = real
  const { revision, content } = await session.take(async () =>
    session.folder.records.create(id, recordContent({ type, title, tags, number: await session.numbering.next(type, real.now) }), by))
  const sequence = (model.given.get(type) ?? 0) + 1
  model.given.set(type, sequence)
  expect(content.number).toBe(`${prefixes[type]}${String(sequence).padStart(4, '0')}`)
  model.records.set(id, { id, revisionId: revision.id, title, type, tags, number: content.number, by, at: real.now, isOpen: true, history: new Map() })
})

const save = (index: number, title: string, person: number, isLater: boolean): Command => command(`save ${index} "${title}" by ${person}${isLater ? ' later' : ''}`, async (model, real) => {
  const record = nth(model.records.values(), index)
  if (!record) return
  if (isLater) real.now += sittingGapMs
  const by = personOf(person)
  const { session } = real
  const next = await session.take(async () => session.folder.records.save(record.id, record.revisionId, (content) => ({ ...content, title }), by))
  if (title !== record.title) saved(record, next, by, real.now)
})

const seal = (index: number): Command => command(`seal ${index}`, async (model, { session }) => {
  const record = nth(model.records.values(), index)
  if (!record) return
  await session.take(async () => session.folder.records.seal(record.id))
  record.isOpen = false
})

const release = (index: number, title: string): Command => command(`release ${index} "${title}"`, async (model, real) => {
  const record = nth(model.records.values(), index)
  if (!record || record.title === title) return
  const by = personOf(0)
  const { session } = real
  record.isOpen = false
  const next = await session.take(async () => session.folder.records.release(record.id, record.revisionId, (content) => ({ ...content, title }), by, () => []))
  saved(record, next, by, real.now)
  record.isOpen = false
})

const arrive = (titles: string[]): Command => command(`arrive ${titles.join()}`, async (model, real) => {
  const { session } = real
  const at = new Date(real.now).toISOString()
  const arrived = titles.map((title) => {
    const [id, content, by] = [newId(), recordContent({ title }), personOf(0)]
    const revision = firstRevision(id, content, { by, device: newId(), now: real.now })
    model.records.set(id, { id, revisionId: revision.id, title, type: 'case', tags: [], number: '', by, at: real.now, isOpen: false, history: new Map() })
    return session.folder.records.arrival({ format: 1, id, content, revision }, { packageId: newId(), library: { id: newId(), name: '', unit: '' }, by, madeAt: at, at })
  })
  await session.takeAll(async () => {
    await session.folder.journal.commit(async (stage) => stageWrites(stage, arrived.map(({ write }) => write)))
    return arrived.map(({ record }) => record)
  })
})

const remove = (index: number): Command => command(`remove ${index}`, async (model, { session }) => {
  const record = nth(model.records.values(), index)
  if (!record) return
  const { folder } = session
  const paths = [folder.paths.record(record.id), ...[...record.history.keys()].map((revisionId) => folder.paths.revision(record.id, revisionId))]
  const files = await Promise.all(paths.map(async (path) => ({ path, data: await readFile(path) })))
  await session.drop([record.id], async () => folder.journal.commit(async (_stage, removeFile) => { for (const path of paths) await removeFile(path) }))
  model.records.delete(record.id)
  model.removed.push({ record, files })
})

const restore = (): Command => command('restore', async (model, { session }) => {
  const last = model.removed.pop()
  if (!last) return
  await session.take(async () => {
    await session.folder.journal.commit(async (stage) => stageWrites(stage, last.files))
    return session.folder.records.read(last.record.id)
  })
  model.records.set(last.record.id, last.record)
})

const reopen = (): Command => command('reopen', async (_model, real) => openAgain(real))

const readBeside = (): Command => command('read beside', async (model, { root, now, session }) => {
  const beside = await openTestSession(root, { device: newId(), now: () => now, write: true })
  await beside.whenChecked()
  expect(beside.folder.readOnly()).toMatchObject({ code: 'library_locked' })
  await compareCatalog(model, beside)
  await beside.close()
  expect(session.folder.readOnly()).toBeNull()
})

/** Another program changes a title. What stood there before is gone, as it says. It is read as a revision of its own once it is looked at. */
const editOutside = (index: number, title: string): Command => command(`edit outside ${index} "${title}"`, async (model, real) => {
  const record = nth(model.records.values(), index)
  if (!record || record.title === title) return
  const path = real.session.folder.paths.record(record.id)
  const file = RecordFile.parse(JSON.parse(await readFile(path, 'utf8')))
  if (!isTrueRevision(file)) return
  await writeFile(path, JSON.stringify({ ...file, content: { ...file.content, title } }))
  await openAgain(real)
  const { revision } = await real.session.folder.records.read(record.id)
  expect(revision.parents).toEqual([file.revision.id])
  Object.assign(record, { revisionId: revision.id, title, isOpen: false })
})

const title = fc.constantFrom('甲', '乙', '丙', '丁')
const index = fc.nat(3)
const person = fc.nat(2)
const commands = fc.commands([
  fc.record({ type: fc.constantFrom('case', 'product'), title, tags: fc.subarray(['安全', '运维']), person })
    .map((each) => create(each.type, each.title, each.tags, each.person)),
  fc.record({ index, title, person, isLater: fc.boolean() }).map((each) => save(each.index, each.title, each.person, each.isLater)),
  fc.record({ index, title, person, isLater: fc.boolean() }).map((each) => save(each.index, each.title, each.person, each.isLater)),
  index.map(seal),
  fc.tuple(index, title).map(([each, to]) => release(each, to)),
  fc.array(title, { minLength: 1, maxLength: 4 }).map(arrive),
  index.map(remove),
  fc.constant(restore()),
  fc.constant(reopen()),
  fc.constant(readBeside()),
  fc.tuple(index, title).map(([each, to]) => editOutside(each, to)),
], { maxCommands: 25 })

const seconds = Number(process.env.LIANGFANG_FAULT_SECONDS ?? 20)

describe('a library and a model of it', () => {
  it('agree whatever is done', async () => {
    await fc.assert(fc.asyncProperty(commands, async (all) => {
      const root = await mkdtemp(join(tmpdir(), 'liangfang-model-'))
      await makeLibraryFolder(root, newLibrary())
      const now = Date.parse('2026-11-24T06:00:00.000Z')
      const real: Real = { root, device: newId(), now, session: await openTestSession(root, { device: newId(), now: () => now, write: true }) }
      await openAgain(real)
      try {
        await fc.asyncModelRun(() => ({ model: { records: new Map(), removed: [], given: new Map() }, real }), all)
      } finally {
        await real.session.close()
        await rm(root, { recursive: true, force: true })
      }
    }), { numRuns: 1_000, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false })
  })
})

/**
 * The load: what a person and the app do to a library, one function each. Whoever builds a new way to write adds it to `operations`;
 * nothing else knows them by name.
 */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exchangeFormat, type ExchangeFile } from '#shared/model/exchange'
import { newId } from '#shared/model/ids'
import type { AttachmentRef, RecordContent, RecordFile, RevisionFile } from '#shared/model/record'
import type { RecordType } from '#shared/model/recordTypes'
import { templateOf, type TemplateFile } from '#shared/model/template'
import { isAppError } from '#shared/contract/errors'
import { makeEdition, latestNumber, readEditions } from '#core/services/products/editions'
import { writeNew } from '#core/store/durableFile'
import { stageWrites } from '#core/store/fileWrite'
import { firstRevision, sittingGapMs } from '#core/store/revisions'
import { recordContent } from '../../support/records'
import { bulkOperations } from './bulkOperations'
import type { Answer } from './events'
import type { Operation } from './operation'
import { people, touching, type Known, type World } from './world'

const recordKey = (id: string): string => `record:${id}`

const note = (world: World, { id, revision, content }: RecordFile, isCited = world.known.get(id)?.isCited ?? false): void => {
  world.known.set(id, { id, type: content.type, revisionId: revision.id, isCited })
}

const pickRecord = ({ known, held, random }: World, fits: (known: Known) => boolean = () => true): Known | undefined =>
  random.pick([...known.values()].filter((each) => !held.has(each.id) && fits(each)))

/** Has a record for itself while it works. */
const alone = async <T>({ held }: World, id: string, work: () => Promise<T>): Promise<T> => {
  held.add(id)
  try {
    return await work()
  } finally {
    held.delete(id)
  }
}

const create: Operation['plan'] = (world) => {
  const [id, title] = [newId(), world.token()]
  const type: RecordType = world.random.chance(0.25) ? 'product' : 'case'
  return {
    effects: [{ key: recordKey(id), value: title }], whole: false,
    run: async () => {
      const { session, clock } = world
      const record = await session.take(async () =>
        session.folder.records.create(id, recordContent({ type, title, number: await session.numbering.next(type, clock.now()) }), people[0] ?? { name: '', unit: '' }))
      note(world, record)
      return { numbers: [{ number: record.content.number, id }] }
    },
  }
}

/** What a save rests on stays. A refused one tells the writer what is in place. */
const saveAs = (world: World, { id, revisionId }: Known, person: number, edit: (content: RecordContent) => RecordContent) => async (): Promise<Answer> => {
  const { records } = world.session.folder
  try {
    const record = await world.session.take(async () => records.save(id, revisionId, edit, people[person] ?? { name: '', unit: '' }))
    if (world.known.has(id)) note(world, record)
    return { revisions: record.revision.parents.map((parent) => ({ id, revisionId: parent })) }
  } catch (error) {
    if (isAppError(error) && error.code === 'conflict' && world.known.has(id)) note(world, await records.read(id))
    throw error
  }
}

const save = (skip: boolean, person: number): Operation['plan'] => (world) => {
  const known = pickRecord(world)
  if (!known) return undefined
  const title = world.token()
  if (skip) world.clock.skippedMs += sittingGapMs
  return { effects: [{ key: recordKey(known.id), value: title }], whole: false, run: saveAs(world, known, person, (content) => ({ ...content, title })) }
}

const seal: Operation['plan'] = (world) => {
  const known = pickRecord(world)
  if (!known) return undefined
  return {
    effects: [], whole: false,
    run: async () => touching(world, [known.id], async () => {
      known.isCited = true
      const record = await world.session.take(async () => world.session.folder.records.seal(known.id))
      note(world, record, true)
      return { revisions: [{ id: known.id, revisionId: record.revision.id }] }
    }),
  }
}

const release: Operation['plan'] = (world) => {
  const known = pickRecord(world, ({ type }) => type === 'product')
  if (!known) return undefined
  const [{ id, revisionId }, title] = [known, world.token()]
  const releasedAt = new Date(world.clock.now()).toISOString()
  return {
    effects: [{ key: recordKey(id), value: title }, { key: `edition:${id}`, value: title }], whole: true,
    run: async () => alone(world, id, async () => {
      const { session } = world
      const head = await session.folder.records.read(id)
      const editions = await readEditions(session, id)
      const facts = { number: latestNumber(head.content, editions) + 1, previous: editions[0], changeLog: title, releasedAt, sources: [] }
      const record = await session.take(async () => session.folder.records.release(
        id, revisionId, (content) => ({ ...content, title, stage: 'released', fields: { ...content.fields, edition: facts.number } }),
        people[0] ?? { name: '', unit: '' }, async (released) => [session.folder.editions.write(await makeEdition(session, released, facts, undefined))]))
      note(world, record, true)
      return { revisions: [{ id, revisionId: record.revision.id }, { id, revisionId }] }
    }),
  }
}

const bytesOf = (text: string): { data: Buffer; sha256: string } => {
  const data = Buffer.from(text.repeat(500))
  return { data, sha256: createHash('sha256').update(data).digest('hex') }
}

const arrivalOf = (world: World, title: string, attachments: AttachmentRef[]): RevisionFile => {
  const [id, content] = [newId(), recordContent({ title, attachments, origin: { libraryId: newId(), unit: '别处' } })]
  return { format: 1, id, content, revision: firstRevision(id, content, { by: { name: '别人', unit: '别处' }, device: newId(), now: world.clock.now() }) }
}

const exchangeOf = (world: World, title: string): ExchangeFile => ({
  format: exchangeFormat, id: newId(), direction: 'received', form: 'package', at: new Date(world.clock.now()).toISOString(), by: { name: '', unit: '' },
  name: `${title}.lfpkg`, title, sha256: '0'.repeat(64), size: 1, packageId: newId(), library: { id: newId(), name: '别处', unit: '' }, records: [],
})

/** As a package is taken in: records, the files that they carry, a revision into the history of one that is here, and the ledger. */
const arrive: Operation['plan'] = (world) => {
  const { session: { folder }, clock, random } = world
  const title = world.token()
  const files = Array.from({ length: 1 + random.below(2) }, (_, index) => bytesOf(`${title} ${index}`))
  const refs = files.map(({ data, sha256 }) => ({ sha256, name: 'a.txt', size: data.length, mediaType: 'text/plain' }))
  const arrivals = Array.from({ length: 1 + random.below(5) }, (_, index) => arrivalOf(world, `${title}.${index}`, refs))
  const exchange = exchangeOf(world, title)
  return {
    effects: [
      ...files.map(({ sha256 }) => ({ key: `attachment:${sha256}`, value: sha256 })), { key: `exchange:${exchange.id}`, value: exchange.id },
      ...arrivals.map(({ id, content }) => ({ key: recordKey(id), value: content.title })),
    ],
    whole: true,
    run: async () => {
      const at = new Date(clock.now()).toISOString()
      const arrived = arrivals.map((file) => folder.records.arrival(file, { packageId: newId(), library: { id: newId(), name: '', unit: '' }, by: { name: '', unit: '' }, madeAt: at, at }))
      const records = await world.session.takeAll(async () => {
        await folder.journal.commit(async (stage) => {
          for (const { data, sha256 } of files) await stage(folder.paths.attachment(sha256), async (staged) => writeNew(staged, data))
          await stageWrites(stage, [...arrived.map(({ write }) => write), folder.exchanges.write(exchange)])
        })
        return arrived.map(({ record }) => record)
      })
      for (const record of records) note(world, record, true)
      return { revisions: records.map(({ id, revision }) => ({ id, revisionId: revision.id })) }
    },
  }
}

/** As an import: the file first, then the record that shows it. Two at once may bring the same file. */
const attach = (fromFile: boolean): Operation['plan'] => (world) => {
  const known = pickRecord(world)
  if (!known) return undefined
  const title = world.token()
  const { data, sha256 } = bytesOf(world.random.chance(0.3) ? 'the same for all' : title)
  const attachment = { sha256, name: 'b.txt', size: data.length, mediaType: 'text/plain' }
  return {
    effects: [{ key: `attachment:${sha256}`, value: sha256 }, { key: recordKey(known.id), value: title }], whole: false,
    run: async () => {
      const { attachments, root } = world.session.folder
      const source = join(root, '..', `${title}.txt`)
      if (fromFile) await writeFile(source, data)
      await world.session.write(async () => (fromFile ? attachments.addFile(source) : attachments.addBytes(data)))
      return saveAs(world, known, 0, (content) => ({ ...content, title, attachments: [attachment] }))()
    },
  }
}

const rename: Operation['plan'] = (world) => {
  const name = world.token()
  return {
    effects: [{ key: 'library', value: name }], whole: false,
    run: async () => {
      await world.session.write(async () => world.session.folder.library.update((file) => ({ ...file, name })))
      return {}
    },
  }
}

const flush: Operation['plan'] = (world) => ({
  effects: [], whole: false, run: async () => { await world.session.write(world.session.numbering.flush); return {} },
})

const enterExchange: Operation['plan'] = (world) => {
  const exchange = exchangeOf(world, world.token())
  return {
    effects: [{ key: `exchange:${exchange.id}`, value: exchange.id }], whole: false,
    run: async () => { await world.session.write(async () => world.session.folder.exchanges.add(exchange)); return {} },
  }
}

/** One after another in the same place, so that each replaces the one before or brings it back. */
const templateId = newId()

const saveTemplate: Operation['plan'] = (world) => {
  const name = world.token()
  const template: TemplateFile = {
    format: 1, id: templateId, name, type: 'case', unit: '', by: people[0] ?? { name: '', unit: '' }, at: new Date(world.clock.now()).toISOString(), content: templateOf(recordContent(), [], new Set()),
  }
  return {
    effects: [{ key: `template:${templateId}`, value: name }], whole: false,
    run: async () => { await world.session.write(async () => world.session.folder.templates.change(templateId, () => template)); return {} },
  }
}

/** A record goes with its history, and the ledger says so: all in one transaction. */
const remove: Operation['plan'] = (world) => {
  const known = pickRecord(world, ({ id, isCited }) => !isCited && !world.busy.has(id))
  if (!known) return undefined
  const { session: { folder } } = world
  const { id } = known
  const exchange = exchangeOf(world, world.token())
  world.known.delete(id)
  return {
    effects: [{ key: recordKey(id), value: '' }, { key: `exchange:${exchange.id}`, value: exchange.id }], whole: true,
    run: async () => {
      const { content: { title } } = await folder.records.read(id)
      const paths = [folder.paths.record(id), ...(await folder.records.history(id)).map((revision) => folder.paths.revision(id, revision))]
      const files = await Promise.all(paths.map(async (path) => ({ path, data: await readFile(path) })))
      await world.session.drop([id], async () => folder.journal.commit(async (stage, removeFile) => {
        await stageWrites(stage, [folder.exchanges.write(exchange)])
        for (const path of paths) await removeFile(path)
      }))
      world.removed.push({ ...known, title, files })
      return {}
    },
  }
}

/** The same bytes come back to the same places. */
const restore: Operation['plan'] = (world) => {
  const removed = world.removed.pop()
  if (!removed) return undefined
  const { session: { folder } } = world
  const { title, files, ...known } = removed
  return {
    effects: [{ key: recordKey(known.id), value: title }], whole: true,
    run: async () => {
      await world.session.take(async () => {
        await folder.journal.commit(async (stage) => stageWrites(stage, files))
        return folder.records.read(known.id)
      })
      world.known.set(known.id, known)
      return {}
    },
  }
}

/** `share`: how often an operation is chosen beside the others. */
export const operations: readonly Operation[] = [
  { name: 'create', share: 5, plan: create },
  { name: 'save within the sitting', share: 6, plan: save(false, 0) },
  { name: 'save after the sitting', share: 4, plan: save(true, 0) },
  { name: 'save by another person', share: 3, plan: save(false, 1) },
  { name: 'seal', share: 2, plan: seal },
  { name: 'release', share: 3, plan: release },
  { name: 'take a package in', share: 4, plan: arrive },
  { name: 'attach bytes', share: 2, plan: attach(false) },
  { name: 'attach a file', share: 2, plan: attach(true) },
  { name: 'rename the library', share: 1, plan: rename },
  { name: 'write the numbers', share: 1, plan: flush },
  { name: 'enter an exchange', share: 1, plan: enterExchange },
  { name: 'save a template', share: 1, plan: saveTemplate },
  { name: 'remove', share: 2, plan: remove },
  { name: 'restore', share: 2, plan: restore },
  ...bulkOperations,
]

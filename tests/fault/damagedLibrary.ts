/** A small library that has a file of every kind, and the ways in which a file is damaged. */
import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { formatJson } from '#core/store/canonicalJson'
import { libraryPaths } from '#core/store/folders'
import { firstRevision } from '#core/store/revisions'
import type { CoreClient } from '#shared/contract/contract'
import { newSection } from '#shared/model/body/body'
import { newId } from '#shared/model/ids'
import type { RecordFile } from '#shared/model/record'
import { buildPng } from '../fixtures/docx/png'
import { paragraph, recordContent } from '../support/records'
import type { TestHome } from '../support/testCore'

export const kinds = ['library.json', 'head', 'history', 'edition', 'exchange', 'trash', 'operation', 'attachment', 'manifest', 'staged', 'lock'] as const
export type Kind = (typeof kinds)[number]

/** `files` by kind, relative to the library; `record` is the one whose head and history are damaged. */
export interface World { root: string; files: Record<Kind, string>; record: RecordFile; bystander: RecordFile; sha256: string }

const at = '2026-11-24T06:00:00.000Z'

const put = async (path: string, value: unknown): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, formatJson(value))
}

/** Makes it through the app where the app makes such a file, and closes it. `tick` lets time go on, so that a new revision begins. */
const buildWorld = async (client: CoreClient, root: string, tick: () => void): Promise<World> => {
  const paths = libraryPaths(root)
  await client.library.create({ path: root, name: '库', unit: '运维一班', unitCode: 'YW1' })
  const png = join(dirname(root), 'p.png')
  await writeFile(png, buildPng(40, 30, 1))
  const picture = await client.attachments.add({ path: png })
  const measure = paragraph('监护人站在悬挂点。')
  const bystander = await client.records.create({ type: 'case', content: { title: '旁观', body: { version: 1, preamble: [], sections: [newSection('measures', '主要做法', [measure])] } } })
  const save = async (id: string, title: string): Promise<RecordFile> => {
    tick()
    await client.records.save({ id, base: (await client.records.get({ id })).revision.id, changes: { title } })
    return client.records.get({ id })
  }
  const made = await client.records.create({ type: 'case', content: { title: '第一稿', attachments: [picture], body: { version: 1, preamble: [], sections: [newSection('measures', '主要做法', [paragraph('逐根报号。')])] } } })
  await save(made.id, '第二稿')
  const record = await save(made.id, '第三稿')

  const product = await client.products.create({ title: '作业包', sources: [bystander.id] })
  const sections = product.content.body.sections.map((section) => ({ ...section, blocks: [paragraph('写好了')] }))
  const [pin] = await client.products.sources({ id: product.id })
  const quote = await client.products.excerpt({ recordId: bystander.id, revisionId: pin?.revisionId ?? '', blockIds: [measure.id] })
  await client.records.save({ id: product.id, base: product.revision.id, changes: { body: { ...product.content.body, preamble: [quote], sections } } })
  const { revision } = await client.records.get({ id: product.id })
  const { edition } = await client.products.release({ id: product.id, base: revision.id, changeLog: '首版', reason: '损坏测试，不经试点' })

  const exchange = newId()
  await put(paths.exchange(exchange), {
    format: 1, id: exchange, direction: 'sent', form: 'word', at, by: { name: '张工', unit: '' }, name: '甲.docx', title: '甲', sha256: 'a'.repeat(64), size: 1,
    packageId: null, library: null, records: [],
  })
  const operation = newId()
  await put(paths.operation(operation), { format: 1, id: operation, kind: 'bulk', text: '批量修改', sha256: '12'.repeat(32) })
  const device = record.revision.device
  const recordAs = (title: string): RecordFile => {
    const id = newId()
    const content = recordContent({ title })
    return { format: 1, id, content, local: { createdAt: at, sealed: false }, revision: firstRevision(id, content, { by: { name: '', unit: '' }, device, now: Date.parse(at) }) }
  }
  const trashed = recordAs('删掉的')
  await put(paths.trashed(trashed.id), { format: 1, id: trashed.id, record: trashed })
  await client.library.close()

  const arrival = recordAs('来的')
  const transaction = join(paths.journal(device), newId())
  await put(join(transaction, '0'), arrival)
  await put(join(transaction, 'manifest.json'), {
    format: 2, id: newId(), device, at, removes: [], files: [{ staged: '0', path: `records/${arrival.id.slice(-2)}/${arrival.id}.json`, replaces: null }],
  })
  const [earlier] = record.revision.parents
  const under = (path: string): string => path.slice(root.length + 1)
  return {
    root, record, bystander, sha256: picture.sha256,
    files: {
      'library.json': 'library.json', head: under(paths.record(record.id)), history: under(paths.revision(record.id, earlier ?? '')),
      edition: under(paths.edition(product.id, edition.seal)), exchange: under(paths.exchange(exchange)), trash: under(paths.trashed(trashed.id)),
      operation: under(paths.operation(operation)), attachment: under(paths.attachment(picture.sha256)),
      manifest: under(join(transaction, 'manifest.json')), staged: under(join(transaction, '0')), lock: 'lock',
    },
  }
}

/** Made once, by an app on a home that then forgets it: each test works on a copy, and that the first one is there too is no question. */
export const buildOriginal = async (home: TestHome, now: () => number, tick: () => void): Promise<World> => {
  const root = join(home.home, '原')
  const { client, core } = await home.open({ now })
  const world = await buildWorld(client, root, tick)
  await client.app.forgetRecent({ path: root })
  await core.close()
  return world
}

export const copyWorld = async (world: World, root: string): Promise<World> => {
  await cp(world.root, root, { recursive: true, preserveTimestamps: true })
  return { ...world, root }
}

/** A text: no value of it is made, which would exhaust the stack of whoever writes it. */
export const nestedIn = (json: string, levels: number): string => json.replace('{', `{"nested": ${'['.repeat(levels)}${']'.repeat(levels)},`)

const flip = (bytes: Buffer, at: number): Buffer => {
  const flipped = Buffer.from(bytes)
  flipped[at] = (flipped[at] ?? 0) ^ 1
  return flipped
}

/** One bit of the first text that matches; of the middle where there is none. */
const flipIn = (pattern: RegExp) => (bytes: Buffer): Buffer => {
  const text = bytes.toString('latin1')
  const match = pattern.exec(text)
  return flip(bytes, match ? match.index + match[0].length - 1 : bytes.length >> 1)
}

const Json = z.looseObject({})

/** What is no JSON has one bit changed. */
const asJson = (change: (json: Record<string, unknown>) => unknown) => (bytes: Buffer): Buffer => {
  try {
    return Buffer.from(formatJson(change(Json.parse(JSON.parse(bytes.toString('utf8'))))))
  } catch {
    return flip(bytes, 0)
  }
}

/** What becomes of the bytes; of a compressed file, of what it holds. */
const changes = {
  'a bit of a key': flipIn(/"(?:title|name|id)(?=":)/),
  // A manifest has neither text nor hash: of the id in its path, whose first digit is always 0.
  'a bit of a text': flipIn(/"(?:title|name|text)": ".|"path": "records\/..\/0/),
  // Of its first decimal digit: a letter could become what is no hash at all.
  'a bit of a hash': flipIn(/"(?:contentHash|seal|sha256|replaces)": "[a-f]*[0-9]|"path": "records\/..\/0/),
  'not UTF-8': (bytes: Buffer) => Buffer.concat([bytes.subarray(0, bytes.length >> 1), Buffer.of(0xff, 0xfe), bytes.subarray(bytes.length >> 1)]),
  'another schema': asJson(() => ({ hello: 'world' })),
  'nested too deep': (bytes: Buffer) => (bytes.includes('"format"') ? Buffer.from(nestedIn(bytes.toString('utf8'), 4000)) : flip(bytes, 0)),
  'a newer format': asJson((json) => ({ ...json, format: 99 })),
}

/** Windows has no pipes among files. */
const pipes = process.platform === 'win32' ? [] : ['a pipe']

export const damages = ['empty', 'truncated', ...Object.keys(changes), 'deleted', 'a directory', ...pipes] as readonly string[]

const run = promisify(execFile)

export const damage = async (path: string, how: string): Promise<void> => {
  const bytes = await readFile(path)
  const isZip = path.endsWith('.gz')
  if (how === 'deleted' || how === 'a directory' || how === 'a pipe') {
    await rm(path)
    if (how === 'a pipe') await run('mkfifo', [path])
    if (how === 'a directory') await mkdir(join(path, 'sub'), { recursive: true })
    return
  }
  if (how === 'empty') { await writeFile(path, ''); return }
  if (how === 'truncated') { await writeFile(path, bytes.subarray(0, bytes.length >> 1)); return }
  const change = Object.entries(changes).find(([name]) => name === how)?.[1]
  if (!change) throw new Error(how)
  await writeFile(path, isZip ? gzipSync(change(gunzipSync(bytes))) : change(bytes))
}

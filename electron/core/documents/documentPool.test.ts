import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { alias } from '../../../scripts/aliases.mjs'
import { packageFaults } from '../../../tests/fixtures/docx/checkPackage'
import { writeCaseFolder } from '../../../tests/fixtures/docx/writeCaseFolder'
import { buildPdf, pdfLines } from '../../../tests/fixtures/pdf/pdfFile'
import { recordWith } from '../../../tests/support/records'
import { testWorkers } from '../../../tests/support/testCore'
import { standardPresets } from '#shared/model/document/standardPresets.data'
import type { RecordFile } from '#shared/model/record'
import { recordPlan } from './plan/recordPlan'
import { createDocumentPool, type DocumentPool } from './documentPool'
import { ReadFailure } from './readers/readDocument'

let folder = ''
let pool: DocumentPool | undefined
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangfang-pool-'))
  await build({
    configFile: false, logLevel: 'silent', resolve: { alias }, ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'documentsWorker.ts'), target: 'node20.19', outDir: join(folder, 'worker'),
      rolldownOptions: { output: { entryFileNames: 'documentsWorker.mjs' } },
    },
  })
})
afterEach(async () => { await pool?.close(); pool = undefined })
afterAll(async () => { await rm(folder, { recursive: true, force: true }) })

const planOf = (record: RecordFile, pictures = new Map<string, string>()) => recordPlan(record, { language: 'zh-CN', customFields: [] }, standardPresets.official, { pictures, titles: new Map() })

/** A worker that does what the path tells it to. */
const obedientWorker = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ kind, id, plan, path = plan?.title }) => {
  if (path === 'hang') for (;;);
  if (path === 'crash') process.exit(7)
  if (path === 'throw') throw new Error('thrown')
  if (path === 'memory') { const all = []; for (;;) all.push(new Array(1e6).fill({})) }
  if (kind === 'readText') parentPort.postMessage({ outcome: 'text', id, text: { pieces: [], isCut: false } })
  else if (path === 'bug') parentPort.postMessage({ outcome: 'threw', id, stack: 'TypeError: x' })
  else parentPort.postMessage({ outcome: 'read', id, document: { title: path, body: {} } })
})`

const obedientPool = async (timeout = 3000): Promise<DocumentPool> => {
  const path = join(folder, 'obedient.mjs')
  await writeFile(path, obedientWorker)
  return createDocumentPool(path, { timeout, writing: timeout, memory: 64 })
}

const failureOf = async (reading: Promise<unknown>): Promise<string> => {
  try { await reading } catch (error) {
    if (error instanceof ReadFailure) return error.failure.code
    throw error
  }
  return 'read'
}

describe('the document pool', () => {
  it('reads many files at once, and reports each that fails for its own reason', async () => {
    pool = createDocumentPool(join(folder, 'worker/documentsWorker.mjs'))
    const reading = pool
    const paths = await writeCaseFolder(join(folder, 'cases'), 4, { bad: true })
    const documents = await Promise.all(paths.slice(0, 4).map((path) => reading.read(path, 'case')))
    expect(documents.map(({ body }) => body.sections.length)).toEqual([6, 6, 6, 6])
    expect(documents[0]?.pictures[0]?.bytes.length).toBeGreaterThan(100)
    expect(await Promise.all(paths.slice(4).map((path) => failureOf(reading.read(path, 'case'))))).toEqual(['not_docx', 'encrypted', 'old_doc', 'damaged', 'empty'])
  })

  it('gives up a file that takes too long, and goes on with the next', async () => {
    pool = await obedientPool()
    const all = [pool.read('hang', 'case'), pool.read('hang', 'case'), pool.read('a', 'case'), pool.read('b', 'case')]
    expect(await Promise.all(all.map(failureOf))).toEqual(['timeout', 'timeout', 'read', 'read'])
  })

  it.each(['crash', 'throw', 'memory'])('replaces a worker that falls by %s, and reports the file as damaged', async (how) => {
    pool = await obedientPool()
    const all = [pool.read(how, 'case'), pool.read('a', 'case'), pool.read('b', 'case')]
    expect(await Promise.all(all.map(failureOf))).toEqual(['damaged', 'read', 'read'])
  })

  it('passes a bug on as an error, with its stack', async () => {
    pool = await obedientPool()
    await expect(pool.read('bug', 'case')).rejects.toThrow('TypeError: x')
  })

  it('writes records as Word files, with the pictures that are there', async () => {
    pool = createDocumentPool(join(folder, 'worker/documentsWorker.mjs'))
    const image = { type: 'image' as const, id: 'a', attachment: 'a'.repeat(64), alt: '现场' }
    const record = recordWith({ title: '接地线核对', body: { version: 1, preamble: [image], sections: [] } })
    const { bytes, warnings } = await pool.writeDocx(planOf(record, new Map([['a'.repeat(64), join(folder, 'gone.png')]])))
    expect(warnings).toEqual([{ code: 'picture_missing', count: 1, detail: '现场' }])
    expect(await packageFaults(bytes)).toEqual([])
  })

  it.each([['hang', 'the document takes too long', /after 3000 ms/], ['crash', 'the document broke off', /code 7/], ['throw', 'the document broke off', /thrown/], ['memory', 'the document needs too much memory', /memory/]] as const)('names the record that a worker fell over by %s while writing it, and goes on', async (title, reason, cause) => {
    pool = await obedientPool()
    const writing = pool.writeDocx(planOf(recordWith({ title })))
    const reading = pool.read('a', 'case')
    await expect(writing).rejects.toMatchObject({ code: 'document_not_made', data: { title, reason }, cause: { message: expect.stringMatching(cause) } })
    expect(await failureOf(reading)).toBe('read')
  })

  it.each([['bug', /TypeError: x/], ['read', /read/]] as const)('passes a bug on by %s with the name of what was written', async (title, reason) => {
    pool = await obedientPool()
    const writing = pool.writeDocx(planOf(recordWith({ title })))
    await expect(writing).rejects.toThrow(`“${title}”`)
    await expect(writing).rejects.toThrow(reason)
  })

  it('stops writing as soon as it is asked to, whether that runs or waits, and goes on', async () => {
    pool = await obedientPool(600_000)
    const writing = pool
    const stopping = new AbortController()
    const all = Promise.allSettled(Array.from({ length: 4 }, async () => writing.writeDocx(planOf(recordWith({ title: 'hang' })), undefined, stopping.signal)))
    const reading = pool.read('a', 'case')
    stopping.abort(new Error('enough'))
    expect((await all).map((each) => (each.status === 'rejected' && each.reason instanceof Error ? each.reason.message : 'written'))).toEqual(Array.from({ length: 4 }, () => 'enough'))
    expect(await failureOf(reading)).toBe('read')
    await expect(pool.writeDocx(planOf(recordWith({ title: 'hang' })), undefined, stopping.signal)).rejects.toThrow('enough')
  })

  it('reads the text of files', async () => {
    pool = createDocumentPool(join(folder, 'worker/documentsWorker.mjs'))
    const path = join(folder, 'text')
    await writeFile(path, '接地线')
    expect(await pool.readText(path, '说明.txt')).toEqual({ pieces: [{ text: '接地线' }], isCut: false })
    expect(await failureOf(pool.readText(join(folder, 'gone'), '说明.txt'))).toBe('unreadable')
    await expect(pool.readText(path, '说明.exe')).rejects.toThrow('no reader')
  })

  it('reads the text of PDFs in Electron too, whose processes pdf.js takes for windows', async () => {
    const entry = join(folder, 'inElectron.mjs')
    await writeFile(entry, `
Object.defineProperty(process, 'versions', { value: { ...process.versions, electron: '45.0.0' } })
process.type = 'utility'
await import(${JSON.stringify(pathToFileURL(testWorkers.documents).href)})`)
    pool = createDocumentPool(entry)
    const path = join(folder, 'text')
    await writeFile(path, buildPdf([pdfLines(['接地线'])], 'unigb'))
    expect(await pool.readText(path, '说明.pdf')).toEqual({ pieces: [{ text: '接地线', page: 1 }], isCut: false })
  })

  it('reads one text at a time, for which nothing else waits', async () => {
    pool = await obedientPool(60_000)
    const first = pool.readText('hang', 'a.txt')
    const second = pool.readText('a', 'b.txt')
    const reading = pool
    expect(await Promise.all(['a', 'b', 'c'].map((path) => failureOf(reading.read(path, 'case'))))).toEqual(['read', 'read', 'read'])
    const settled = Promise.allSettled([first, second])
    await pool.close()
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  it('refuses what waits and what comes after closing', async () => {
    pool = await obedientPool()
    const reading = pool
    const all = [...['hang', 'hang', 'a'].map((path) => reading.read(path, 'case')), reading.readText('hang', 'a.txt'), reading.readText('a', 'a.txt')]
    const settled = Promise.allSettled(all)
    await pool.close()
    expect((await settled).map(({ status }) => status)).toEqual(all.map(() => 'rejected'))
    await expect(pool.read('a', 'case')).rejects.toThrow('closed')
    await expect(pool.writeDocx(planOf(recordWith({})))).rejects.toThrow('closed')
  })
})

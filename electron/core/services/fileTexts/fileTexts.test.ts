import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDocumentPool, type DocumentPool } from '#core/documents/documentPool'
import { readersVersion } from '#core/documents/readers/text/fileText'
import { quietLog } from '../../../../tests/support/quietLog'
import { testWorkers } from '../../../../tests/support/testCore'
import { buildPdf, pdfLines } from '../../../../tests/fixtures/pdf/pdfFile'
import { createFileTexts, type FileTexts } from '.'

let home: string
let pool: DocumentPool
/** The names that the pool was asked to read, in their order. */
let asked: string[]
let ready: string[]
let opened: FileTexts[]
beforeAll(() => { pool = createDocumentPool(testWorkers.documents) })
afterAll(async () => pool.close())
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'liangfang-texts-'))
  asked = []
  ready = []
  opened = []
})
afterEach(async () => {
  await Promise.all(opened.map(async (texts) => texts.close()))
  await rm(home, { recursive: true, force: true })
})

/** Another start of the app, as far as texts are concerned. */
const open = (from = pool): FileTexts => {
  const texts = createFileTexts({
    documents: { readText: async (path, name) => { asked.push(name); return from.readText(path, name) } },
    folder: join(home, 'cache'), onText: (sha256) => { ready.push(sha256) }, log: quietLog,
  })
  opened.push(texts)
  return texts
}

const add = async (name: string, content: string | Uint8Array): Promise<[sha256: string, path: string, name: string]> => {
  const path = join(home, name)
  await writeFile(path, content)
  return [createHash('sha256').update(content).digest('hex'), path, name]
}

const done = async (texts: FileTexts) => expect.poll(() => texts.waiting()).toBe(0)

const filesBelow = async (path: string) =>
  (await readdir(path, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))

describe('the texts of files', () => {
  it('are read once, said when they are there, and found again after a restart', async () => {
    const [plain, pdf] = [await add('a.txt', '接地线'), await add('b.pdf', buildPdf([[], pdfLines(['验电器'])], 'unigb'))]
    const texts = open()
    expect(await texts.find(plain[0])).toBeUndefined()
    for (const file of [plain, pdf, plain]) texts.want(...file)
    expect(texts.waiting()).toBe(2)
    await done(texts)
    texts.want(...plain)
    expect(ready).toEqual([plain[0], pdf[0]])
    expect(await texts.find(pdf[0])).toEqual({ pieces: [{ text: '验电器', page: 2 }], isCut: false })

    const again = open()
    expect(await again.find(plain[0])).toEqual({ pieces: [{ text: '接地线' }], isCut: false })
    again.want(...plain)
    await done(again)
    expect(ready).toEqual([plain[0], pdf[0], plain[0]])
    expect(asked).toEqual(['a.txt', 'b.pdf'])
  })

  it('are not tried again where they can not be read, but where a file was out of reach', async () => {
    const [damaged, gone, other] = [await add('a.pdf', 'no PDF'), await add('b.txt', '验电器'), await add('c.exe', 'MZ')]
    await rm(gone[1])
    const texts = open()
    for (const file of [damaged, gone, other]) texts.want(...file)
    await done(texts)
    expect(ready).toEqual([])
    await add('b.txt', '验电器')
    texts.want(...damaged)
    texts.want(...gone)
    await done(texts)
    const again = open()
    again.want(...damaged)
    await done(again)
    expect(asked).toEqual(['a.pdf', 'b.txt', 'b.txt'])
    expect(ready).toEqual([gone[0]])
    expect(await again.find(damaged[0])).toBeUndefined()
  })

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 5)],
    ['empty', () => Buffer.alloc(0)],
    ['no archive', () => Buffer.from('{}')],
    ['of other readers', (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace(`"readers":${readersVersion}`, '"readers":0'))],
    ['none that fits', (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace('"pieces"', '"parts"'))],
  ])('are read again where what is kept is %s', async (_, spoil) => {
    const file = await add('a.txt', '接地线')
    const texts = open()
    texts.want(...file)
    await done(texts)
    const [path = ''] = await filesBelow(join(home, 'cache'))
    await writeFile(path, spoil(await readFile(path)))
    const again = open()
    expect(await again.find(file[0])).toBeUndefined()
    again.want(...file)
    await done(again)
    expect(await again.find(file[0])).toEqual({ pieces: [{ text: '接地线' }], isCut: false })
    expect(asked).toEqual(['a.txt', 'a.txt'])
  })

  it('go with the files that are no longer used', async () => {
    const files = [await add('a.txt', '一'), await add('b.txt', '二'), await add('c.txt', '三')] as const
    const texts = open()
    for (const file of files) texts.want(...file)
    await done(texts)
    await writeFile(join(home, 'cache/texts', files[0][0].slice(0, 2), 'left.tmp'), '')
    await texts.prune(new Set([files[1][0]]))
    expect(await Promise.all(files.map(async ([sha256]) => (await texts.find(sha256))?.pieces[0]?.text))).toEqual([undefined, '二', undefined])
    expect(await filesBelow(join(home, 'cache'))).toHaveLength(1)
    texts.want(...files[2])
    await done(texts)
    expect((await texts.find(files[2][0]))?.pieces).toEqual([{ text: '三' }])
  })

  it('are read no more once closed, nor is anything written then', async () => {
    const files = [await add('a.txt', '一'), await add('b.txt', '二')]
    const closing = createDocumentPool(testWorkers.documents)
    const texts = open(closing)
    for (const file of files) texts.want(...file)
    await texts.close()
    await closing.close()
    await done(texts)
    for (const file of files) texts.want(...file)
    expect(texts.waiting()).toBe(0)
    expect(ready).toEqual([])
    await expect(readdir(join(home, 'cache'))).rejects.toThrow('ENOENT')
  })
})

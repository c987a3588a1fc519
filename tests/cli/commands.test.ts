import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { CoreClient } from '#shared/contract/contract'
import { newSection } from '#shared/model/body/body'
import type { RecordFile } from '#shared/model/record'
import { buildPng } from '../fixtures/docx/png'
import { released } from '../support/adopting'
import { paragraph } from '../support/records'
import { createTestHome } from '../support/testCore'
import { startCli, type CliRun } from './runCli'

let home: string
let library: string
let other: string
let work: string
const cases: RecordFile[] = []
let product: RecordFile
let restricted: RecordFile
let broken: RecordFile

const cli = async (...args: string[]): Promise<CliRun> => startCli(join(home, '设置'), work, args).ended
const json = (run: CliRun): unknown => JSON.parse(run.out)
const exists = async (path: string): Promise<boolean> => stat(path).then(() => true, () => false)

/** What a screen would do meanwhile; the library is let go before the next command. */
const inLibrary = async (path: string, work: (client: CoreClient) => Promise<void>): Promise<void> => {
  const test = await createTestHome()
  try {
    const { client } = await test.open()
    await client.library.open({ path })
    await work(client)
  } finally {
    await test.remove()
  }
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'liangfang-cli-'))
  library = join(home, '资料库 甲')
  other = join(home, '资料库 乙')
  work = join(home, '工作')
  await mkdir(work)
  expect(await cli('init', library, '--name', '甲', '--unit', '运维一班', '--unit-code', 'YW1')).toMatchObject({ code: 0, err: '' })
  expect(await cli('init', other, '--name', '乙', '--unit-code', 'SD1')).toMatchObject({ code: 0 })
  const png = join(home, '接线图.png')
  await writeFile(png, buildPng(40, 30, 1))
  await inLibrary(library, async (client) => {
    for (const title of ['地线编号错位', '漏拆接地线: 二号塔?']) {
      cases.push(await client.records.create({ type: 'case', content: { title, body: { version: 1, preamble: [], sections: [newSection('measures', '主要做法', [paragraph('逐根报号。')])] } } }))
    }
    product = await client.products.create({ title: '双确认作业包', sources: [cases[0]?.id ?? ''] })
    restricted = await client.records.create({ type: 'case', content: { title: '受控案例', confidentiality: 'restricted' } })
    const attachment = await client.attachments.add({ path: png })
    broken = await client.records.create({ type: 'case', content: { title: '图片丢失', attachments: [attachment], body: { version: 1, sections: [], preamble: [{ type: 'image', id: 'p1', attachment: attachment.sha256, alt: '' }] } } })
    await rm(join(library, 'attachments', attachment.sha256.slice(0, 2), attachment.sha256))
  })
})
afterAll(async () => rm(home, { recursive: true, force: true }))

const numberOf = (index: number): string => cases[index]?.content.number ?? ''

describe('stats', () => {
  it('prints a figure as JSON, or writes it as an Excel file', async () => {
    expect(json(await cli('stats', 'conversion', '--json', '-l', library))).toMatchObject([{ type: 'case', total: 4, converted: 1 }])
    const run = await cli('stats', 'coverage', '-l', library)
    expect(run).toMatchObject({ code: 0, err: '' })
    expect(await exists(join(work, 'coverage.xlsx'))).toBe(true)
    expect(await cli('stats', 'coverage', '-l', library)).toMatchObject({ code: 3 })
    expect((await cli('stats', 'weather', '-l', library)).code).toBe(1)
  })
})

describe('liangfang export', () => {
  it('writes a Word file called by number and title where it is run, and never over a file unless told so', async () => {
    const file = join(work, `${numberOf(1)} 漏拆接地线 二号塔.docx`)
    expect(await cli('export', numberOf(1), '-l', library)).toMatchObject({ code: 0, out: `Exported: ${file}\n`, err: '' })
    expect((await readFile(file)).toString('latin1', 0, 2)).toBe('PK')
    await writeFile(file, 'mine')
    const refused = await cli('export', numberOf(1), '-l', library)
    expect(refused).toMatchObject({ code: 3, out: '' })
    expect(refused.err).toContain('exists already')
    expect(await readFile(file, 'utf8')).toBe('mine')
    const forced = await cli('export', numberOf(1), '-l', library, '--force', '--json')
    expect(forced.code).toBe(0)
    expect(json(forced)).toMatchObject({ file: { path: file, size: (await stat(file)).size }, warnings: [] })
  })

  it('takes an id and a file', async () => {
    expect(await cli('export', cases[0]?.id ?? '', '案例.docx', '--library', library)).toMatchObject({ code: 0 })
    expect(await exists(join(work, '案例.docx'))).toBe(true)
  })

  it('says which number there is not', async () => {
    const run = await cli('export', 'YW1-CS-2026-0999', '-l', library, '--json')
    expect(run.code).toBe(3)
    expect(json(run)).toMatchObject({ error: { code: 'not_found', data: { kind: 'number', id: 'YW1-CS-2026-0999' } } })
  })

  it('lets a restricted record out only when that is asked for', async () => {
    expect(await cli('export', restricted.content.number, '受控.docx', '-l', library)).toMatchObject({ code: 3, out: '' })
    expect(await exists(join(work, '受控.docx'))).toBe(false)
    expect(await cli('export', restricted.content.number, '受控.docx', '-l', library, '--allow-restricted')).toMatchObject({ code: 0 })
    expect(await exists(join(work, '受控.docx'))).toBe(true)
  })

  it('writes Markdown of some records, or of the whole library, and brings it back elsewhere', async () => {
    const folder = join(work, '笔记')
    expect(await cli('export', numberOf(0), numberOf(1), '--form', 'markdown', '--out', '笔记', '-l', library)).toMatchObject({ code: 0, out: `Exported: ${folder}\n` })
    expect(await readdir(join(folder, 'Cases'))).toHaveLength(2)
    expect(await cli('export', '--form', 'markdown', '--out', '笔记', '-l', library)).toMatchObject({ code: 3 })
    const whole = await cli('export', '--form', 'markdown', '--allow-restricted', '--json', '-o', '全库', '-l', library)
    expect(whole.code).toBe(0)
    const third = join(home, '资料库 丙')
    expect(await cli('init', third, '--name', '丙', '--unit-code', 'TD1')).toMatchObject({ code: 0 })
    const run = await cli('import', join(work, '全库'), '-l', third, '--json')
    expect(json(run)).toMatchObject({ imported: 5, skipped: 0, failed: 0 })
    expect(await cli('show', cases[0]?.id ?? '', '-l', third)).toMatchObject({ code: 0 })
  })

  it('writes a list as an Excel file, and asks which records are meant', async () => {
    expect(await cli('export', numberOf(0), numberOf(1), '--form', 'excel', '-o', '列表.xlsx', '-l', library)).toMatchObject({ code: 0, err: '' })
    expect((await readFile(join(work, '列表.xlsx'))).toString('latin1', 0, 2)).toBe('PK')
    expect(await cli('export', '--form', 'excel', '-l', library)).toMatchObject({ code: 3, out: '', err: 'Name the records to export, by number or id\n' })
    expect((await cli('export', numberOf(0), '--form', 'papyrus', '-l', library)).code).toBe(1)
  })

  it('refuses what no form is, or the record has none of, and says why in the language that was asked for', async () => {
    const refused = async (...args: string[]): Promise<string> => {
      const run = await cli('export', ...args, '-l', library)
      expect(run).toMatchObject({ code: 3, out: '' })
      return run.err
    }
    const [one, two] = [numberOf(0), product.content.number]
    expect(await refused(one, '-o', 'g.pdf')).toBe('word is written as a .docx file, which “g.pdf” is not; PDF files are made in the app\n')
    expect(await refused(one, 'g.pdf')).toContain('“g.pdf”')
    expect(await refused(one, '-o', 'g.docx', '--form', 'web')).toContain('.html')
    expect(await refused(one, '-o', 'g.docx', '--form', 'markdown')).toContain('is the name of a file')
    expect(await refused(two, '--part', 'handbook', '--lang', 'zh-CN')).toBe(`--part handbook 是交流会的：双确认作业包（${two}）是产品\n`)
    expect(await refused(one, '--part', 'poster')).toContain('is one of a product; “地线编号错位”')
    expect(await refused(two, '--part', 'signIn', '--form', 'slides')).toContain('not written as slides, but as word')
    expect(await refused(two, '--part', 'workPackage', '--form', 'excel')).toContain('word, slides, web')
    expect(await refused(one, two, '--part', 'poster')).toBe('--part poster is one of a single record, 2 were given\n')
    expect(await refused(one, two, '--form', 'excel', '-o', '混.xlsx')).toBe(`A list in Excel is of records of one type: ${one} is of the type case, ${two} of the type product\n`)
    expect(await exists(join(work, '混.xlsx'))).toBe(false)
    expect(await cli('export', two, '--part', 'checklist', '--form', 'web', '--draft', '-o', '检查表.html', '-l', library)).toMatchObject({ code: 0 })
  })

  it('writes the edition of a product that is in force, and what is written now only as a draft', async () => {
    let number = ''
    await inLibrary(library, async (client) => {
      const { id } = await released(client, '现行版次')
      const { revision, content } = await client.records.get({ id })
      await client.records.save({ id, base: revision.id, changes: { title: '还在写', body: { ...content.body, preamble: [paragraph('尚未发布的一段')] } } })
      number = content.number
    })
    const textOf = async (name: string, ...more: string[]): Promise<string> => {
      expect(await cli('export', number, '--part', 'workPackage', '-o', name, '-l', library, ...more)).toMatchObject({ code: 0 })
      return await (await JSZip.loadAsync(await readFile(join(work, name)))).file('word/document.xml')?.async('string') ?? ''
    }
    expect(await textOf('现行.docx')).not.toContain('尚未发布的一段')
    expect(await textOf('草稿.docx', '--draft')).toContain('尚未发布的一段')
  })

  it('warns of a picture that is gone, and is done all the same', async () => {
    const run = await cli('export', broken.content.number, '图片.docx', '-l', library)
    expect(run.code).toBe(0)
    expect(run.err).toContain('Pictures missing')
    expect(run.out).toBe(`Exported: ${join(work, '图片.docx')}\n`)
  })
})

describe('liangfang pack', () => {
  it('says what comes along and why, and makes the package', async () => {
    const run = await cli('pack', product.content.number, '--out', '作业包.lfpkg', '-l', library)
    expect(run).toMatchObject({ code: 0, err: '' })
    expect(run.out.split('\n').slice(0, 2)).toEqual([
      `${product.content.number}　双确认作业包　chosen`, `${numberOf(0)}　地线编号错位　a source of “双确认作业包”`,
    ])
    expect(run.out).toContain(join(work, '作业包.lfpkg'))
    expect(await cli('pack', product.content.number, '--out', '作业包.lfpkg', '-l', library)).toMatchObject({ code: 3, out: '' })
    expect(await cli('pack', product.content.number, '--out', '作业包.lfpkg', '-l', library, '--force')).toMatchObject({ code: 0 })
  })

  it('takes several records and a title', async () => {
    const run = await cli('pack', numberOf(0), cases[1]?.id ?? '', '-o', '两个.lfpkg', '--title', '一季度', '-l', library, '--json')
    expect(run.code).toBe(0)
    expect(json(run)).toMatchObject({ plan: { records: [{ row: { number: numberOf(0) } }, { row: { number: numberOf(1) } }] }, file: { name: '两个.lfpkg' } })
    const look = await cli('open', '两个.lfpkg', '-l', other, '--json')
    expect(json(look)).toMatchObject({ manifest: { title: '一季度' }, counts: { new: 2 } })
  })

  it('makes none with restricted records, nor with missing parts unless that is accepted', async () => {
    expect(await cli('pack', restricted.id, '-o', '受控.lfpkg', '-l', library)).toMatchObject({ code: 3 })
    const refused = await cli('pack', broken.id, '-o', '缺图.lfpkg', '-l', library)
    expect(refused.code).toBe(3)
    expect(refused.out).toContain('Missing in the library: 接线图.png')
    expect((await readdir(work)).filter((name) => /受控|缺图/.test(name) && name.endsWith('.lfpkg'))).toEqual([])
    expect(await cli('pack', broken.id, '-o', '缺图.lfpkg', '-l', library, '--accept-missing')).toMatchObject({ code: 0 })
  })

  it('needs a file to write: wrong usage is 1', async () => {
    expect(await cli('pack', numberOf(0), '-l', library)).toMatchObject({ code: 1, out: '' })
  })

  it.skipIf(process.platform === 'win32')('writes nothing when it is interrupted', async () => {
    const film = join(home, '影像')
    await writeFile(film, '')
    await truncate(film, 150 * 1024 * 1024)
    // A library of its own: verifying and repairing the other one reads every attachment.
    const films = join(home, '影像库')
    expect(await cli('init', films, '--name', '影像', '--unit-code', 'YX1')).toMatchObject({ code: 0 })
    let id = ''
    await inLibrary(films, async (client) => {
      const attachment = await client.attachments.add({ path: film })
      id = (await client.records.create({ type: 'case', content: { title: '影像', attachments: [attachment] } })).id
    })
    const folder = join(home, '输出')
    const { child, ended } = startCli(join(home, '设置'), work, ['pack', id, '-o', join(folder, '影像.lfpkg'), '-l', films])
    await vi.waitFor(async () => {
      const [name = ''] = await readdir(folder)
      expect((await stat(join(folder, name))).size).toBeGreaterThan(1024 * 1024)
    }, { timeout: 60_000, interval: 5 })
    child.kill('SIGINT')
    const run = await ended
    expect(run).toMatchObject({ code: 3, err: '' })
    expect(run.out).toContain('Cancelled; no file was written')
    expect(await readdir(folder)).toEqual([])
  })
})

describe('liangfang open', () => {
  it('shows what a package holds and changes nothing; --take takes it in', async () => {
    const look = await cli('open', '作业包.lfpkg', '-l', other)
    expect(look.code).toBe(0)
    expect(look.out).toContain(`new　${product.content.number}　双确认作业包`)
    expect(look.out).toContain('Add --take')
    expect(await cli('show', product.content.number, '-l', other)).toMatchObject({ code: 3 })

    const taken = await cli('open', '作业包.lfpkg', '--take', '--accept', '-l', other)
    expect(taken).toMatchObject({ code: 0, err: '' })
    expect(taken.out).toContain('2 added, 0 updated, 0 merged, 0 the same or older, 0 left as they are here')
    expect((await cli('show', product.content.number, '-l', other)).out).toContain('双确认作业包')
    const again = await cli('open', '作业包.lfpkg', '--take', '--accept', '-l', other, '--json')
    expect(again.code).toBe(0)
    expect(json(again)).toMatchObject({ opened: { counts: { new: 0, same: 2 } }, taken: { records: [{ outcome: 'same' }, { outcome: 'same' }] } })
  })

  it('is done in part where a record was changed on both sides, which stays as it is, unless the package’s is wanted', async () => {
    await inLibrary(other, async (client) => {
      const { id, revision } = await client.records.get({ id: product.id })
      await client.records.save({ id, base: revision.id, changes: { title: '乙单位改过的' } })
    })
    await inLibrary(library, async (client) => {
      const { id, revision } = await client.records.get({ id: product.id })
      await client.records.save({ id, base: revision.id, changes: { title: '双确认作业包 第二版' } })
    })
    expect(await cli('pack', product.id, '-o', '第二版.lfpkg', '-l', library)).toMatchObject({ code: 0 })
    const run = await cli('open', '第二版.lfpkg', '--take', '--accept', '-l', other)
    expect(run.code).toBe(4)
    expect(run.out).toContain(`conflict　${product.content.number}　双确认作业包 第二版`)
    expect((await cli('show', product.id, '-l', other)).out).toContain('乙单位改过的')
    expect(await cli('open', '第二版.lfpkg', '--take', '--accept', '--theirs', '-l', other)).toMatchObject({ code: 0, out: expect.stringContaining('1 updated') })
    expect((await cli('show', product.id, '-l', other)).out).toContain('双确认作业包 第二版')
  })

  it('takes nothing of a package that was changed', async () => {
    const bytes = await readFile(join(work, '两个.lfpkg'))
    bytes[200] = (bytes[200] ?? 0) ^ 1
    await writeFile(join(work, '坏.lfpkg'), bytes)
    const run = await cli('open', '坏.lfpkg', '--take', '--accept', '-l', other)
    expect(run).toMatchObject({ code: 3, out: '' })
    expect(run.err).toContain('bytes were changed')
    expect(await cli('show', numberOf(1), '-l', other)).toMatchObject({ code: 3 })
  })
})

describe('liangfang verify', () => {
  it('verifies a package without any library', async () => {
    const verify = async (file: string, ...more: string[]) => startCli(join(home, '新设置'), work, ['verify', file, ...more]).ended
    expect(await verify('两个.lfpkg')).toMatchObject({ code: 0, err: '', out: `The package is whole, revisions and editions: 2, ${join(work, '两个.lfpkg')}\n` })
    const bad = await verify('坏.lfpkg', '--json')
    expect(bad.code).toBe(4)
    expect(json(bad)).toMatchObject({ problems: [{ failure: { code: 'package_damaged', data: { problem: 'changed' } } }] })
    expect(await verify('案例.docx')).toMatchObject({ code: 3, out: '' })
    expect(await verify('没有.lfpkg')).toMatchObject({ code: 3, out: '' })
  })

  it('verifies the library, and lists what is not as it should be', async () => {
    expect(await cli('verify', '-l', other)).toMatchObject({ code: 0, err: '' })
    const run = await cli('verify', '-l', library, '--json')
    expect(run.code).toBe(4)
    expect(json(run)).toMatchObject({ problems: [{ failure: { code: 'not_found', data: { kind: 'attachment' } } }] })
    expect((await cli('verify', '-l', library)).out).toContain('Problems found: 1')
  })
})

describe('liangfang repair', () => {
  const edit = async (path: string, from: string, to: string): Promise<void> => writeFile(path, (await readFile(path, 'utf8')).replace(from, to))

  it('puts back what can be, leaves what is for the user to say, and says what is left', async () => {
    const [first, second] = [cases[0] ?? expect.fail(), cases[1] ?? expect.fail()]
    await inLibrary(library, async (client) => { await client.records.save({ id: first.id, base: (await client.records.get({ id: first.id })).revision.id, changes: { title: '后来的题目' } }) })
    const pathOf = (id: string): string => join(library, 'records', id.slice(-2), `${id}.json`)
    await truncate(pathOf(first.id), 99)
    await writeFile(join(library, 'library.json'), '{')
    await edit(pathOf(second.id), second.content.title, '手改的题目')

    const run = await cli('repair', '-l', library, '--json')
    expect(run.code).toBe(4)
    expect(json(run)).toMatchObject({
      entries: [{ kind: 'library', outcome: 'done' }, { kind: 'head', action: 'restoreRevision', outcome: 'done', records: [{ title: '地线编号错位' }] }],
      left: expect.arrayContaining([expect.objectContaining({ kind: 'edited' }), expect.objectContaining({ kind: 'attachmentMissing' })]),
    })
    expect((await cli('show', first.id, '-l', library)).out).toContain('地线编号错位')
    const accepted = await cli('repair', '--accept-edits', '-l', library)
    expect(accepted.out).toContain('taken for an edit')
    expect(accepted.out).toContain('Problems left: 1')
    expect((await cli('show', second.id, '-l', library)).out).toContain('手改的题目')
    expect((await cli('repair', '--accept-edits', '--restore', '-l', library)).code).toBe(1)
  })

  it('finds nothing to do in a library that is whole', async () => {
    expect(await cli('repair', '-l', other)).toMatchObject({ code: 0, out: 'Problems seen to: 0\n' })
  })
})

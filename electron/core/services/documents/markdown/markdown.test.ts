/** Markdown out of a library and back into another, through the contract, on real folders. */
import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import { isKnownBlock } from '#shared/model/body/blocks'
import { newSection } from '#shared/model/body/body'
import { placedBlocks } from '#shared/model/body/walk'
import { RecordContent } from '#shared/model/record'
import { buildPng } from '../../../../../tests/fixtures/docx/png'
import { madeOf } from '../../../../../tests/support/documents'
import { ended } from '../../../../../tests/support/jobs'
import { importAll, otherLibrary } from '../../../../../tests/support/markdown'
import { paragraph } from '../../../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../../../tests/support/testCore'
import { keptBody } from '../../../documents/writers/markdown/keptBody'
import { libraryPaths } from '../../../store/folders'

let home: TestHome
let one: TestCore
let root: string
let out: string

beforeEach(async () => {
  home = await createTestHome()
  one = await home.open()
  root = join(home.home, '库')
  out = join(home.home, '导出')
})
afterEach(async () => home.remove())

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))

const allIds = async ({ client }: TestCore): Promise<string[]> => {
  const ids: string[] = []
  for (const type of ['case', 'experience', 'tool', 'product', 'adoption', 'meeting', 'activity', 'benchmark', 'assessment'] as const) {
    const { rows } = await client.records.list({ filter: { type }, sort: { by: 'number', descending: false }, offset: 0, limit: 500 })
    ids.push(...rows.map(({ id }) => id))
  }
  return ids
}

const contents = async (core: TestCore): Promise<Map<string, RecordContent>> => {
  const all = new Map<string, RecordContent>()
  for (const id of await allIds(core)) all.set(id, (await core.client.records.get({ id })).content)
  return all
}

/** What is not in Markdown: the editions of a product, which is drafted anew. */
const withoutEdition = (content: RecordContent): RecordContent => {
  if (content.type !== 'product' || ['proposed', 'drafting'].includes(content.stage)) return content
  const { fields: { edition: _edition, ...fields }, stageHistory: _history, ...rest } = content
  return { ...rest, fields, stage: 'drafting' }
}

describe('a whole library as Markdown', () => {
  beforeEach(async () => { await one.client.library.createSample({ path: root }) })

  it('comes back into an empty library as it was: every record under its id and number, every attachment', async () => {
    const before = await contents(one)
    const { warnings } = await madeOf(one.client, { form: 'markdown', selection: { ids: [...before.keys()] } }, out, true)
    expect(warnings).toEqual([])
    const other = await otherLibrary(home)
    const report = await importAll(other, out)
    expect(report).toMatchObject({ total: before.size, imported: before.size, failed: 0, skipped: 0 })
    const after = await contents(other)
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
    // Each is a revision of its own there, which is what others pin; what was judged is told by a hash over the pins too.
    const revisions = new Map<string, string>()
    for (const id of before.keys()) revisions.set((await one.client.records.get({ id })).revision.id, (await other.client.records.get({ id })).revision.id)
    const there = (content: RecordContent): RecordContent => {
      const { stageHistory, ...rest } = RecordContent.parse(JSON.parse(JSON.stringify(content).replaceAll(/[0-9a-f]{64}/g, (hash) => revisions.get(hash) ?? hash)))
      return { ...rest, ...stageHistory && { stageHistory: stageHistory.map((step) => ({ ...step, judged: '' })) } }
    }
    for (const [id, content] of before) {
      const now = after.get(id)
      expect(now && there(now)).toEqual(there({ ...withoutEdition(content), body: keptBody(content.body) }))
    }
    for (const { attachments } of before.values()) for (const { sha256 } of attachments) expect(await other.core.attachmentPath(sha256)).toBeDefined()
    expect((await importAll(other, out))).toMatchObject({ imported: 0, skipped: before.size, failed: 0 })
    expect((await importAll(one, out))).toMatchObject({ imported: 0, skipped: before.size, failed: 0 })
  })

  it('is a folder a type with an index, its attachments once beside it, and the same as a zip', async () => {
    const ids = await allIds(one)
    await madeOf(one.client, { form: 'markdown', selection: { ids } }, out, true)
    expect((await readdir(out)).sort()).toEqual(expect.arrayContaining(['README.md', 'attachments', '案例库', '经验库', '工具库', '产品']))
    const index = await readFile(join(out, 'README.md'), 'utf8')
    expect(index.match(/^- \[/gm)).toHaveLength(ids.length)
    expect(index).toContain('导入')
    const { file } = await madeOf(one.client, { form: 'markdown', selection: { ids } }, null, true)
    const zip = await readFile(one.core.download(file.download ?? '')?.path ?? '')
    expect(file.name).toMatch(/ 等 \d+ 个条目\.zip$/)
    expect((await madeOf(one.client, { form: 'markdown', selection: { ids }, title: '案例库' }, null, true)).file.name).toBe('案例库.zip')
    for (const name of await readdir(join(out, '案例库'))) expect(zip.includes(Buffer.from(`案例库/${name}`))).toBe(true)
  })

  it('is written into an empty folder only, and a cancelled one leaves nothing', async () => {
    const selection = { ids: await allIds(one) }
    await mkdir(out)
    await writeFile(join(out, '我的.txt'), '')
    expect(await failureOf(madeOf(one.client, { form: 'markdown', selection }, out, true))).toMatchObject({ code: 'folder_not_empty' })
    expect(await one.client.packages.exchanges()).toEqual([])
    await rm(join(out, '我的.txt'))
    const { ino } = await stat(out)
    const { jobId } = await one.client.documents.make({ request: { form: 'markdown', selection }, to: out, allowRestricted: true })
    await one.client.jobs.cancel({ id: jobId })
    expect((await ended(one.client, jobId)).state).toBe('cancelled')
    expect(await readdir(out)).toEqual([])
    expect((await readdir(home.home)).filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect(await one.client.packages.exchanges()).toEqual([])
    await madeOf(one.client, { form: 'markdown', selection }, out, true)
    expect((await readdir(out)).filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect(await readdir(out)).toContain('README.md')
    // The folder itself stays: it may be where a disk is mounted.
    expect((await stat(out)).ino).toBe(ino)
    expect(await one.client.packages.exchanges()).toMatchObject([{ form: 'markdown' }])
  })
})

describe('records as Markdown', () => {
  beforeEach(async () => { await one.client.library.create({ path: root, name: '库', unit: '运维一班', unitCode: 'YW1' }) })

  const newCase = async (content: Partial<RecordContent> & { title: string }) => one.client.records.create({ type: 'case', content })

  it('that were changed outside become other records, which say where they came from, with links between them kept', async () => {
    const first = await newCase({ title: '甲' })
    const second = await newCase({ title: '乙', body: { version: 1, preamble: [{ ...paragraph(''), inlines: [{ type: 'recordLink', recordId: first.id, text: '见甲' }] }], sections: [] } })
    await madeOf(one.client, { form: 'markdown', selection: { ids: [first.id, second.id] } }, out)
    for (const name of await readdir(join(out, '案例库'))) {
      const path = join(out, '案例库', name)
      await writeFile(path, (await readFile(path, 'utf8')).replace('title: ', 'title: 改过的'))
    }
    const report = await importAll(one, join(out, '案例库'))
    expect(report).toMatchObject({ total: 2, imported: 2 })
    const [a, b] = await Promise.all(['改过的甲', '改过的乙'].map(async (title) => one.client.records.get({ id: report.entries.find((entry) => entry.title === title)?.recordId ?? '' })))
    expect([first.id, second.id]).not.toContain(a?.id)
    expect(a?.content.number).not.toBe(first.content.number)
    expect(a?.content.origin.file?.name).toContain('甲.md')
    const [block] = b?.content.body.preamble ?? []
    expect(block).toMatchObject({ inlines: [{ type: 'recordLink', recordId: a?.id, text: '见甲' }] })
    expect(await importAll(one, out)).toMatchObject({ imported: 0, skipped: 2 })
  })

  it('say which attachments are missing, on the way out and on the way in', async () => {
    const png = join(home.home, '现场.png')
    await writeFile(png, buildPng(60, 40, 3))
    const { sha256, size } = await one.client.attachments.add({ path: png })
    const attachment = { sha256, size, name: '现场.png', mediaType: 'image/png' }
    const { id } = await newCase({ title: '缺图', attachments: [attachment], body: { version: 1, preamble: [{ type: 'image', id: 'p1', attachment: sha256, alt: '现场' }], sections: [] } })
    await madeOf(one.client, { form: 'markdown', selection: { ids: [id] } }, out)
    await rm(join(out, 'attachments', '现场.png'))
    const other = await otherLibrary(home)
    const { entries } = await importAll(other, out)
    expect(entries).toMatchObject([{ outcome: 'imported', warnings: [{ code: 'attachment_missing', count: 1 }] }])
    expect((await other.client.records.get({ id })).content).toMatchObject({ attachments: [attachment], body: { preamble: [{ attachment: sha256 }] } })
    await rm(libraryPaths(root).attachment(sha256))
    const { warnings } = await madeOf(one.client, { form: 'markdown', selection: { ids: [id] } }, join(home.home, '再导出'))
    expect(warnings).toMatchObject([{ code: 'attachment_missing', count: 1 }])
  })

  it('leave the library restricted only when that was confirmed', async () => {
    const { id } = await newCase({ title: '受控', confidentiality: 'restricted' })
    expect(await failureOf(madeOf(one.client, { form: 'markdown', selection: { ids: [id] } }, out))).toMatchObject({ code: 'restricted_content' })
    expect(await readdir(home.home)).not.toContain('导出')
    await madeOf(one.client, { form: 'markdown', selection: { ids: [id] } }, out, true)
    expect(await one.client.packages.exchanges()).toMatchObject([{ direction: 'sent', form: 'markdown', records: [{ id }] }])
  })

  it('have safe names, each once', async () => {
    const titles = ['a/b:c*?', 'A/B:C*?', '..', '😀'.repeat(100), 'CON', '同名', '同名']
    const ids: string[] = []
    for (const title of titles) ids.push((await newCase({ title })).id)
    await madeOf(one.client, { form: 'markdown', selection: { ids } }, out)
    expect(await readdir(join(out, '案例库'))).toHaveLength(titles.length)
    const other = await otherLibrary(home)
    expect(await importAll(other, out)).toMatchObject({ imported: titles.length, failed: 0 })
  })
})

describe('notes of other programs', () => {
  let notes: string
  beforeEach(async () => {
    await one.client.library.create({ path: root, name: '库', unit: '运维一班', unitCode: 'YW1' })
    notes = join(home.home, '笔记')
    await mkdir(join(notes, 'assets'), { recursive: true })
    await mkdir(join(notes, '.obsidian'))
    await writeFile(join(notes, '.obsidian', 'app.md'), '# 配置')
    await writeFile(join(notes, 'assets', '现场 1.png'), buildPng(80, 60, 5))
    await writeFile(join(notes, 'assets', '台账.csv'), 'a,b')
  })

  it('become records as Word files do: sections, tables, pictures, links between them, front matter, files', async () => {
    await writeFile(join(notes, '接地线.md'), [
      '---', 'tags: [接地线, "#安全"]', 'date: 2026-03-18', 'author: 张三、李四', '---', '# 接地线编号错位', '', '## 一、背景', '', '改造期间，', '编号**错位**。见 [[两人核对|做法]] 和 [外面](https://a.cn)。[^1]', '',
      '## 主要做法', '', '- [x] 核对', '- 签字', '  1. 两人', '', '| 项目 | 数值 |', '|---|---|', '| 错位 | 3 |', '', '![现场](assets/%E7%8E%B0%E5%9C%BA%201.png)', '![[现场 1.png|200]]', '', '> [!warning] 小心', '> 先验电', '', '台账：[台账](assets/台账.csv)', '',
      '## 成效', '', '<table><tr><td colspan="2">合并</td></tr><tr><td>a</td><td><b>b</b></td></tr></table>', '', '```', 'code', '```', '', '[^1]: 内部通报', '',
    ].join('\n'))
    await writeFile(join(notes, '两人核对.md'), '核对时一人唱票，一人复诵。\n')
    const report = await importAll(one, notes)
    expect(report).toMatchObject({ total: 2, imported: 2, failed: 0 })
    const idOf = (title: string): string => report.entries.find((entry) => entry.title === title)?.recordId ?? ''
    const { content } = await one.client.records.get({ id: idOf('接地线编号错位') })
    expect(content).toMatchObject({ tags: ['接地线', '安全'], date: '2026-03-18', authors: ['张三', '李四'] })
    expect(content.body.sections.map(({ key, title }) => [key, title])).toEqual([['background', '背景'], ['measures', '主要做法'], ['results', '成效']])
    const blocks = [...placedBlocks(content.body)].map(({ block }) => block).filter(isKnownBlock)
    expect(blocks[0]).toMatchObject({ inlines: [
      { text: '改造期间，编号' }, { text: '错位', marks: ['bold'] }, { text: '。见 ' }, { type: 'recordLink', recordId: idOf('两人核对'), text: '做法' }, { text: ' 和 ' },
      { type: 'link', href: 'https://a.cn' }, { text: '。' }, { type: 'footnote', inlines: [{ text: '内部通报' }] },
    ] })
    expect(blocks.filter(({ type }) => type === 'listItem')).toMatchObject([{ list: 'check', checked: true }, { list: 'bullet' }, { list: 'number', level: 1 }])
    expect(blocks.filter(({ type }) => type === 'image')).toHaveLength(2)
    expect(blocks.find(({ type }) => type === 'callout')).toMatchObject({ tone: 'warning' })
    expect(blocks.filter(({ type }) => type === 'table')).toMatchObject([{ rows: [{ cells: [{ header: 'column' }, { header: 'column' }] }, {}] }, { rows: [{ cells: [{ colSpan: 2 }] }, {}] }])
    expect(content.attachments).toMatchObject([{ role: 'original', name: '接地线.md' }, { name: '台账.csv' }])
    expect(await importAll(one, notes)).toMatchObject({ imported: 0, skipped: 2 })
  })

  it('never reach outside the folder: not by dots, not by links, not by absolute paths', async () => {
    const secret = join(home.home, '机密.png')
    await writeFile(secret, buildPng(10, 10, 9))
    await symlink(secret, join(notes, 'assets', 'link.png'))
    await symlink(home.home, join(notes, 'up'))
    await writeFile(join(notes, '攻击.md'), ['# 攻击', '', '正文', '', '![a](../机密.png)', '![b](assets/link.png)', '![c](up/机密.png)', `![d](${secret})`, `![e](file://${secret})`, '![f](..%2F机密.png)', '[g](../机密.png)', '[h](up/机密.png)', '<a href="javascript:alert(1)">点</a>', '<script>1</script>'].join('\n\n'))
    const { entries } = await importAll(one, notes)
    expect(entries).toMatchObject([{ outcome: 'imported', pictures: 0, warnings: [{ code: 'no_sections' }, { code: 'picture_missing', count: 6 }] }])
    const { content } = await one.client.records.get({ id: entries[0]?.recordId ?? '' })
    expect(content.attachments).toHaveLength(1)
    expect(JSON.stringify(content.body)).not.toContain('javascript')
    const forged = `---\nliangfang: 1\nid: ${content.origin.libraryId}\n---\n`
    await writeFile(join(notes, '伪造.md'), forged)
    expect((await importAll(one, notes)).entries.find(({ path }) => path.endsWith('伪造.md'))).toMatchObject({ outcome: 'failed', failure: { code: 'damaged' } })
  })

  it('that claim to be ours are read inside their folder only', async () => {
    const { id } = await one.client.records.create({ type: 'case', content: { title: '甲', body: { version: 1, preamble: [], sections: [newSection('background', '背景', [paragraph('文')])] } } })
    await madeOf(one.client, { form: 'markdown', selection: { ids: [id] } }, out)
    const [name = ''] = await readdir(join(out, '案例库'))
    const text = await readFile(join(out, '案例库', name), 'utf8')
    await writeFile(join(home.home, '机密.txt'), '机密')
    const forged = `attachments:\n  - sha256: ${'a'.repeat(64)}\n    name: 机密.txt\n    size: 6\n    mediaType: text/plain\n    path: ../../机密.txt\n`
    await writeFile(join(out, '案例库', name), text.replace('attachments: []\n', forged))
    const other = await otherLibrary(home)
    const { entries } = await importAll(other, out)
    expect(entries).toMatchObject([{ outcome: 'imported', warnings: [{ code: 'attachment_missing', count: 1 }] }])
    const attachments = await readdir(join(home.home, '另一个库', 'attachments'), { recursive: true }).catch(() => [])
    expect(attachments.filter((each) => each.length > 20)).toEqual([])
  })

  it('of any shape are read or refused, each for itself', async () => {
    await writeFile(join(notes, '空.md'), '  \n')
    await writeFile(join(notes, '二进制.md'), Buffer.from([0, 1, 2, 255, 254, 0, 0]))
    await writeFile(join(notes, '很大.md'), '字'.repeat(8_000_000))
    await writeFile(join(notes, '引用.md'), `${'> '.repeat(3000)}深`)
    await writeFile(join(notes, '列表.md'), Array.from({ length: 300 }, (_, level) => `${'  '.repeat(level)}- ${level}`).join('\n'))
    await writeFile(join(notes, '括号.md'), '[^a'.repeat(20_000))
    await writeFile(join(notes, '同行.md'), `${'- '.repeat(2000)}深`)
    await writeFile(join(notes, '浅列表.md'), Array.from({ length: 40 }, (_, level) => `${'  '.repeat(level)}- ${level}`).join('\n'))
    await writeFile(join(notes, '标签.md'), `正文\n\n${'<div>'.repeat(30_000)}深${'</div>'.repeat(30_000)}`)
    await writeFile(join(notes, '炸弹.md'), `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\n---\n正文`)
    await writeFile(join(notes, '国标.md'), Buffer.from('d1fdb5c4d5fdcec4a3ac', 'hex'))
    const report = await importAll(one, notes)
    const outcome = new Map(report.entries.map(({ path, outcome: each, failure }) => [path.split(/[\\/]/).at(-1), failure?.code ?? each]))
    expect(outcome).toEqual(new Map([
      ['二进制.md', 'damaged'], ['很大.md', 'too_large'], ['空.md', 'empty'], ['列表.md', 'damaged'], ['引用.md', 'damaged'], ['括号.md', 'damaged'], ['同行.md', 'damaged'], ['浅列表.md', 'imported'], ['标签.md', 'imported'], ['炸弹.md', 'imported'], ['国标.md', 'imported'],
    ]))
    expect(report.entries.every(({ failure }) => failure?.code !== 'bug')).toBe(true)
  })
})

/** Masked packages through the contract: what leaves, what is kept of it here, and what is found before it leaves. */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Block } from '#shared/model/body/blocks'
import { newSection } from '#shared/model/body/body'
import type { ExchangeFile } from '#shared/model/exchange'
import { buildDocx } from '../../../../../tests/fixtures/docx/docxFile'
import { paragraph as wordParagraph } from '../../../../../tests/fixtures/docx/wordXml'
import { bodyOf, createMaskingHome, expectNothingOf, partsOf, type MaskingHome } from '../../../../../tests/support/masking'
import { paragraph } from '../../../../../tests/support/records'
import { cleanPicture } from '../../../documents/pictures/clean'
import { libraryPaths } from '../../../store/folders'

let at: MaskingHome
let client: MaskingHome['client']

beforeEach(async () => {
  at = await createMaskingHome()
  ;({ client } = at)
})
afterEach(async () => at.home.remove())

const secrets = ['13812345678', '11010119900307803X', '张三丰', 'zhangsf@example.com'] as const
const [phone, idNumber, person, email] = secrets

const sensitiveCase = async (content: Record<string, unknown> = {}) => client.records.create({
  type: 'case', content: {
    title: `${person}漏拆接地线`, summary: `联系电话${phone}`, authors: [person], contact: email, body: bodyOf(`工作负责人${person}，身份证号${idNumber}。`, '逐根报号。'), ...content,
  },
})

const latest = async (): Promise<ExchangeFile> => {
  const [entry] = await client.packages.exchanges()
  if (!entry) throw new Error('nothing left')
  return entry
}

const verified = async () => {
  const jobId = await at.done(client.library.verify())
  return { jobId, ...await client.library.verified({ jobId }) }
}
const problems = async () => (await verified()).problems

describe('a masked package', () => {
  it('holds no byte of what was masked, nor a hash of what it was made of', async () => {
    const record = await sensitiveCase()
    await at.edit(record.id, { place: '某变电站' })
    const head = await at.read(record.id)
    const file = await at.send([record.id], { title: `${person}的经验` })
    await expectNothingOf(file, [...secrets, head.revision.id, head.revision.contentHash, record.revision.id])
    const downloaded = await at.done(client.packages.make({ ids: [record.id], title: `${person}的经验`, to: null, masking: {} }))
    expect((await client.packages.made({ jobId: downloaded })).name).toBe('张某的经验.lfpkg')
    const { opened } = await at.look(file)
    expect(opened.manifest.title).toBe('张某的经验')
    expect(opened.records).toMatchObject([{ title: '张某漏拆接地线', masked: true, standing: 'same' }])
    const [revision] = [...await partsOf(file)].filter(([path]) => path.startsWith('records/')).map(([, bytes]): unknown => JSON.parse(bytes.toString('utf8')))
    expect(revision).toMatchObject({
      id: record.id, revision: { parents: [], masked: true },
      content: { number: record.content.number, title: '张某漏拆接地线', summary: '联系电话138****5678', authors: ['张某'], contact: '〔邮箱〕' },
    })
  })

  it('holds none of it wherever it stood', async () => {
    const all = secrets.join('，')
    const other = await client.records.create({ type: 'case', content: { title: '另一个' } })
    const file = await at.attach(`${person}的步骤.txt`, '逐根报号')
    const text = (said: string) => ({ type: 'text' as const, text: said })
    const blocks: Block[] = [
      { type: 'paragraph', id: 'p1', inlines: [text('电话138'), { ...text('1234'), marks: ['bold'] }, text('5678'), { type: 'link', href: `mailto:${email}`, inlines: [text(email)] }, { type: 'footnote', id: 'f1', inlines: [text(all)] }] },
      { type: 'paragraph', id: 'p2', inlines: [{ type: 'recordLink', recordId: other.id, text: `见${person}的案例` }] },
      { type: 'table', id: 't1', caption: all, rows: [{ cells: [{ blocks: [paragraph(all)] }, { blocks: [paragraph(`张三`), paragraph('')] }] }] },
      { type: 'quote', id: 'q1', blocks: [paragraph(all)] }, { type: 'callout', id: 'c1', tone: 'note', blocks: [paragraph(all)] },
      { type: 'laterBlock', id: 'l1', said: { deep: [all] } },
    ]
    const record = await sensitiveCase({
      place: all, field: all, team: all, tags: [`${person}工作法`], attachments: [file], links: [{ to: other.id, relation: 'related', note: all }],
      custom: { note: all, rows: [{ id: 'r1', said: all }], later: { deep: [all] } }, fields: { conclusion: all, results: [{ id: 'm1', indicator: all, unit: '次', before: '3', after: all, evidence: [], note: all }] },
      body: { version: 1, preamble: blocks, sections: [newSection('measures', `${person}的做法`, [paragraph(all)])] },
    })
    await client.records.move({ id: record.id, base: record.revision.id, move: 'submit', reason: all, override: true })
    const head = await at.read(record.id)
    const sent = await at.send([record.id], { purpose: '学习' })
    await expectNothingOf(sent, [...secrets, record.revision.id, head.revision.id, head.content.stageHistory?.[0]?.judged ?? ''])
    expect((await at.look(sent)).opened.manifest.attachments.map(({ name }) => name)).toEqual(['张某的步骤.txt'])
    await at.into('乙')
    await at.take(sent)
    expect(await client.records.changedSinceMove({ id: record.id })).toBe(false)
    await at.edit(record.id, { date: '2026-11' })
    const back = await at.send([record.id], { masking: null, recipient: null })
    await at.into('甲')
    await at.take(back)
    expect((await at.read(record.id)).content).toEqual({ ...head.content, date: '2026-11' })
  })

  it('is entered into the ledger with what it was made of and what the masks stand for, and its twin stays in history', async () => {
    const record = await sensitiveCase()
    await at.send([record.id])
    const [entry] = (await latest()).records
    expect(entry).toMatchObject({ id: record.id, title: record.content.title, maskedFrom: record.revision.id })
    expect(entry?.masks).toEqual(expect.arrayContaining([{ text: phone, by: '138****5678', action: 'mask' }, { text: person, by: '张某', action: 'mask' }]))
    expect(await client.records.revision({ id: record.id, revisionId: entry?.revisionId ?? '' })).toMatchObject({ revision: { masked: true } })
    expect((await at.read(record.id)).content).toEqual(record.content)
    expect(await problems()).toEqual([])
  })

  it('leaves a record in which nothing is found as it is, with what it came of', async () => {
    const record = await client.records.create({ type: 'case', content: { title: '地线编号错位', body: bodyOf('逐根报号。') } })
    await client.records.save({ id: record.id, base: record.revision.id, changes: { summary: '补充' } })
    const head = await at.read(record.id)
    const { opened } = await at.look(await at.send([record.id]))
    expect(opened.records).toMatchObject([{ masked: false, theirs: { id: head.revision.id } }])
    expect((await latest()).records).toEqual([expect.not.objectContaining({ maskedFrom: expect.anything() })])
  })

  it('keeps and replaces what was decided, in one record or in all, and remembers what holds for all', async () => {
    const [one, other] = [await sensitiveCase(), await sensitiveCase()]
    const file = await at.send([one.id, other.id], { masking: { decisions: [
      { kind: 'person', text: person, recordId: null, decision: { action: 'replace', by: '工作负责人' } },
      { kind: 'phone', text: phone, recordId: other.id, decision: { action: 'keep' } },
    ] } })
    const contents = [...await partsOf(file)].filter(([path]) => path.startsWith('records/')).map(([, bytes]) => bytes.toString('utf8'))
    expect(contents.map((text) => text.includes(phone))).toEqual([false, true])
    expect(contents.every((text) => text.includes('"authors": [\n      "工作负责人"\n    ]') && !text.includes(person))).toBe(true)
    expect((await client.masking.memory()).decisions).toEqual([{ kind: 'person', text: person, recordId: null, decision: { action: 'replace', by: '工作负责人' } }])
    await client.masking.forget({ kind: 'person', text: person })
    expect((await client.masking.memory()).decisions).toEqual([])
  })

  it('goes on from the twin that the same unit got before, and is that twin where nothing changed', async () => {
    const record = await sensitiveCase()
    await at.send([record.id])
    const first = await latest()
    await at.send([record.id])
    const again = await latest()
    expect(again.records[0]?.revisionId).toBe(first.records[0]?.revisionId)
    await at.send([record.id], { since: first.packageId })
    const difference = await latest()
    expect(difference).toMatchObject({ records: [], base: { records: [{ id: record.id, revisionId: first.records[0]?.revisionId }] } })
    await at.edit(record.id, { summary: `改打${phone}` })
    await at.into('甲')
    const file = await at.send([record.id], { since: first.packageId })
    const parts = await partsOf(file)
    const manifest: unknown = JSON.parse(parts.get('manifest.json')?.toString('utf8') ?? '')
    expect(manifest).toMatchObject({ records: [{ masked: true, lineage: [{ id: first.records[0]?.revisionId, masked: true }] }] })
    await expectNothingOf(file, [...secrets, record.revision.id])
    await at.send([record.id], { recipient: { unit: '丙单位', libraryId: null } })
    expect(await client.records.revision({ id: record.id, revisionId: (await latest()).records[0]?.revisionId ?? '' })).toMatchObject({ revision: { parents: [] } })
  })

  it('leads what is cited and pinned to twins, and masks editions with their sources', async () => {
    const words = paragraph(`监护人${person}站在地线悬挂点。`)
    const source = await sensitiveCase({ body: { version: 1, preamble: [words], sections: [] } })
    const made = await client.products.create({ title: '双确认作业包', sources: [source.id] })
    const quote = await client.products.excerpt({ recordId: source.id, revisionId: source.revision.id, blockIds: [words.id] })
    const sections = made.content.body.sections.map((section) => ({ ...section, blocks: [paragraph('写好了')] }))
    const saved = await client.records.save({ id: made.id, base: made.revision.id, changes: { body: { ...made.content.body, preamble: [quote], sections } } })
    const { edition } = await client.products.release({ reason: '试点另行补做', id: made.id, base: saved.revisionId, changeLog: `${person}审过` })
    const product = await at.read(made.id)
    const file = await at.send([made.id])
    await expectNothingOf(file, [...secrets, source.revision.id, source.revision.contentHash, product.revision.id, product.revision.contentHash, edition.seal])
    const { opened } = await at.look(file)
    expect(opened.records.map(({ masked }) => masked)).toEqual([true, true])
    expect(opened.counts.newEditions).toBe(0)
    await at.into('乙')
    await at.take(file)
    const [arrived] = await client.products.editions({ id: made.id })
    expect(arrived).toMatchObject({ number: 1, intact: true, changeLog: '张某审过', signature: 'none' })
    expect(await client.products.sources({ id: made.id })).toMatchObject([{ recordId: source.id, state: 'masked' }])
  })

  it('holds no number under any name of a block, list or custom value', async () => {
    const record = await client.records.create({ type: 'case', content: {
      title: '地线编号错位', custom: { tel: 13812345678, many: { list: [phone] }, rows: [{ number: phone, role: `负责人${person}` }] }, authors: [person],
      body: { version: 1, preamble: [{ type: 'contactCard', id: 'card1', number: phone, list: [phone], role: `负责人${person}`, calledAt: phone }], sections: [] },
    } })
    const file = await at.send([record.id])
    await expectNothingOf(file, secrets)
    await at.into('乙')
    await at.take(file)
    await at.edit(record.id, { summary: '看过了' })
    const back = await at.send([record.id], { masking: null, recipient: null })
    await at.into('甲')
    await at.take(back)
    expect((await at.read(record.id)).content).toEqual({ ...record.content, summary: '看过了' })
  })

  it('tells persons apart whatever stands behind them', async () => {
    const record = await client.records.create({ type: 'case', content: { title: '地线编号错位', authors: ['张三', person], summary: '张三2人到场' } })
    const file = await at.send([record.id])
    await at.into('乙')
    await at.take(file)
    const there = await at.read(record.id)
    expect([there.content.authors, there.content.summary]).toEqual([['张某', '张某〔2〕'], '张某2人到场'])
    await at.edit(record.id, { summary: `${there.content.summary}，已撤` })
    const back = await at.send([record.id], { masking: null, recipient: null })
    await at.into('甲')
    await at.take(back)
    expect((await at.read(record.id)).content).toEqual({ ...record.content, summary: '张三2人到场，已撤' })
  })

  it('leaves out a file in which something is masked, unless its maker sends it', async () => {
    const [telling, plain] = [await at.attach('名单.txt', `${person} ${phone}`), await at.attach('步骤.txt', '逐根报号')]
    const record = await client.records.create({ type: 'case', content: { title: '地线编号错位', attachments: [telling, plain] } })
    const file = await at.send([record.id])
    await expectNothingOf(file, [phone, telling.sha256])
    const { opened } = await at.look(file)
    expect(opened.manifest.attachments.map(({ name }) => name)).toEqual(['步骤.txt'])
    expect((await latest()).records[0]?.files).toEqual([{ from: telling.sha256, to: null }])
    await at.send([record.id], { masking: { send: [telling.sha256] }, recipient: { unit: '丙单位', libraryId: null } })
    expect((await latest()).attachments).toEqual([telling.sha256, plain.sha256])
  })

  it('leaves out every file of plain text in which something is masked', async () => {
    const latin = 'Call 13812345678.'
    const escapedName = '{"who":"\\u5f20\\u4e09\\u4e30"}'
    const telling = [
      await at.attach('名单.csv', `${person},${phone}`), await at.attach('名单.md', `# ${person}`), await at.attach('名单.json', escapedName), await at.attach('名单.xml', `<a>${phone}</a>`),
      await at.attach('名单.html', '<p>张<b>三</b>&#20016;</p>'), await at.attach('图.svg', `<svg xmlns="http://www.w3.org/2000/svg"><text>${person}</text></svg>`), await at.attach('旧.log', latin),
      await at.attach('国标.CSV', Buffer.from([0xd5, 0xc5, 0xc8, 0xfd, 0xb7, 0xe1])),
    ]
    const plain = [await at.attach('步骤.csv', '步骤,要求\n一,报号'), await at.attach('步骤.md', '逐根报号'), await at.attach('接线.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')]
    const record = await client.records.create({ type: 'case', content: { title: '地线编号错位', authors: [person], attachments: [...telling, ...plain] } })
    const jobId = await at.done(client.masking.scan({ ids: [record.id] }))
    const { files } = await client.masking.scanned({ jobId })
    expect(files.map(({ name, why }) => [name, why])).toEqual([...telling.map(({ name }) => [name, 'found']), ['接线.svg', 'picture']])
    await expectNothingOf(await at.send([record.id]), [...secrets, ...telling.map(({ sha256 }) => sha256)])
    expect((await latest()).attachments).toEqual(plain.map(({ sha256 }) => sha256))
  })

  it('leaves out a Word file that names beside its text what is masked', async () => {
    const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const comment = { id: 'c1', type: 'comments', name: 'comments.xml', xml: `<w:comments ${word}><w:comment w:id="0" w:author="${person}"><w:p><w:r><w:t>好</w:t></w:r></w:p></w:comment></w:comments>` }
    const header = { id: 'h1', type: 'header', name: 'header1.xml', xml: `<w:hdr ${word}><w:p><w:r><w:t>值班${phone}</w:t></w:r></w:p></w:hdr>` }
    const telling = [
      await at.attach('批注.docx', await buildDocx({ body: wordParagraph('逐根报号。'), parts: [comment] })), await at.attach('页眉.docx', await buildDocx({ body: wordParagraph('逐根报号。'), parts: [header] })),
    ]
    const plain = await at.attach('步骤.docx', await buildDocx({ body: wordParagraph('逐根报号。') }))
    const record = await client.records.create({ type: 'case', content: { title: '地线编号错位', authors: [person], attachments: [...telling, plain] } })
    const jobId = await at.done(client.masking.scan({ ids: [record.id] }))
    expect((await client.masking.scanned({ jobId })).files.map(({ name, why, hits }) => [name, why, hits.map(({ text }) => text)])).toEqual([['批注.docx', 'found', [person]], ['页眉.docx', 'found', [phone]]])
    await expectNothingOf(await at.send([record.id]), telling.map(({ sha256 }) => sha256))
    expect((await latest()).attachments).toEqual([plain.sha256])
  })

  it('leaves out a file that nothing reads, unless its maker sends it', async () => {
    const unread = [await at.attach('名单.xlsx', 'PK\x03\x04'), await at.attach('汇报.pptx', 'PK\x03\x04.'), await at.attach('名单.csv', Buffer.from([0, 1, 2, 0xff]))]
    const record = await client.records.create({ type: 'case', content: { title: '地线编号错位', attachments: unread } })
    const jobId = await at.done(client.masking.scan({ ids: [record.id] }))
    expect((await client.masking.scanned({ jobId })).files.map(({ why }) => why)).toEqual(['notText', 'notText', 'notText'])
    await expectNothingOf(await at.send([record.id]), unread.map(({ sha256 }) => sha256))
    const [first] = unread
    await at.send([record.id], { masking: { send: unread.slice(0, 1).map(({ sha256 }) => sha256) }, recipient: { unit: '丙单位', libraryId: null } })
    expect((await latest()).attachments).toEqual([first?.sha256])
  })

  it('holds pictures without what is noted in them, which come back as they were', async () => {
    const bytes = await readFile(join(import.meta.dirname, '../../../../../tests/fixtures/pictures/commented.png'))
    const picture = await at.attach('现场.png', bytes)
    const body = bodyOf('逐根报号。')
    const record = await client.records.create({ type: 'case', content: {
      title: '地线编号错位', attachments: [picture], body: { ...body, preamble: [{ type: 'image', id: 'picture1', attachment: picture.sha256, alt: '现场' }] },
    } })
    const file = await at.send([record.id])
    await expectNothingOf(file, [picture.sha256])
    const cleaned = cleanPicture(bytes)
    expect(cleaned?.removed).not.toEqual([])
    const [[, sent] = []] = [...await partsOf(file)].filter(([path]) => path.startsWith('attachments/'))
    expect(sent).toEqual(Buffer.from(cleaned?.bytes ?? []))
    expect(await problems()).toEqual([])
    await at.into('乙')
    await at.take(file)
    await at.edit(record.id, { summary: '看过了' })
    const back = await at.send([record.id], { masking: null, recipient: null })
    await at.into('甲')
    await at.take(back)
    expect((await at.read(record.id)).content).toEqual({ ...record.content, summary: '看过了' })
  })

  it('leaves out a picture of which what is noted in it can\'t be taken out, unless its maker sends it', async () => {
    const damaged = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0x00, 0x12]), Buffer.from('Exif\0\0GPS13812345'), Buffer.from([0x00, 0xff, 0xda, 0x00, 0x02, 0x11, 0x22, 0xff, 0xd9])])
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from(`ftypheic Exif GPS ${phone}`)])
    const pictures = [await at.attach('坏.jpg', damaged), await at.attach('现场.heic', heic)]
    const record = await client.records.create({ type: 'case', content: { title: '地线编号错位', attachments: pictures } })
    const jobId = await at.done(client.masking.scan({ ids: [record.id] }))
    expect(await client.masking.scanned({ jobId })).toMatchObject({ files: [{ why: 'uncleaned' }, { why: 'uncleaned' }], cleaned: 0 })
    await expectNothingOf(await at.send([record.id]), ['GPS', phone, ...pictures.map(({ sha256 }) => sha256)])
    await at.send([record.id], { masking: { send: pictures.map(({ sha256 }) => sha256) }, recipient: { unit: '丙单位', libraryId: null } })
    expect((await latest()).attachments).toEqual(pictures.map(({ sha256 }) => sha256))
  })

  it('has one twin of two revisions that differ in nothing but what is masked', async () => {
    const words = paragraph('监护人站在悬挂点。')
    const source = await sensitiveCase({ body: { version: 1, preamble: [words], sections: [] } })
    const made = await client.products.create({ title: '作业包', sources: [source.id] })
    const quote = await client.products.excerpt({ recordId: source.id, revisionId: source.revision.id, blockIds: [words.id] })
    await at.edit(made.id, { body: { ...made.content.body, preamble: [quote] } })
    await at.edit(source.id, { summary: '联系电话13812345679' })
    const decisions = [phone, '13812345679'].map((text) => ({ kind: 'phone' as const, text, recordId: null, decision: { action: 'replace' as const, by: '见台账' } }))
    const file = await at.send([made.id, source.id], { masking: { decisions } })
    await expectNothingOf(file, [...secrets, '13812345679', source.revision.id])
    const [, sent] = (await latest()).records
    expect(sent).toMatchObject({ id: source.id, twins: [{ revisionId: sent?.revisionId, maskedFrom: source.revision.id }] })
    expect([...await partsOf(file)].filter(([path]) => path.includes(source.id))).toHaveLength(1)
    expect(await problems()).toEqual([])
  })

  it('tells nobody who wrote what a record came of', async () => {
    await client.app.updateSettings({ profile: { name: '李四光', unit: '', role: '' } })
    const record = await client.records.create({ type: 'case', content: { title: '地线编号错位' } })
    await at.send([record.id], { masking: null })
    await client.app.updateSettings({ profile: { name: '王五', unit: '', role: '' } })
    await at.edit(record.id, { summary: '补充' })
    const file = await at.send([record.id])
    await expectNothingOf(file, ['李四光', record.revision.id])
    expect((await at.look(file)).opened.records).toMatchObject([{ masked: true, theirs: { by: { name: '王五' } } }])
  })

  it('is never what a lost record is put right by', async () => {
    const record = await sensitiveCase()
    await at.send([record.id])
    await client.records.save({ id: record.id, base: record.revision.id, changes: { place: '一号站' } })
    await at.send([record.id], { masking: null, recipient: null })
    await rm(libraryPaths(at.pathOf('甲')).record(record.id))
    expect((await verified()).problems).toMatchObject([{ revision: { id: record.revision.id } }])
  })

  it('that was stopped or could not be written leaves no twin', async () => {
    const record = await sensitiveCase()
    const { jobId } = await client.packages.make({ ids: [record.id], title: '包', to: at.pathOf('1.lfpkg'), masking: {} })
    await client.jobs.cancel({ id: jobId })
    await expect.poll(async () => (await client.jobs.get({ id: jobId })).state).toBe('cancelled')
    expect((await client.records.history({ id: record.id })).revisions).toHaveLength(1)
  })
})

describe('looking through what would leave', () => {
  it('shows the masks that its recipient will see', async () => {
    const one = await client.records.create({ type: 'case', content: { title: '一', authors: [person] } })
    await at.send([one.id])
    const two = await client.records.create({ type: 'case', content: { title: '二', authors: ['张大力', person] } })
    const shown = async (recipient: { unit: string; libraryId: null } | null) => {
      const jobId = await at.done(client.masking.scan({ ids: [two.id], recipient }))
      return (await client.masking.scanned({ jobId })).hits.map(({ text, masked }) => [text, masked])
    }
    expect(await shown({ unit: '乙单位', libraryId: null })).toEqual([['张大力', '张某〔2〕'], [person, '张某']])
    expect(await shown({ unit: '丙单位', libraryId: null })).toEqual([['张大力', '张某'], [person, '张某〔2〕']])
    const parts = await partsOf(await at.send([two.id]))
    expect([...parts].find(([path]) => path.startsWith('records/'))?.[1].toString()).toMatch(/张某〔2〕[^张]*张某"/)
  })

  it('finds texts in fields, text and files with their places, and says what nobody can look into', async () => {
    const files = [await at.attach('名单.txt', `值班员${person}`), await at.attach('录音.mp3', 'ID3')]
    const record = await sensitiveCase({ attachments: files })
    await client.masking.setWords({ words: ['接地线'] })
    const jobId = await at.done(client.masking.scan({ ids: [record.id] }))
    const { hits, files: told, records } = await client.masking.scanned({ jobId })
    expect(records).toBe(1)
    expect(hits.map(({ kind, text, masked, count }) => [kind, text, masked, count])).toEqual([
      ['person', person, '张某', 4], ['word', '接地线', '〔略〕', 1], ['phone', phone, '138****5678', 1], ['email', email, '〔邮箱〕', 1], ['idNumber', idNumber, '〔身份证号〕', 1],
    ])
    expect(hits[0]?.places.map(({ part, section, file }) => [part, section, file])).toEqual(expect.arrayContaining([
      ['title', null, null], ['authors', null, null], ['body', '主要做法', null], ['attachments', null, { sha256: files[0]?.sha256, name: '名单.txt' }],
    ]))
    expect(told).toMatchObject([{ name: '名单.txt', why: 'found', hits: [{ kind: 'person', text: person }] }, { name: '录音.mp3', why: 'notText', hits: [] }])
    expect(await readFile(libraryPaths(at.pathOf('甲')).library, 'utf8')).toContain('接地线')
  })

  it('names all records of a file, since it leaves only where all of them let it', async () => {
    const files = [await at.attach('名单.txt', `值班员${person}`)]
    const [one, other] = [await sensitiveCase({ attachments: files }), await sensitiveCase({ attachments: files })]
    const jobId = await at.done(client.masking.scan({ ids: [one.id, other.id] }))
    expect((await client.masking.scanned({ jobId })).files).toMatchObject([{ name: '名单.txt', recordIds: [one.id, other.id] }])
  })
})

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mostTextShown } from '#shared/contract/attachments'
import type { AttachmentRef, RecordFile } from '#shared/model/record'
import { buildPdf, pdfLines } from '../../../tests/fixtures/pdf/pdfFile'
import { createTestHome, type TestCore, type TestHome } from '../../../tests/support/testCore'

let home: TestHome
let client: TestCore['client']

beforeEach(async () => {
  home = await createTestHome()
  client = (await home.open()).client
  await client.library.create({ path: join(home.home, '库'), name: '库', unit: '运维一班' })
})
afterEach(async () => home.remove())

const add = async (name: string, content: string | Buffer): Promise<AttachmentRef> => {
  const path = join(home.home, 'upload')
  await writeFile(path, content)
  return client.attachments.add({ path, name })
}

const recordOf = async (...attachments: AttachmentRef[]): Promise<RecordFile> => client.records.create({ type: 'case', content: { title: '案例', attachments } })

describe('a change of an attachment', () => {
  it('is a revision of its own, beside the one that has it as it was', async () => {
    const [before, after] = [await add('台账.txt', '一'), await add('台账 2.txt', '二')]
    const { id, revision } = await recordOf(before)
    const replaced = await client.attachments.change({ id, base: revision.id, sha256: before.sha256, change: { kind: 'replace', by: after } })
    const renamed = await client.attachments.change({ id, base: replaced.revisionId, sha256: after.sha256, change: { kind: 'rename', name: '台账（新）.txt' } })
    await client.attachments.change({ id, base: renamed.revisionId, sha256: after.sha256, change: { kind: 'remove' } })
    const { revisions } = await client.records.history({ id })
    const files = await Promise.all(revisions.map(async ({ revisionId }) => (await client.records.revision({ id, revisionId })).content.attachments.map(({ name, sha256 }) => [name, sha256])))
    expect(files).toEqual([[], [['台账（新）.txt', after.sha256]], [['台账 2.txt', after.sha256]], [['台账.txt', before.sha256]]])
  })

  it('that says what is there already makes none', async () => {
    const file = await add('台账.txt', '一')
    const { id, revision } = await recordOf(file)
    expect(await client.attachments.change({ id, base: revision.id, sha256: file.sha256, change: { kind: 'rename', name: '台账.txt' } })).toMatchObject({ revisionId: revision.id })
  })

  it('is refused on another revision than the one in place, for a file that is not the record\'s, and for one that is not here', async () => {
    const file = await add('台账.txt', '一')
    const other = await add('别的.txt', '二')
    const { id, revision } = await recordOf(file)
    const rename = { kind: 'rename', name: '甲.txt' } as const
    await expect(client.attachments.change({ id, base: 'f'.repeat(64), sha256: file.sha256, change: rename })).rejects.toMatchObject({ code: 'conflict' })
    await expect(client.attachments.change({ id, base: revision.id, sha256: other.sha256, change: rename })).rejects.toMatchObject({ code: 'not_found' })
    const missing = { ...other, sha256: 'e'.repeat(64) }
    await expect(client.attachments.change({ id, base: revision.id, sha256: file.sha256, change: { kind: 'replace', by: missing } })).rejects.toMatchObject({ code: 'not_found' })
    expect((await client.records.get({ id })).revision.id).toBe(revision.id)
  })

  it('puts only a picture in the place of one that the text shows', async () => {
    const [picture, text] = [await add('图.png', 'png'), await add('说明.txt', '二')]
    const body = { version: 1 as const, preamble: [{ type: 'image', id: 'a', attachment: picture.sha256, alt: '' }], sections: [] }
    const { id, revision } = await client.records.create({ type: 'case', content: { title: '案例', attachments: [picture], body } })
    await expect(client.attachments.change({ id, base: revision.id, sha256: picture.sha256, change: { kind: 'replace', by: text } }))
      .rejects.toMatchObject({ code: 'invalid', data: { issues: [{ message: 'not a picture' }] } })
  })
})

describe('the text of a file', () => {
  it('is given piece by piece with its pages', async () => {
    const { sha256, name } = await add('规程.pdf', buildPdf([pdfLines(['First page']), pdfLines(['Second page'])]))
    expect(await client.attachments.text({ sha256, name })).toEqual({
      outcome: 'read', isCut: false, pieces: [{ text: 'First page', page: 1, heading: null }, { text: 'Second page', page: 2, heading: null }],
    })
  })

  it('is that of any text as it stands, in the encodings of Windows too', async () => {
    const table = await add('台账.csv', Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0x31]))
    expect(await client.attachments.text(table)).toMatchObject({ outcome: 'read', pieces: [{ text: '名称,1' }] })
  })

  it('is bounded', async () => {
    const { sha256, name } = await add('长.txt', '长'.repeat(mostTextShown + 1))
    expect(await client.attachments.text({ sha256, name })).toEqual({ outcome: 'read', isCut: true, pieces: [{ text: '长'.repeat(mostTextShown), page: null, heading: null }] })
  })

  it('says why there is none, or that nothing reads such files', async () => {
    const broken = await add('坏.docx', '这不是 Word 文件')
    expect(await client.attachments.text(broken)).toMatchObject({ outcome: 'failed', failure: { code: 'not_docx' } })
    expect(await client.attachments.text(await add('压缩.zip', 'PK'))).toEqual({ outcome: 'noReader' })
    await expect(client.attachments.text({ sha256: 'e'.repeat(64), name: 'a.txt' })).rejects.toMatchObject({ code: 'not_found' })
  })
})

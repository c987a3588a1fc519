import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildZipBomb, encryptedFile, notWordFile, oldWordFile } from '../../../../../tests/fixtures/docx/brokenFiles'
import { buildDocx } from '../../../../../tests/fixtures/docx/docxFile'
import { footnoteReference, paragraph, run, table, textBox } from '../../../../../tests/fixtures/docx/wordXml'
import { readFileText } from './readFileText'

let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'liangfang-docx-text-')) })
afterAll(async () => rm(folder, { recursive: true, force: true }))

const read = async (...given: Parameters<typeof buildDocx>) => {
  const path = join(folder, 'a')
  await writeFile(path, await buildDocx(...given))
  return readFileText(path, '规程.docx')
}

describe('the text of a Word file', () => {
  it('is a piece for each heading, with numbers as they are shown', async () => {
    const numbering = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1章"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    const { pieces, isCut } = await read({
      body: paragraph('接地线管理规定', { style: 'Title' }) + paragraph('编号：AQ-01')
        + paragraph('总则', { style: 'Heading1', numId: 1 }) + paragraph('装设接地线应由两人进行。')
        + paragraph('附则', { style: 'Heading1', numId: 1 }) + paragraph('自印发之日起施行。'),
      numbering,
    })
    expect(pieces).toEqual([
      { text: '接地线管理规定\n编号：AQ-01', heading: '接地线管理规定' },
      { text: '第一章 总则\n装设接地线应由两人进行。', heading: '总则' },
      { text: '第二章 附则\n自印发之日起施行。', heading: '附则' },
    ])
    expect(isCut).toBe(false)
  })

  it('keeps the cells of a table apart, in lines', async () => {
    const inner = table([['内一', '内二']])
    expect((await read({ body: table([['项目', '数值'], ['时间', paragraph('四十五') + paragraph('分钟')], ['其他', inner + paragraph('格内')]]) })).pieces).toEqual([
      { text: '项目\t数值\n时间\t四十五 分钟\n其他\t内一 内二 格内' },
    ])
  })

  it('holds notes and text boxes, and no table of contents', async () => {
    const { pieces } = await read({
      body: paragraph('总则 1', { style: 'TOC1' }) + paragraph(run('先验电') + footnoteReference(1)) + paragraph(textBox(paragraph('框内'))),
      footnotes: [paragraph('用合格的验电器')],
      styles: '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>',
    })
    expect(pieces.map(({ text }) => text).join('\n').split('\n').sort()).toEqual(['先验电', '框内', '用合格的验电器'].sort())
  })

  it('is told apart from what the file says beside it', async () => {
    const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const { pieces, aside } = await read({
      body: paragraph(`${run('逐根报号')}<w:del w:id="1" w:author="赵六"><w:r><w:delText>由李</w:delText></w:r><w:r><w:rPr><w:b/></w:rPr><w:delText>四报号</w:delText></w:r></w:del>`),
      links: ['mailto:a@b.cn'],
      parts: [
        { id: 'c1', type: 'comments', name: 'comments.xml', xml: `<w:comments ${word}><w:comment w:id="0" w:author="张三"><w:p><w:r><w:t>打138</w:t></w:r><w:r><w:t>12345678</w:t></w:r></w:p></w:comment></w:comments>` },
        { id: 'h1', type: 'header', name: 'header1.xml', xml: `<w:hdr ${word}><w:p><w:r><w:t>值班王五</w:t></w:r></w:p></w:hdr>` },
        { id: 'p1', type: 'extended-properties', name: 'core.xml', xml: '<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc"><dc:creator>钱七</dc:creator><cp:lastModifiedBy>孙八</cp:lastModifiedBy></cp:coreProperties>' },
      ],
    })
    expect(pieces).toEqual([{ text: '逐根报号' }])
    expect(aside?.flatMap((text) => text.split('\n'))).toEqual(expect.arrayContaining(['逐根报号由李四报号', '赵六', 'mailto:a@b.cn', '打13812345678', '张三', '值班王五', '钱七', '孙八']))
  })

  it('is not known to be all where there is more in the file than can be read', async () => {
    const { pieces, aside } = await read({ body: paragraph('逐根报号'), parts: [{ id: 'e1', type: 'package', name: 'embeddings/表.xlsx', xml: 'PK' }] })
    expect([pieces.length, aside]).toEqual([1, null])
  })

  it('is none where the file says nothing', async () => {
    expect(await read({ body: paragraph('') })).toEqual({ pieces: [], isCut: false, aside: [] })
  })

  it.each([['encrypted', encryptedFile()], ['old_doc', oldWordFile()], ['not_docx', notWordFile()]])('fails for a file that is %s', async (code, bytes) => {
    const path = join(folder, 'b')
    await writeFile(path, bytes)
    await expect(readFileText(path, 'b.docx')).rejects.toMatchObject({ failure: { code } })
  })

  it('fails as too large for a file that unpacks to very much, and as damaged for one that hides it', async () => {
    const path = join(folder, 'c')
    const failureOf = async (bytes: Buffer) => {
      await writeFile(path, bytes)
      return readFileText(path, 'c.docx').catch((error: unknown) => error)
    }
    const bomb = await buildZipBomb(100)
    expect(await failureOf(bomb)).toMatchObject({ failure: { code: 'too_large' } })
    const entry = bomb.lastIndexOf('PK\x01\x02', undefined, 'latin1')
    bomb.writeUInt32LE(1000, entry + 24)
    const before = process.memoryUsage().arrayBuffers
    expect(await failureOf(bomb)).toMatchObject({ failure: { code: 'damaged' } })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024)
  })
})

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

  it('is none where the file says nothing', async () => {
    expect(await read({ body: paragraph('') })).toEqual({ pieces: [], isCut: false })
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

import { describe, expect, it } from 'vitest'
import { buildDocx } from '../../../../../tests/fixtures/docx/docxFile'
import { readBuilt, show } from '../../../../../tests/fixtures/docx/readBuilt'
import { footnoteReference, paragraph, run, table } from '../../../../../tests/fixtures/docx/wordXml'

const long = '班组在日常工作中发现，传统的做法已经不能满足要求，需要从流程、标准和责任三个方面一起改进，才能取得长久的效果。'
const read = async (body: string, name = '文件.docx'): ReturnType<typeof readBuilt> => readBuilt(await buildDocx({ body, footnotes: [paragraph('注释')] }), { name })

describe('the title', () => {
  it('is the first line if it is centred, large or bold, and may run over two lines', async () => {
    const look = { align: 'center', size: 22 } as const
    expect((await read(paragraph('关于城东公司班组建设', look) + paragraph('典型案例的报告', look) + paragraph(long))).title).toBe('关于城东公司班组建设典型案例的报告')
    expect((await read(paragraph('附件1') + paragraph('小改小革', { bold: true }) + paragraph(long))).title).toBe('小改小革')
  })

  it('is a single highest heading over the others', async () => {
    const document = await read(paragraph('工器具定置', { style: 'Heading1' }) + paragraph('背景', { style: 'Heading2' }) + paragraph(long) + paragraph('成效', { style: 'Heading2' }) + paragraph(long))
    expect(document.title).toBe('工器具定置')
    expect(show(document)).toEqual(['= background|背景', long, '= results|成效', long])
  })

  it('is the file name if the text has none, with a warning', async () => {
    const document = await read(paragraph('一、背景') + paragraph(long) + paragraph('二、成效') + paragraph(long), '  03 奇怪的 文件名【终】(1).docx')
    expect(document.title).toBe('03 奇怪的 文件名【终】(1)')
    expect(document.warnings).toContainEqual({ code: 'title_from_file_name', count: 1, detail: '  03 奇怪的 文件名【终】(1).docx' })
  })

  it('is a plain first line that the file name tells, too', async () => {
    const body = paragraph('触头发热缺陷的处理') + paragraph(long)
    for (const name of ['触头发热缺陷的处理（终稿）.docx', '触头发热缺陷.docx']) {
      const document = await read(body, name)
      expect(document.title).toBe('触头发热缺陷的处理')
      expect(show(document)).toEqual([long])
    }
    expect((await read(body, '扫描件.docx')).title).toBe('扫描件')
    expect((await read(paragraph('触头发热缺陷的处理', { size: 12 }) + paragraph(long), '扫描件.docx')).title).toBe('触头发热缺陷的处理')
  })

  it('leaves its footnote below it', async () => {
    const document = await read(paragraph(run('标题', { size: 22 }) + footnoteReference(1), { align: 'center' }) + paragraph(long))
    expect(document.title).toBe('标题')
    expect(document.body.preamble).toMatchObject([{ inlines: [{ type: 'footnote', inlines: [{ text: '注释' }] }] }, { inlines: [{ text: long }] }])
  })
})

describe('the fields of a record', () => {
  const title = paragraph('标题', { style: 'Title' })

  it('are taken from labelled lines, which then are left out', async () => {
    const document = await read(title + paragraph('报送单位：城东供电公司　　班　组：运维一班') + paragraph('撰写人：张　三、李晓梅') + paragraph('专业：配电') + paragraph('地点：110千伏东风站') + paragraph('时间：2024年3月18日') + paragraph(long))
    expect(document).toMatchObject({ unit: '城东供电公司', team: '运维一班', authors: ['张三', '李晓梅'], field: '配电', place: '110千伏东风站', date: '2024-03-18' })
    expect(show(document)).toEqual([long])
  })

  it('are taken from a line of unit and names, a bare date and a signature, which all stay', async () => {
    const first = await read(title + paragraph('（江北供电公司 运维一班 张志强）', { align: 'center' }) + paragraph('二〇二三年十一月五日', { align: 'center' }) + paragraph(long))
    expect(first).toMatchObject({ unit: '江北供电公司', team: '运维一班', authors: ['张志强'], date: '2023-11-05' })
    expect(show(first)).toEqual(['（江北供电公司 运维一班 张志强）', '二〇二三年十一月五日', long])
    const signed = await read(title + paragraph(long) + paragraph('城东供电公司', { align: 'right' }) + paragraph('2024.5.6', { align: 'right' }))
    expect(signed).toMatchObject({ unit: '城东供电公司', date: '2024-05-06' })
    expect(show(signed)).toHaveLength(3)
  })

  it('leave a line that says more than was taken', async () => {
    const document = await read(title + paragraph('作者：张志强（班长）') + paragraph('时间：2024年3月18日上午9时') + paragraph(long))
    expect(document).toMatchObject({ authors: ['张志强'], date: '2024-03-18' })
    expect(show(document)).toEqual(['作者：张志强（班长）', '时间：2024年3月18日上午9时', long])
  })

  it('include the abstract as the summary', async () => {
    const document = await read(title + paragraph(`摘要：${long}`) + paragraph('一、背景') + paragraph(long) + paragraph('二、成效') + paragraph(long))
    expect(document.summary).toBe(long)
    expect(show(document)).toEqual(['= background|背景', long, '= results|成效', long])
  })

  it('are taken from a form at the start, which stays', async () => {
    const document = await read(table([['案例名称', '定置管理', '单位', '西山检修公司'], ['作者', '王建国', '日期', '2023-07']]) + paragraph(long))
    expect(document).toMatchObject({ title: '定置管理', unit: '西山检修公司', authors: ['王建国'], date: '2023-07' })
    expect(document.counts.tables).toBe(1)
  })
})

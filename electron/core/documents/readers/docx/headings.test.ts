import { describe, expect, it } from 'vitest'
import { buildCaseDocx, headingHabits } from '../../../../../tests/fixtures/docx/caseDocx'
import { buildDocx, numbering, numberings } from '../../../../../tests/fixtures/docx/docxFile'
import { readBuilt, sectionsOf, show } from '../../../../../tests/fixtures/docx/readBuilt'
import { paragraph, run, table } from '../../../../../tests/fixtures/docx/wordXml'

const read = async (body: string, numberingXml?: string): Promise<string[]> =>
  show(await readBuilt(await buildDocx({ body, ...(numberingXml === undefined ? {} : { numbering: numberingXml }) })))

const long = '班组在日常工作中发现，传统的做法已经不能满足要求，需要从流程、标准和责任三个方面一起改进，才能取得长久的效果。'

describe('sections of a document', () => {
  it.each(headingHabits.filter((habit) => habit !== 'none'))('are found where headings are made by %s', async (habit) => {
    const document = await readBuilt(await buildCaseDocx({ habit, seed: 0 }))
    expect(sectionsOf(document)).toEqual(['background|案例背景', 'problem|存在问题', 'causes|原因分析', 'measures|主要做法', 'results|取得成效', 'insights|几点启示'])
    expect(document.body.sections[3]?.blocks.filter((block) => block.type === 'heading')).toHaveLength(3)
    expect(document.warnings).toEqual([])
  })

  it('are none where nothing is a heading, and the text is all in the preamble', async () => {
    const document = await readBuilt(await buildCaseDocx({ habit: 'none' }))
    expect(document.body.sections).toEqual([])
    expect(document.body.preamble.length).toBeGreaterThan(10)
  })

  it('keep the text of automatic numbers in lower headings, which no run of the file holds', async () => {
    const levels = numberings(numbering(1, [{ format: 'chineseCounting', text: '%1、' }, { format: 'chineseCounting', text: '（%2）' }]))
    const top = (text: string): string => paragraph(text, { numId: 1, level: 0 })
    const lower = (text: string): string => paragraph(text, { numId: 1, level: 1 })
    expect(await read([top('背景'), paragraph(long), top('主要做法'), lower('建立台账'), paragraph(long), lower('双人复核'), paragraph(long), top('成效'), paragraph(long)].join(''), levels)).toEqual([
      '= background|背景', long, '= measures|主要做法', '## （一）建立台账', long, '## （二）双人复核', long, '= results|成效', long,
    ])
  })

  it('are not made of a numbered list', async () => {
    const items = ['1. 断开电源并验电。', '2. 悬挂接地线。', '3. 填写操作票。']
    expect(await read([paragraph('一、做法'), ...items.map((item) => paragraph(item)), paragraph('二、成效'), paragraph(long)].join(''))).toEqual(['= measures|做法', ...items, '= results|成效', long])
  })

  it('are not made of sentences that begin with a number', async () => {
    const points = ['一、要高度重视，加强领导。各单位要成立专班，把工作落到实处，确保取得成效，不走过场。', '二、要强化考核，严格兑现。对工作不力的单位要通报批评，对成绩突出的要表彰奖励。']
    expect(await read(points.map((point) => paragraph(point)).join(''))).toEqual(points)
  })

  it('stand above numbered points where bold lines name them', async () => {
    const bold = (text: string): string => paragraph(text, { bold: true })
    expect(await read([bold('案例背景'), paragraph(long), bold('主要做法'), paragraph('1. 分区定置'), paragraph(long), paragraph('2. 扫码领用'), paragraph(long), bold('成效'), paragraph(long)].join(''))).toEqual([
      '= background|案例背景', long, '= measures|主要做法', '## 1. 分区定置', long, '## 2. 扫码领用', long, '= results|成效', long,
    ])
  })

  it('are found by their names alone where nothing sets them off', async () => {
    expect(await read([paragraph('某班组的故事', { align: 'center' }), paragraph('案例背景'), paragraph(long), paragraph('主要做法'), paragraph(long), paragraph('几点启示'), paragraph(long)].join(''))).toEqual([
      '= background|案例背景', long, '= measures|主要做法', long, '= insights|几点启示', long,
    ])
  })

  it('take chapters above 一、 and 一、 above （一）', async () => {
    expect(await read([paragraph('第一章 案例背景'), paragraph('一、单位概况'), paragraph(long), paragraph('二、面临形势'), paragraph(long), paragraph('第二章 主要做法'), paragraph('一、建机制'), paragraph(long), paragraph('二、抓落实'), paragraph(long)].join(''))).toEqual([
      '= background|案例背景', '## 一、单位概况', long, '## 二、面临形势', long, '= measures|主要做法', '## 一、建机制', long, '## 二、抓落实', long,
    ])
  })

  it('keep what is not recognised in its place, with a warning', async () => {
    const document = await readBuilt(await buildDocx({ body: ['一、背景', '二、荣誉墙', '三、成效', '四、实施效果'].map((title) => paragraph(title) + paragraph(long)).join('') }))
    expect(sectionsOf(document)).toEqual(['background|背景', 'none|荣誉墙', 'results|成效', 'none|实施效果'])
    expect(document.warnings).toContainEqual({ code: 'sections_partly_recognised', count: 2, detail: '荣誉墙、实施效果' })
  })

  it('are warned about where none is recognised, or none is there', async () => {
    const unknown = await readBuilt(await buildDocx({ body: ['一、荣誉墙', '二、大事记'].map((title) => paragraph(title) + paragraph(long)).join('') }))
    expect(unknown.warnings).toContainEqual({ code: 'sections_not_recognised', count: 2, detail: '荣誉墙、大事记' })
    const none = await readBuilt(await buildDocx({ body: paragraph(long) + paragraph(long) }))
    expect(none.warnings).toContainEqual({ code: 'no_sections', count: 1, detail: '' })
  })

  it('are not made of plain automatic numbers in a document with heading styles, or with items of a deeper level between them', async () => {
    const xml = numberings(numbering(1, [{ format: 'decimal', text: '%1.' }, { format: 'bullet', text: '' }]))
    const item = (text: string, level: number): string => paragraph(text, { numId: 1, level })
    const list = [item('触头氧化', 0), item('巡视不到位', 1), item('负荷增长', 0), item('迎峰度夏', 1)].join('')
    const items = ['+. 触头氧化', ' - 巡视不到位', '+. 负荷增长', ' - 迎峰度夏']
    const styled = (text: string): string => paragraph(text, { style: 'Heading2' })
    expect(await read(styled('原因分析') + list + styled('成效') + paragraph(long), xml)).toEqual(['= causes|原因分析', ...items, '= results|成效', long])
    expect(await read(paragraph(long) + list + paragraph(long), xml)).toEqual([long, ...items, long])
    expect(await read([styled('背景'), item('负荷', 0), paragraph(long), item('设备', 0), paragraph(long), styled('成效'), paragraph(long)].join(''), xml)).toEqual([
      '= background|背景', '+. 负荷', long, '2. 设备', long, '= results|成效', long,
    ])
  })

  it('lose the brackets around their titles', async () => {
    const bold = (text: string): string => paragraph(text, { bold: true })
    expect(await read([bold('【背景】'), paragraph(long), bold('《主要做法》'), paragraph(long), bold('[成效]：'), paragraph(long), bold('〔几点启示〕'), paragraph(long)].join(''))).toEqual([
      '= background|背景', long, '= measures|主要做法', long, '= results|成效', long, '= insights|几点启示', long,
    ])
  })

  it('do not begin inside a table', async () => {
    expect(await read(paragraph('一、背景') + table([['一、背景', '二、成效']]) + paragraph('二、成效') + paragraph(long))).toEqual([
      '= background|背景', '[table]', '一、背景 | 二、成效', '= results|成效', long,
    ])
  })
})

describe('a table of contents', () => {
  const body = paragraph('一、背景') + paragraph(long) + paragraph('二、成效') + paragraph(long)
  const shown = ['= background|背景', long, '= results|成效', long]
  const fieldMark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const fieldStart = `${fieldMark('begin')}<w:r><w:instrText xml:space="preserve"> TO</w:instrText></w:r><w:r><w:instrText>C \\o "1-3" </w:instrText></w:r>${fieldMark('separate')}`

  it('is left out with its heading', async () => {
    const control = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>' + paragraph('一、背景\t1') + paragraph('二、成效\t2') + '</w:sdtContent></w:sdt>'
    expect(await read(control + body)).toEqual(shown)
    expect(await read(paragraph('目　录') + control + body)).toEqual(shown)
  })

  it('is left out where it is a field, and the text after the end of the field stays', async () => {
    const field = paragraph(fieldStart + run('一、背景 1')) + paragraph('二、成效 2')
    expect(await read(field + paragraph(fieldMark('end')) + body)).toEqual(shown)
    expect(await read(field + paragraph(fieldMark('end') + run(long)) + body)).toEqual([long, ...shown])
  })

  it('is left out where styles make it, but for sentences', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    const document = await readBuilt(await buildDocx({ styles, body: ['一、背景\t1', '二、成效\t2', long].map((text) => paragraph(text, { style: 'TOC1' })).join('') + body }))
    expect(show(document)).toEqual([long, ...shown])
  })

  it('that does not end takes nothing with it', async () => {
    expect(await read(paragraph(fieldStart + run('开头的话')) + body)).toEqual(['开头的话', ...shown])
  })
})

describe('lists', () => {
  it('stay list items with their levels, kinds and starts', async () => {
    const xml = numberings(numbering(1, [{ format: 'decimal', text: '%1.' }, { format: 'lowerLetter', text: '%2)' }]), numbering(2, [{ format: 'bullet', text: '' }]), numbering(3, [{ format: 'decimal', text: '（%1）', start: 5 }]))
    const item = (text: string, numId: number, level = 0): string => paragraph(text, { numId, level })
    expect(await read([item('甲乙丙', 1), item('子项，', 1, 1), item('丁戊己', 1), item('圆点', 2), item('从五开始', 3), paragraph(long), item('接着数', 1)].join(''), xml)).toEqual([
      '+. 甲乙丙', ' +. 子项，', '+. 丁戊己', '- 圆点', '5. 从五开始', long, '3. 接着数',
    ])
  })

  it('with Chinese numbers become paragraphs that show the number', async () => {
    const xml = numberings(numbering(1, [{ format: 'chineseCounting', text: '（%1）' }]))
    expect(await read(['要高度重视，落实责任。', '要加强检查，严格考核。'].map((text) => paragraph(text, { numId: 1 })).join(''), xml)).toEqual(['（一）要高度重视，落实责任。', '（二）要加强检查，严格考核。'])
  })
})

import { describe, expect, it } from 'vitest'
import { buildDocx } from '../../../../../tests/fixtures/docx/docxFile'
import { readBuilt, show } from '../../../../../tests/fixtures/docx/readBuilt'
import { paragraph, table, type Cell } from '../../../../../tests/fixtures/docx/wordXml'

const long = '班组在日常工作中发现，传统的做法已经不能满足要求，需要从流程、标准和责任三个方面一起改进，才能取得长久的效果。'
const read = async (body: string): ReturnType<typeof readBuilt> => readBuilt(await buildDocx({ body }))

describe('a case that is one form', () => {
  it('has a section for each row of a known name and a long text; the other rows stay a table', async () => {
    const document = await read(paragraph('典型案例申报表', { align: 'center', bold: true, size: 18 }) + table([
      ['案例名称', '触头发热处理'], ['申报单位', '西山检修公司'], ['案例背景', long], ['原因分析', paragraph(long) + paragraph('1. 触头氧化') + table([['甲', '乙']]) + paragraph('')],
      ['主要做法', long], ['实施成效', '明显。'],
    ]))
    expect(document).toMatchObject({ title: '触头发热处理', unit: '西山检修公司', warnings: [] })
    expect(show(document)).toEqual([
      '典型案例申报表', '[table]', '案例名称 | 触头发热处理', '申报单位 | 西山检修公司',
      '= background|案例背景', long, '= causes|原因分析', long, '1. 触头氧化', '[table]', '甲 | 乙', '= measures|主要做法', long, '= results|实施成效', '明显。',
    ])
  })

  it('may have four columns with merged cells, and a name merged over several rows', async () => {
    const wide = (label: string, text: string): Cell[] => [label, { text, colSpan: 3 }]
    const document = await read(table([
      wide('案例名称', '触头发热处理'), ['申报单位', '西山检修公司', '作者', '王建国'], wide('案例背景', long), [{ text: '主要做法', merge: 'start' }, { text: long, colSpan: 3 }],
      [{ text: '', merge: 'continue' }, { text: '还有一条。', colSpan: 3 }], wide('填报日期', '2024年3月'),
    ]))
    expect(document).toMatchObject({ title: '触头发热处理', unit: '西山检修公司', authors: ['王建国'], date: '2024-03' })
    expect(show(document)).toEqual([
      '[table]', '案例名称 | 触头发热处理', '申报单位 | 西山检修公司 | 作者 | 王建国', '填报日期 | 2024年3月', '= background|案例背景', long, '= measures|主要做法', long, '还有一条。',
    ])
  })

  it('is none where fewer than two rows are sections, or most of the text stands elsewhere', async () => {
    expect((await read(table([['名称', '定置'], ['措施', long]]))).body.sections).toEqual([])
    const data = table([['存在问题', long], ['整改措施', long]])
    expect(show(await read([paragraph('一、背景'), ...Array.from({ length: 4 }, () => paragraph(long)), data, paragraph('二、成效'), paragraph(long)].join('')))).toContain(`存在问题 | ${long}`)
  })
})

// @vitest-environment happy-dom
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isKnownBlock, type Block } from '#shared/model/body/blocks'
import type { Inline } from '#shared/model/body/inlines'
import { limits, PasteTooLarge } from './pasted'
import type { Companions } from './pictureSources'
import { readClipboardHtml } from './readClipboardHtml'

const fixture = (name: string): Promise<string> => readFile(join(import.meta.dirname, '../../../tests/fixtures/clipboard', name), 'utf8')

/** Columns that stand in no group, which this parser would leave out; a browser puts them into one. */
const loneColumns = /(?:<col [^>]*>\s*)+(?!\s*<\/colgroup)/g

const read = (html: string, companions: Partial<Companions> = {}) => readClipboardHtml(
  new DOMParser().parseFromString(html.replace(loneColumns, '<colgroup>$&</colgroup>'), 'text/html'), { rtf: '', files: [], ...companions },
  { taken: ({ file, alt, width }) => ({ type: 'pastedPicture', file, alt, width }), missing: (alt) => `[${alt}]` },
)

/** A line of text with its marks: *bold*, /italic/, _underline_, ~strike~, ^super^, ,sub, and links as <text>. */
const signs: Readonly<Record<string, string>> = { bold: '*', italic: '/', underline: '_', strike: '~', superscript: '^', subscript: ',', code: '`' }
const lineOf = (inlines: readonly Inline[]): string => inlines.map((inline) => {
  if (inline.type === 'break') return '↵'
  if (inline.type === 'pastedPicture') return '▣'
  if ('inlines' in inline && Array.isArray(inline.inlines)) return inline.type === 'link' ? `<${lineOf(inline.inlines)}>` : `{${lineOf(inline.inlines)}}`
  const marks = 'marks' in inline && Array.isArray(inline.marks) ? inline.marks.map((mark) => signs[String(mark)] ?? '?').join('') : ''
  return `${marks}${'text' in inline ? String(inline.text) : ''}${[...marks].reverse().join('')}`
}).join('')

const shapeOf = (block: Block): unknown => {
  if (!isKnownBlock(block)) return block.type
  switch (block.type) {
    case 'paragraph': return `${block.align ? `(${block.align})` : ''}${lineOf(block.inlines)}`
    case 'heading': return `${'#'.repeat(block.level)} ${block.align ? `(${block.align})` : ''}${lineOf(block.inlines)}`
    case 'listItem': return `${'  '.repeat(block.level)}${{ bullet: '-', number: '1.', check: block.checked ? '[x]' : '[ ]' }[block.list]}${block.start === undefined ? '' : `(${block.start})`} ${lineOf(block.inlines)}`
    case 'quote': return { quote: block.blocks.map(shapeOf) }
    case 'table': return {
      ...(block.caption ? { caption: block.caption } : {}), widths: block.columnWidths,
      rows: block.rows.map(({ cells }) => cells.map((cell) =>
        `${cell.header ? `${cell.header}:` : ''}${cell.colSpan ?? 1}×${cell.rowSpan ?? 1} ${cell.blocks.map((each) => String(shapeOf(each))).join('|')}`)),
    }
    default: return block.type
  }
}

const shape = (html: string, companions?: Partial<Companions>) => read(html, companions).blocks.map(shapeOf)

describe('what Word puts on the clipboard', () => {
  it('keeps headings, Chinese numbers with their levels, marks, footnotes, merged cells and heads', async () => {
    expect(shape(await fixture('word.html'), { rtf: await fixture('word.rtf') })).toEqual([
      '# 10kV线路接地线管理',
      '班组实行*双人核对*，/逐项/_签字_，旧办法~口头确认~停用，面积按m^2^、*编号*按H,2,记录{参见<安全规程>。}。',
      '## 主要做法',
      '1. 准备', '  1. 核对*编号*', '  1. 检查外观',
      '中间的说明。',
      '1.(2) 装设',
      '- 先接地端',
      '### (center)小节标题',
      '(center)▣',
      { widths: [138, 138, 138], rows: [['column:2×1 (center)项目', 'column:1×1 要求'], ['1×2 接地线', '1×1 截面', '1×1 25mm^2^'], ['1×1 夹头', '1×1 <见标准>']] },
      '危险与内部文件。',
    ])
  })

  it('takes the pictures from the RTF beside it, and says what it left', async () => {
    const { blocks, leftOut } = read(await fixture('word.html'), { rtf: await fixture('word.rtf') })
    const marks = blocks.flatMap((block) => (isKnownBlock(block) && block.type === 'paragraph' ? block.inlines : [])).filter(({ type }) => type === 'pastedPicture')
    expect(marks).toEqual([{ type: 'pastedPicture', file: expect.any(File), alt: '接地线挂点', width: 120 }])
    const [mark] = marks
    const file = mark && 'file' in mark && mark.file instanceof File ? mark.file : undefined
    expect(file?.type).toBe('image/png')
    expect(new Uint8Array(await file?.arrayBuffer() ?? new ArrayBuffer(0)).slice(0, 8)).toEqual(new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]))
    expect(leftOut).toEqual({ pictures: 0, hidden: 1, embedded: 0, links: 2, comments: 1, formulas: 0, nested: 0 })
  })

  it('keeps lines and links of a footnote, and names the pictures that no footnote holds', () => {
    const note = '<p>见<a href="https://example.com/a">甲</a><br>与<a href="mailto:wang@example.com"><b>乙</b></a></p><p><img alt="图" src="data:image/png;base64,iVBORw0KGgo="></p>'
    const { blocks, leftOut } = read(`<p>正文<a style="mso-footnote-id:ftn1" href="#_ftn1">[1]</a></p><div style="mso-element:footnote" id="ftn1">${note}</div>`)
    expect(blocks.map(shapeOf)).toEqual(['正文{见<甲>↵与<*乙*>↵[图]}'])
    expect(blocks).toMatchObject([{ inlines: [{}, { inlines: [{}, { href: 'https://example.com/a' }, {}, {}, { href: 'mailto:wang@example.com' }, {}, {}] }] }])
    expect(leftOut).toMatchObject({ pictures: 1, links: 0 })
  })

  it('names the place of a picture that the clipboard does not hold', async () => {
    const { blocks, leftOut } = read(await fixture('word.html'))
    expect(blocks.map(shapeOf)).toContain('(center)[接地线挂点]')
    expect(leftOut.pictures).toBe(1)
  })
})

describe('what other programs put on it', () => {
  it('reads WPS, whose every piece of text says that it is spaces', async () => {
    const picture = new File([new Uint8Array(4)], 'wps1.jpg', { type: 'image/jpeg' })
    expect(shape(await fixture('wps.html'), { files: [picture] })).toEqual([
      '# 倒闸操作',
      '操作前核对*设备双重名称*~和位置~。',
      '1. 模拟预演', '1. 唱票复诵',
      { widths: [189, 189, 189], rows: [['column:1×1 步骤', 'column:2×1 责任'], ['1×1 预演', '1×1 操作人', '1×1 监护人']] },
      '▣',
    ])
  })

  it('reads Excel: styles by class, widths, spans less what is hidden, line ends in a cell', async () => {
    const { blocks, leftOut } = read(await fixture('excel.html'))
    expect(blocks.map(shapeOf)).toEqual([{
      widths: [72, 152, 72, 72],
      rows: [
        ['4×1 (center)*接地线台账*'],
        ['1×1 (center)*编号*', '1×1 (center)*名称*', '1×1 (center)*合格率*', '1×1 (center)*数量*'],
        ['1×1 (right)1', '1×2 ~旧线~', '1×1 (right)98.5%', '1×1 (right)12'],
        ['1×1 (right)3', '1×1 部分*合格*', '1×1 第一行↵第二行'],
      ],
    }])
    expect(leftOut).toMatchObject({ hidden: 1, pictures: 0 })
  })

  it('does not take the picture of the cells for one in them, and one cell for a table', async () => {
    const drawn = new File([new Uint8Array(4)], 'image.png', { type: 'image/png' })
    expect(read(await fixture('excel.html'), { files: [drawn] }).leftOut.pictures).toBe(0)
    expect(shape('<table><tr><td>一个<b>单元格</b></td></tr></table>')).toEqual(['一个*单元格*'])
  })

  it('reads LibreOffice: numbers that begin later, lists in lists, footnotes, heads', async () => {
    expect(shape(await fixture('libreOffice.html'))).toEqual([
      '# 巡视周期',
      '1.(3) 夜间巡视', '  - *红外*测温', '1. 特殊巡视{指雷雨、大风之后。}',
      { widths: undefined, rows: [['column:1×1 周期', 'column:1×1 范围'], ['1×1 每月', '1×1 ']] },
      '▣',
    ])
  })

  it('reads articles of WeChat without what runs, plays or only counts', async () => {
    const { blocks, leftOut } = read(await fixture('wechat.html'))
    expect(blocks.map(shapeOf)).toEqual([
      '*班组经验*', '(center)*现场标准化*', '[图片]', '1. 工器具定置摆放', '1. 收工/清点/', '<阅读原文>', { quote: ['安全是 底线。'] },
    ])
    expect(leftOut).toEqual({ pictures: 1, hidden: 1, embedded: 1, links: 0, comments: 0, formulas: 0, nested: 0 })
    expect(JSON.stringify(blocks)).not.toMatch(/alert|onclick|steal|script|iframe|style/)
  })

  it('reads Baidu Baike: levels from its own highest, links, a table with a caption', async () => {
    expect(shape(await fixture('baike.html'))).toEqual([
      '# 接地线', '接地线是<电气>作业的保护措施^ [1]^\u00a0。', '## 分类', '携带型', '随身携带',
      { caption: '规格', widths: undefined, rows: [['column:1×1 电压', 'column:1×1 截面'], ['1×1 (center)10kV', '1×1 25mm²']] },
      '- 软铜线', '[携带型接地线]',
    ])
  })

  it('takes the file beside the only picture, as when one is copied in a browser', () => {
    const file = new File([new Uint8Array(4)], 'image.png', { type: 'image/png' })
    expect(shape('<img src="https://example.com/a.png" alt="图">', { files: [file] })).toEqual(['▣'])
  })
})

describe('what is bad', () => {
  it('keeps emoji and text from right to left, drops control characters and halves of characters', () => {
    expect(shape(`<p>👩‍🔧安全\ud83d帽\u0007\u001b[0m</p><p dir="rtl">שלום مرحبا</p>`)).toEqual(['👩‍🔧安全\ufffd帽[0m', 'שלום مرحبا'])
  })

  it('leaves no space where the source breaks a line between Chinese characters', () => {
    expect(shape('<p>现场\n  核对 <b> 编号</b>\n and\n number</p>')).toEqual(['现场核对 *编号* and number'])
  })

  it('keeps nobody waiting for spaces that do not break, however many', () => {
    const spaces = '\u00a0'.repeat(390_000)
    expect(shape(`<p>甲${spaces}乙</p>`)).toEqual([`甲${spaces}乙`])
  })

  it('flattens what is nested two hundred deep', () => {
    const deep = `${'<blockquote><div>'.repeat(100)}底${'</div></blockquote>'.repeat(100)}`
    expect(shape(deep)).toEqual([{ quote: [{ quote: [{ quote: ['底'] }] }] }])
    const tables = `${'<table><tr><td>'.repeat(60)}底${'</td><td>旁</td></tr></table>'.repeat(60)}`
    const { blocks, leftOut } = read(tables)
    expect(JSON.stringify(blocks).match(/旁/g)).toHaveLength(60)
    expect(leftOut.nested).toBe(57)
    const lists = `${'<ul><li>项'.repeat(200)}${'</li></ul>'.repeat(200)}`
    expect(read(lists).blocks).toHaveLength(200)
  })

  it('makes a whole table of one whose rows and spans do not fit one another', () => {
    expect(shape('<table><tr><td colspan=99 rowspan=5>甲<td>乙<tr><td>丙<td>丁<td colspan=0>戊</table>')).toEqual([
      { widths: undefined, rows: [['1×2 甲', '1×1 乙', '1×1 ', '1×1 '], ['1×1 丙', '1×1 丁', '1×1 戊']] },
    ])
  })

  it('refuses more than an editor bears', () => {
    expect(() => read(`<p>${'字'.repeat(limits.text + 1)}</p>`)).toThrow(PasteTooLarge)
  })

  it('says which pictures are none', () => {
    const { blocks, leftOut } = read('<img alt="坏" src="data:image/png;base64,@@@"><img src="data:text/html;base64,PHA+" alt="网页">')
    expect(blocks.map(shapeOf)).toEqual(['[坏][网页]'])
    expect(leftOut.pictures).toBe(2)
  })
})

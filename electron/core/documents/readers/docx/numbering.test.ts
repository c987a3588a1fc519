import { describe, expect, it } from 'vitest'
import { formatNumber } from './numberFormats'
import { createNumberer } from './numbering'
import { numbering, numberings } from '../../../../../tests/fixtures/docx/docxFile'

const wrap = (content: string): string => `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:numbering>`

describe('number formats', () => {
  it.each([
    ['chineseCounting', [1, 10, 11, 20, 101, 110], ['一', '十', '十一', '二十', '一百零一', '一百一十']],
    ['chineseLegalSimplified', [1, 10, 23], ['壹', '壹拾', '贰拾叁']],
    ['decimalEnclosedCircle', [1, 20, 21], ['①', '⑳', '21']],
    ['upperRoman', [4, 9, 1994], ['IV', 'IX', 'MCMXCIV']],
    ['lowerLetter', [1, 26, 27], ['a', 'z', 'aa']],
    ['decimalFullWidth', [12], ['１２']],
    ['somethingNew', [7], ['7']],
  ])('%s', (format, values, texts) => {
    expect(values.map((value) => formatNumber(value, format))).toEqual(texts)
  })
})

describe('automatic numbers', () => {
  const labels = (xml: string, items: readonly (readonly [numId: string, level: number])[]): (string | undefined)[] => {
    const numberer = createNumberer(xml)
    return items.map(([numId, level]) => numberer.count(numId, level, null)?.label)
  }

  it('count by level and begin again under the next higher one', () => {
    const xml = wrap(numberings(numbering(1, [{ format: 'chineseCounting', text: '%1、' }, { format: 'decimal', text: '%1.%2' }])))
    expect(labels(xml, [['1', 0], ['1', 1], ['1', 1], ['1', 0], ['1', 1]])).toEqual(['一、', '一.1', '一.2', '二、', '二.1'])
  })

  it('tell the Chinese way to number from others that begin alike', () => {
    const chinese = numbering(1, [
      { format: 'chineseCountingThousand', text: '%1、' }, { format: 'chineseCounting', text: '（%2）' }, { format: 'decimal', text: '%3.' }, { format: 'decimal', text: '(%4)' }, { format: 'decimalEnclosedCircle', text: '%5' },
    ])
    const mixed = numbering(2, [{ format: 'chineseCounting', text: '第%1章' }, { format: 'chineseCounting', text: '（%2）' }])
    const half = numbering(3, [{ format: 'chineseCounting', text: '%1、' }, { format: 'decimal', text: '%1.%2' }])
    const numberer = createNumberer(wrap(numberings(chinese, mixed, half)))
    const schemes = ([['1', 0], ['1', 1], ['1', 2], ['1', 3], ['1', 4], ['2', 0], ['2', 1], ['3', 0], ['3', 1]] as const).map(([list, level]) => numberer.count(list, level, null)?.scheme)
    expect(schemes).toEqual([...Array.from({ length: 5 }, () => 'chinese'), undefined, undefined, 'chinese', undefined])
  })

  it('go on over numberings of one definition, unless one sets its start', () => {
    const { abstract, num } = numbering(1, [{ format: 'decimal', text: '%1.' }])
    const second = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    const restarted = '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride></w:num>'
    expect(labels(wrap(abstract + num + second + restarted), [['1', 0], ['2', 0], ['3', 0], ['3', 0]])).toEqual(['1.', '2.', '10.', '11.'])
  })

  it('follow a link to the definition of a numbering style', () => {
    const xml = wrap('<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>'
      + '<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="S"/><w:lvl w:ilvl="0"><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
      + '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>')
    expect(labels(xml, [['5', 0], ['5', 0], ['9', 0]])).toEqual(['A)', 'B)', undefined])
  })
})

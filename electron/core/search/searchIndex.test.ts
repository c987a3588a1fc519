import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordFile } from '#shared/model/record'
import { parseQuery } from '#shared/text/terms'
import { recordWith } from '../../../tests/support/records'
import { createSearchIndex, matchingPieces } from './searchIndex'

const indexOf = async (...records: RecordFile[]) => {
  const index = createSearchIndex()
  records.forEach((record) => { index.put(record) })
  await index.whenComplete()
  return index
}

const titles = (found: readonly { title: string }[]): string[] => found.map(({ title }) => title)

const lines = recordWith({ title: '接地线漏拆', tags: ['安全'], team: '运维一班', number: 'YW1-CS-2026-0137' }, '复查发现 J-07 号接地线挂在相邻间隔。')
const valves = recordWith({ title: '刀闸发热的三级预警', type: 'experience' }, '红外测温发现 220kV 刀闸接触不良，接地良好，线夹松动。')

describe('search index', () => {
  it('finds a record by two characters of its title, body, tags and team', async () => {
    const index = await indexOf(lines, valves)
    for (const [query, expected] of [['地线', [lines]], ['红外', [valves]], ['安全', [lines]], ['一班', [lines]], ['接地', [lines, valves]]] as const) {
      expect(new Set(titles(index.find(parseQuery(query), undefined)))).toEqual(new Set(titles(expected.map(({ content }) => content))))
    }
  })

  it('finds by a single character, by the beginning of a number, and by a Latin slip', async () => {
    const index = await indexOf(lines, valves)
    expect(titles(index.find(parseQuery('闸'), undefined))).toEqual(['刀闸发热的三级预警'])
    expect(titles(index.find(parseQuery('YW1'), undefined))).toEqual(['接地线漏拆'])
    expect(titles(index.find(parseQuery('２２０ＫＶ'), undefined))).toEqual(['刀闸发热的三级预警'])
  })

  it('puts what stands as it was typed before what merely holds the pairs', async () => {
    const index = await indexOf(valves, lines)
    expect(titles(index.find(parseQuery('接地线'), undefined))[0]).toBe('接地线漏拆')
  })

  it('finds a measured result and says where', async () => {
    const measured = recordWith({ title: '唱号核对', fields: { results: [{ id: 'r1', indicator: '地线编号不符', unit: '次/千票', before: '4.7', after: '0.8', evidence: [] }] } })
    const index = await indexOf(measured, lines)
    const [found] = index.find(parseQuery('编号不符'), undefined)
    expect(found?.title).toBe('唱号核对')
    expect(found && matchingPieces(found, parseQuery('编号不符')).map(({ piece }) => piece.text)).toEqual(['地线编号不符 次/千票 4.7 0.8'])
  })

  it('keeps to the types asked for', async () => {
    expect(titles((await indexOf(lines, valves)).find(parseQuery('接地'), ['experience']))).toEqual(['刀闸发热的三级预警'])
  })

  it('shows the new text of a record that was put again, and no longer the old', async () => {
    const index = await indexOf(lines)
    index.put({ ...lines, content: { ...lines.content, title: '母线转供' } })
    await index.whenComplete()
    expect(titles(index.find(parseQuery('母线'), undefined))).toEqual(['母线转供'])
    expect(index.find(parseQuery('漏拆'), undefined)).toEqual([])
  })

  it('answers nothing, and no error, to what has no words', async () => {
    const index = await indexOf(lines)
    for (const query of ['', ' ', '，。', '\u0000', '\ud800', '(*[', '"', '😀']) expect(index.find(parseQuery(query), undefined)).toEqual([])
    expect(index.find(parseQuery('接'.repeat(10_000)), undefined)).toBeInstanceOf(Array)
  })

  it('finds for two characters exactly the records that hold them', async () => {
    const han = fc.string({ unit: fc.constantFrom(...Array.from('接地线漏拆合闸母刀票，a ')), maxLength: 14 })
    const word = fc.string({ unit: fc.constantFrom(...Array.from('接地线漏拆合闸母刀票')), minLength: 2, maxLength: 2 })
    await fc.assert(fc.asyncProperty(fc.array(han, { maxLength: 12 }), word, async (texts, query) => {
      const records = texts.map((text, position) => recordWith({ title: `甲${position}` }, text))
      const found = (await indexOf(...records)).find(parseQuery(query), undefined)
      expect(new Set(found.map(({ id }) => id))).toEqual(new Set(records.filter((_, position) => texts[position]?.includes(query)).map(({ id }) => id)))
    }), { numRuns: 60 })
  })

  it('names the one place that holds what was typed, not the many that hold its parts', async () => {
    const record = recordWith({ title: '月报' }, ...Array.from({ length: 20 }, (_, item) => `12月第${item}项`))
    const indexed = (await indexOf(record)).get(record.id)
    expect(indexed && matchingPieces(indexed, parseQuery('12月第18项')).map(({ piece }) => piece.text)).toEqual(['12月第18项'])
  })

  it('names the places of a record that match, in reading order', async () => {
    const indexed = (await indexOf(lines)).get(lines.id)
    expect(indexed && matchingPieces(indexed, parseQuery('接地线')).map(({ piece }) => piece.text)).toEqual(['复查发现 J-07 号接地线挂在相邻间隔。'])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraph, recordContent, recordWith } from '../../tests/support/records'
import { areEnough, comparedWith, isNearTitle, saysAnything, titleLikeness } from './duplicates'
import type { RecordContent } from './record'

const duplicateReasons = (own: RecordContent, other: RecordContent) => comparedWith(own)(other)

const text = '监护人清点接地线时发现少了一根，立即停止操作，到现场逐一核对。'
const contentWith = (title: string, ...paragraphs: string[]) => recordWith({ title }, ...paragraphs).content

describe('titles', () => {
  it('are the same whatever their width, case, signs and characters', () => {
    expect(titleLikeness('接地线“漏拆”：110kV', '接地線漏拆 110ＫＶ')).toBe(1)
    expect(titleLikeness('', '')).toBe(0)
  })

  it('are nearly the same with a character more, and not where another month is meant', () => {
    expect(isNearTitle(titleLikeness('接地线编号错位导致漏拆', '接地线编号错位导致漏拆（二）'))).toBe(true)
    expect(isNearTitle(titleLikeness('2026年3月案例', '2026年4月案例'))).toBe(false)
    expect(isNearTitle(titleLikeness('线损', '损线'))).toBe(false)
  })

  it('are as like one another from either side, and never more than the same', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (one, other) => {
      expect(titleLikeness(one, other)).toBe(titleLikeness(other, one))
      expect(titleLikeness(one, other)).toBeLessThanOrEqual(1)
    }))
  })
})

describe('why two records are perhaps the same', () => {
  it('names the sentences that both have, marks what is shared in them, and says where they stand', () => {
    const own = contentWith('甲', '检修当日天气晴好，气温适宜。', text.replace('一根', '两根'))
    const [reason] = duplicateReasons(own, contentWith('乙', `值班员回忆：${text}`))
    expect(reason).toMatchObject({ kind: 'sentences', count: 1, sentences: [{ sectionTitle: '背景', blockId: own.body.sections[0]?.blocks[1]?.id }] })
    const [sentence] = reason?.kind === 'sentences' ? reason.sentences : []
    expect(sentence?.marks.map(([start, end]) => sentence.text.slice(start, end))).toEqual(['监护人清点接地线时发现少了', '根，立即停止操作，到现场逐一核对'])
  })

  it('is no single word, nor a short sentence that stands everywhere', () => {
    expect(duplicateReasons(contentWith('甲', '做法如下。', '先验电。'), contentWith('乙', '做法如下。', '后接地。'))).toEqual([])
  })

  it('says what file both came from, by its bytes or its name alone', () => {
    const file = (sha256: string, name: string) => ({ sha256: sha256.repeat(64), name, size: 1, mediaType: '', role: 'original' as const })
    const own = recordContent({ title: '甲', attachments: [file('a', '案例.docx')] })
    expect(duplicateReasons(own, recordContent({ title: '乙', attachments: [file('a', '副本.docx')] }))).toEqual([{ kind: 'file', name: '案例.docx', same: true }])
    expect(duplicateReasons(own, recordContent({ title: '乙', attachments: [file('b', '案例.DOCX')] }))).toEqual([{ kind: 'file', name: '案例.docx', same: false }])
  })

  it('says what both measured', () => {
    const results = [{ id: 'r1', indicator: '误操作', unit: '次', before: '3', after: '0', evidence: [] }]
    expect(duplicateReasons(recordContent({ title: '甲', fields: { results } }), recordContent({ title: '乙', fields: { results: results.map((each) => ({ ...each, id: 'r9' })) } })))
      .toEqual([{ kind: 'results', results: ['误操作 次　3 → 0'] }])
  })

  it('is enough by the same title or file, not by what was measured', () => {
    expect(areEnough([{ kind: 'title', same: true }])).toBe(true)
    expect(areEnough([{ kind: 'title', same: false }, { kind: 'results', results: [] }])).toBe(false)
  })
})

it('says nothing while it is a title and empty sections', () => {
  expect(saysAnything(contentWith('新案例', ''))).toBe(false)
  expect(saysAnything(recordContent({ body: { version: 1, preamble: [paragraph('先验电')], sections: [] } }))).toBe(true)
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { fold } from '#shared/text/fold'
import type { SearchDocument } from '../part/searchDocument'
import { writeMerged } from '../snapshot/partFiles'
import { Snapshot } from '../snapshot/snapshot'
import { isRemovedIn } from './documents'
import { createSearchIndex, type HeldIndex } from './searchIndex'

const folder = mkdtempSync(join(tmpdir(), 'liangfang-index-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

const piece = fc.constantFrom('接地线', '漏拆', '母线', '母', '线', '地', 'J-07', '110kV', '，', ' ', '變壓器', '\ud83d\ude00', 'ＡＢ', '\u3400')
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
const ids = ['a', 'b', 'c', 'd', 'e', 'f']

const document = fc.record({ id: fc.constantFrom(...ids), title: text, body: text, tag: fc.constantFrom('安全', '带电'), date: fc.constantFrom(20250101, 20260318), updatedAt: fc.integer({ min: 1, max: 9 }) })
  .map(({ id, title, body, tag, date, updatedAt }): SearchDocument => ({
    id, date, updatedAt, uses: 0, labels: [`tag:${tag}`, 'type:case'],
    pieces: [{ field: 'title', text: title }, { field: 'tags', text: tag }, { field: 'body', text: body, blockId: 'b1' }],
  }))

const ask = (index: HeldIndex, query: string) => index.search({ text: query, sort: 'relevance', literally: false }, 50)
const found = (index: HeldIndex, query: string): string[] => ask(index, query).hits.map(({ id }) => id).sort()

/** What a person would find by reading everything. */
const reading = (documents: readonly SearchDocument[], phrase: string): string[] =>
  documents.filter(({ pieces }) => pieces.some((each) => fold(each.text).includes(fold(phrase)))).map(({ id }) => id).sort()

const phrase = fc.constantFrom('接地', '接地线', '地线漏', '线母', '母', '变压', '變壓器', '器接地线', '110kv', '07', 'ab', '㐀', '母线 ', '线，母')

describe('an index', () => {
  it('finds a phrase exactly where it stands, and its words wherever that is', () => {
    fc.assert(fc.property(fc.uniqueArray(document, { maxLength: 6, selector: ({ id }) => id }), phrase, (documents, sought) => {
      const index = createSearchIndex()
      index.put(documents)
      const expected = reading(documents, sought.trim())
      expect(found(index, `"${sought}"`)).toEqual(expected)
      // Letters are found from the beginning of a word on.
      if (/^\p{Script=Han}+$/u.test(sought)) expect(found(index, sought)).toEqual(expect.arrayContaining(expected))
    }), { numRuns: 150 })
  })

  it('puts what stands in one piece before what is found in pairs', () => {
    const index = createSearchIndex()
    index.put([
      { id: 'pairs', pieces: [{ field: 'title', text: '接地与地线，接地与地线' }], labels: [], date: 0, updatedAt: 2, uses: 0 },
      { id: 'whole', pieces: [{ field: 'title', text: '无关的题目' }, { field: 'body', text: `${'很长的正文。'.repeat(80)}接地线` }], labels: [], date: 0, updatedAt: 1, uses: 0 },
    ])
    expect(ask(index, '接地线').hits.map(({ id }) => id)).toEqual(['whole', 'pairs'])
  })

  it('shows a record’s matches as the whole search found it, whatever else stands there', () => {
    const index = createSearchIndex()
    const texts = ['短接片已取下', '短接线没有取下', '现场取下短接线']
    index.put([{ id: 'a', pieces: texts.map((each) => ({ field: 'body' as const, text: each })), labels: [], date: 0, updatedAt: 1, uses: 0 }])
    const slip = { text: '短接现', sort: 'relevance' as const, literally: false }
    expect(index.search(slip, 5).way).toBe('sound')
    expect(index.matches('a', slip, 5).excerpts).toMatchObject([{ text: texts[1], marks: [[0, 3]] }, { text: texts[2], marks: [[4, 7]] }])
    index.put([{ id: 'b', pieces: [{ field: 'body', text: '短接现象' }], labels: [], date: 0, updatedAt: 1, uses: 0 }])
    expect(index.matches('b', slip, 5).excerpts).toMatchObject([{ marks: [[0, 3]] }])
  })

  it('finds letters and digits written in one where they stand apart, and no other number', () => {
    const index = createSearchIndex()
    const put = (id: string, text: string) => { index.put([{ id, pieces: [{ field: 'body', text }], labels: [], date: 0, updatedAt: 1, uses: 0 }]) }
    put('apart', '城东变 110 kV 母线')
    put('one', '城东变110kV母线')
    put('other', '220 kV 线路 10kV 开关')
    put('number', '接地线 J-07')
    expect(found(index, '110kv')).toEqual(['apart', 'one'])
    expect(found(index, 'j07')).toEqual(['number'])
    expect(ask(index, 'J07').hits[0]?.excerpt).toMatchObject({ text: '接地线 J-07', marks: [[4, 8]] })
    expect(found(index, '130kv')).toEqual([])
    expect(found(index, '110 kV')).toEqual(['apart', 'one'])
    expect(found(index, 'j 07')).toEqual(['number'])
    expect(ask(index, '110 kV').hits.map(({ excerpt }) => excerpt.marks)).toEqual([[[4, 10]], [[3, 8]]])
    expect(ask(index, '130 kv').way).toBe('some')
  })

  it('keeps what was found while the first letters of another word are typed', () => {
    const index = createSearchIndex()
    const put = (id: string, text: string) => { index.put([{ id, pieces: [{ field: 'title', text }], labels: [], date: 0, updatedAt: 1, uses: 0 }]) }
    put('whole', '短接线使用')
    put('other', '短路接地线')
    put('letter', '短接线 C 相')
    expect(found(index, '短接线')).toEqual(['letter', 'whole'])
    expect(ask(index, '短接线 s')).toMatchObject({ way: 'some', total: 2 })
    expect(found(index, '短接线 c')).toEqual(['letter'])
    expect(ask(index, '短接线 sh')).toMatchObject({ way: 'some', total: 2 })
    expect(found(index, '短接线 shi')).toEqual(['whole'])
  })

  it('puts the record that is called so before all others', () => {
    const index = createSearchIndex()
    index.put([
      { id: 'often', pieces: [{ field: 'title', text: '验电器与验电器的验电器' }, { field: 'body', text: '验电器，验电器。' }], labels: [], date: 0, updatedAt: 2, uses: 0 },
      { id: 'called', pieces: [{ field: 'title', text: '验电器' }], labels: [], date: 0, updatedAt: 1, uses: 0 },
    ])
    expect(ask(index, '验电器').hits.map(({ id }) => id)).toEqual(['called', 'often'])
  })

  it('knows which documents are like one, and how much of their texts is the same', () => {
    const index = createSearchIndex()
    const document = (id: string, body: string): SearchDocument =>
      ({ id, pieces: [{ field: 'title', text: '检修记录' }, { field: 'body', text: body }], labels: [], date: 0, updatedAt: 1, uses: 0 })
    const text = '拆除接地线前两人分离核对，防止漏拆错拆，编号不清即停止操作。'
    index.put([
      document('own', text), document('copy', `${text}另附照片。`), document('near', '拆除接地线前要核对编号，防止漏拆。'),
      document('far', '采集终端离线多半由信号弱引起，先查天线。'), document('other', '线损异常的台区先查表计接线。'),
    ])
    const [copy, near, ...others] = index.similar('own', 5)
    expect([copy?.id, near?.id, others]).toEqual(['copy', 'near', []])
    expect(copy?.resemblance).toBeGreaterThan(0.7)
    expect(near?.resemblance).toBeLessThan(0.5)
    expect(index.similar('gone', 5)).toEqual([])
  })

  it('puts near-duplicates before what is like a record for other reasons, and leaves out files', () => {
    const index = createSearchIndex()
    const text = '拆除接地线前两人分离核对，防止漏拆错拆，编号不清即停止操作。'
    const put = (id: string, body: string, labels: string[] = ['type:case']) => { index.put([{ id, pieces: [{ field: 'body', text: body }], labels, date: 0, updatedAt: 1, uses: 0 }]) }
    put('own', text)
    put('file', text, ['type:attachment'])
    // Holds every word of it, the rare ones many times over.
    put('long', `${text}${'接地线漏拆，核对编号。'.repeat(3)}${'另外说的是别的事，采集终端离线多半由信号弱引起。'.repeat(2)}${'分离核对，停止操作。'.repeat(4)}`)
    put('part', text.slice(0, -9))
    put('whole', `${text}。`)
    put('other', '线损异常的台区先查表计接线。')
    const found = index.similar('own', 5)
    expect(found.map(({ id }) => id)).toEqual(['whole', 'part', 'long'])
    expect(found.map(({ resemblance }) => resemblance >= 0.5)).toEqual([true, true, false])
    expect(index.similar('own', 1)).toMatchObject([{ id: expect.any(String) }])
  })

  const step = fc.oneof(
    { weight: 5, arbitrary: fc.array(document, { minLength: 1, maxLength: 3 }).map((documents) => ({ do: 'put' as const, documents })) },
    { weight: 2, arbitrary: fc.subarray(ids).map((removed) => ({ do: 'remove' as const, removed })) },
    { weight: 1, arbitrary: fc.constant({ do: 'save' as const }) },
    { weight: 1, arbitrary: fc.constant({ do: 'reopen' as const }) },
    { weight: 1, arbitrary: fc.constant({ do: 'merge' as const }) },
  )

  it('answers the same however its documents came to be in it', () => {
    let runs = 0
    fc.assert(fc.property(fc.array(step, { maxLength: 12 }), fc.array(fc.oneof(phrase, text), { minLength: 1, maxLength: 4 }), (steps, queries) => {
      const home = join(folder, String(runs += 1))
      let index = createSearchIndex()
      let snapshot = new Snapshot(home)
      const kept = new Map<string, SearchDocument>()
      for (const each of steps) {
        switch (each.do) {
          case 'put':
            index.put(each.documents)
            for (const put of each.documents) kept.set(put.id, put)
            break
          case 'remove':
            index.remove(each.removed)
            for (const id of each.removed) kept.delete(id)
            break
          case 'save': snapshot.save(index.documents); break
          case 'reopen':
            snapshot.save(index.documents)
            index.documents.close()
            index = createSearchIndex()
            snapshot = new Snapshot(home)
            snapshot.open(index.documents)
            break
          case 'merge': {
            snapshot.save(index.documents)
            const { parts } = index.documents
            const stored = writeMerged(home, parts, isRemovedIn(parts))
            if (stored) snapshot.adopt(index.documents, stored, parts.flatMap((part) => part.stored ?? []))
          }
        }
      }
      const fresh = createSearchIndex()
      fresh.put([...kept.values()])
      for (const query of queries) expect(ask(index, query)).toEqual(ask(fresh, query))
      index.documents.close()
    }), { numRuns: 60 })
  })

  it.each(['', ' ', '。', '\u0000\u0007', '\ud800', '\ud83d\ude00', '.*(?:a+)+$', 'tag:', '"', '"接地', '-', 'OR OR', 'before:x', '[', '\\', '接'.repeat(10_000), 'a'.repeat(10_000)])(
    'has an answer to odd query %#', (query) => {
      const index = createSearchIndex()
      index.put([{ id: 'a', pieces: [{ field: 'title', text: '接地线漏拆' }], labels: ['tag:安全'], date: 0, updatedAt: 1, uses: 0 }])
      expect(ask(index, query).total).toBeLessThanOrEqual(1)
      expect(index.matches('a', { text: query, sort: 'relevance', literally: false }, 6).total).toBeLessThanOrEqual(1)
    })
})

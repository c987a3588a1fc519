import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inputOf, titled } from '../../../../tests/support/search'
import { writePart } from '../snapshot/partFiles'
import { answerSchemas, SearchRequest, type Answer, type RequestKind } from './messages'
import { createSearchHolder, type SearchHolder } from './searchHolder'

let folder: string
let holder: SearchHolder
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liangfang-holder-'))
  holder = createSearchHolder()
})
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

type RequestOf<Kind extends RequestKind> = Omit<Extract<SearchRequest, { kind: Kind }>, 'kind'>

/** As a request comes to the worker and its answer is read. */
const ask = <Kind extends RequestKind>(kind: Kind, request: RequestOf<Kind>): Answer<Kind> =>
  answerSchemas[kind].parse(holder.answer(SearchRequest.parse({ kind, ...request })))
const open = (synonyms: string[][] = []) => ask('open', { folder, synonyms })
const found = (text: string): string[] => ask('query', { input: inputOf(text), limit: 9 }).hits.map(({ id }) => id)

describe('the holder of an index', () => {
  it('has nothing to answer with before an index is open', () => { expect(() => ask('holdings', {})).toThrow('no index is open') })

  it('begins empty where there is no snapshot, and says why', () => {
    expect(open()).toEqual({ documents: 0, trouble: expect.stringContaining('ENOENT') })
    expect(found('接地线')).toEqual([])
  })

  it('opens what it saved', () => {
    open()
    ask('put', { documents: [titled('a', '接地线', '', { updatedAt: 7 }), titled('b', '母线')] })
    ask('remove', { ids: ['b'] })
    expect(ask('save', {})).toEqual({ mergeable: null })
    holder = createSearchHolder()
    expect(open()).toEqual({ documents: 1, trouble: null })
    expect(ask('holdings', {})).toEqual({ ids: 'a', updatedAt: Float64Array.of(7) })
    expect(found('接地线')).toEqual(['a'])
  })

  it('begins empty again where the snapshot is damaged, and can be filled', () => {
    writeFileSync(join(folder, 'index.json'), '{')
    expect(open()).toMatchObject({ documents: 0, trouble: expect.stringContaining('SyntaxError') })
    ask('put', { documents: [titled('a', '接地线')] })
    ask('save', {})
    expect(open()).toEqual({ documents: 1, trouble: null })
  })

  it('lets the index go that was open before', () => {
    open()
    ask('put', { documents: [titled('a', '接地线')] })
    open()
    expect(ask('holdings', {}).ids).toBe('')
  })

  it('answers everything that may be asked', () => {
    open([['主变', '变压器']])
    ask('put', { documents: [titled('a', '变压器漏油', '变压器漏油', { labels: ['tag:主变', 'type:case'] }), titled('b', '变压器漏油记录', '变压器漏油', { uses: 1 })] })
    expect(found('主变').sort()).toEqual(['a', 'b'])
    ask('setSynonyms', { synonyms: [] })
    expect(found('主变')).toEqual([])
    ask('setUses', { uses: [['a', 5]] })
    expect(ask('ids', { input: inputOf('变压器', { sort: 'uses' }) })).toEqual(['a', 'b'])
    expect(ask('matches', { id: 'a', input: inputOf('漏油'), limit: 5 })).toMatchObject({ total: 1, excerpts: [{ text: '变压器漏油', marks: [[3, 5]], blockId: 'a-1' }] })
    expect(ask('similar', { id: 'a', limit: 5 })).toMatchObject([{ id: 'b' }])
    expect(ask('suggest', { text: '主', kinds: ['tag'], limit: 5 })).toEqual([{ kind: 'tag', text: '主变', count: 1 }])
    expect(ask('query', { input: inputOf('变压器', { filters: { type: ['case'] } }), limit: 5 })).toMatchObject({ total: 1, way: 'all' })
  })

  it('takes up a part that was written beside it', () => {
    open()
    ask('put', { documents: [titled('a', '接地线', '', { updatedAt: 2 })] })
    const stored = writePart(folder, [titled('a', '母线'), titled('b', '母线')])
    if (!stored) throw new Error('no part was written')
    ask('adopt', { stored, of: [] })
    ask('save', {})
    open()
    expect([found('母线'), found('接地线')]).toEqual([['b'], ['a']])
  })

  it('refuses what is no request', () => {
    expect(SearchRequest.safeParse({ kind: 'put', documents: [{ id: 'a', pieces: [{ field: 'heading', text: '' }] }] }).success).toBe(false)
    expect(SearchRequest.safeParse({ kind: 'query', input: { text: 7 }, limit: 5 }).success).toBe(false)
    expect(SearchRequest.safeParse({ kind: 'drop' }).success).toBe(false)
  })
})

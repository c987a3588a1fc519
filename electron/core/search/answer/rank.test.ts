import { describe, expect, it } from 'vitest'
import { idsFor, indexWith, titled } from '../../../../tests/support/search'

describe('the order of what was found', () => {
  it('has the record that is called so first, then what holds a short word in one piece', () => {
    const index = indexWith(
      titled('pairs', '接地与地线', '接地，地线，接地，地线'), titled('whole', '无关', `${'很长的正文。'.repeat(60)}接地线`), titled('called', '接地线', ''),
    )
    expect(idsFor(index, '接地线')).toEqual(['called', 'whole', 'pairs'])
    expect(idsFor(index, '接地线。')).toEqual(['called', 'whole', 'pairs'])
  })

  it('has a title before a body, and more before less', () => {
    const index = indexWith(titled('once', '记录', '母线。其他的话'), titled('often', '记录', '母线母线母线'), titled('title', '母线停电', ''))
    expect(idsFor(index, '母线')).toEqual(['title', 'often', 'once'])
  })

  it('has words in one piece before their pairs', () => {
    const index = indexWith(titled('pairs', '记录', '接地的地线，漏拆'), titled('whole', '记录', '漏拆的，接地线地'))
    expect(idsFor(index, '接地线 漏拆')).toEqual(['whole', 'pairs'])
  })

  it('has words that stand together before those that stand apart', () => {
    const index = indexWith(
      titled('apart', '记录', '母线的话，然后漏拆', { updatedAt: 9 }), titled('together', '记录', '有母线漏拆的话，然'),
      titled('far', '记录', 'a breaker of the circuit', { updatedAt: 9 }), titled('near', '记录', 'a circuit breaker of the'),
    )
    expect(idsFor(index, '母线 漏拆')).toEqual(['together', 'apart'])
    expect(idsFor(index, 'circuit breaker')).toEqual(['near', 'far'])
  })

  it('has more of a long question before less', () => {
    const question = '接地线漏拆以后怎样分离核对'
    const index = indexWith(titled('less', '记录', '接地的线漏，拆以后核，对分离怎么样'), titled('more', '记录', '接地线漏拆以后怎么样分离核对'))
    expect(idsFor(index, question)[0]).toBe('more')
  })

  it('is by date or by use where that is wanted', () => {
    const index = indexWith(
      titled('old', '母线', '', { date: 20240101, uses: 9 }), titled('new', '记录', '母线', { date: 20260318, uses: 2 }), titled('undated', '母线', '', { updatedAt: 5 }),
    )
    expect(idsFor(index, '母线', { sort: 'date' })).toEqual(['new', 'old', 'undated'])
    expect(idsFor(index, '母线', { sort: 'uses' })).toEqual(['old', 'new', 'undated'])
    // Nothing matches better or worse than another.
    expect(idsFor(index, '-没有')).toEqual(['new', 'old', 'undated'])
  })

  it('is the same for those that are shown and for all', () => {
    const index = indexWith(...Array.from({ length: 90 }, (_, at) => titled(`d${String(at).padStart(2, '0')}`, at % 7 === 0 ? '母线停电' : '记录', `母线${'，停电'.repeat(at % 5)}`, { updatedAt: at })))
    const all = index.ids({ text: '母线 停电', sort: 'relevance', literally: false })
    const shown = index.search({ text: '母线 停电', sort: 'relevance', literally: false }, 90)
    expect(shown.total).toBe(all.length)
    expect(all).toEqual(shown.hits.map(({ id }) => id))
    expect(new Set(all).size).toBe(all.length)
    expect(idsFor(index, '母线 停电').slice(0, 20)).toEqual(all.slice(0, 20))
  })
})

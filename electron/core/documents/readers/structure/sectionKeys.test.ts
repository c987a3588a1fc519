import { describe, expect, it } from 'vitest'
import { libraryTypes, sectionKeysOf } from '#shared/model/recordTypes'
import { sectionKeys } from './sectionKeys'
import { sectionSynonyms } from './sectionSynonyms.data'

describe('section keys', () => {
  it('are found whatever number, spaces and punctuation stand with the name', () => {
    expect(sectionKeys(['一、案例背景', '（二） 主 要 做 法：', '3.1 取得的成效', '四．几点启示'], 'case')).toEqual(['background', 'measures', 'results', 'insights'])
  })

  it('are found in a title that contains the name, by what it is about', () => {
    expect(sectionKeys(['班组成长的背景', '成效不佳的原因', '我们的具体做法与亮点', '推广应用价值'], 'case')).toEqual(['background', 'causes', 'measures', 'limits'])
  })

  it('go to the title that is the name before one that only contains it', () => {
    expect(sectionKeys(['管理背景与意义', '背景'], 'case')).toEqual([null, 'background'])
  })

  it('are used once', () => {
    expect(sectionKeys(['成效', '效果', '成果'], 'case')).toEqual(['results', null, null])
  })

  it('are null for what is no section of the type', () => {
    expect(sectionKeys(['附录', '荣誉墙', '参考文献'], 'case')).toEqual([null, null, null])
  })

  it('differ by type', () => {
    expect(sectionKeys(['注意事项'], 'experience')).toEqual(['cautions'])
    expect(sectionKeys(['注意事项'], 'tool')).toEqual(['risks'])
  })

  it.each(libraryTypes)('of %s have synonyms for every section, and no synonym stands for two', (type) => {
    expect(Object.keys(sectionSynonyms[type])).toEqual(sectionKeysOf(type))
    const all = Object.values(sectionSynonyms[type]).flat()
    expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([])
  })
})

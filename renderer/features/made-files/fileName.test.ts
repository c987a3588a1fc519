import { describe, expect, it } from 'vitest'
import { fileName } from './fileName'

describe('the name that a made file is offered', () => {
  it('is the title, in Chinese as it is', () => {
    expect(fileName('110 kV 母线转供操作中地线编号错位的发现与纠正', 'docx', '条目')).toBe('110 kV 母线转供操作中地线编号错位的发现与纠正.docx')
  })

  it('leaves out what Windows refuses', () => {
    expect(fileName('接地线: "拆/装"\t核对. ', 'docx', '条目')).toBe('接地线 拆 装 核对.docx')
  })

  it('is cut between characters, never within one', () => {
    expect(fileName('𠮷'.repeat(100), 'lfpkg', '资料包')).toBe(`${'𠮷'.repeat(80)}.lfpkg`)
  })

  it('falls back on a word where nothing is left', () => {
    expect(fileName(' ?? ', 'lfpkg', '资料包')).toBe('资料包.lfpkg')
  })
})

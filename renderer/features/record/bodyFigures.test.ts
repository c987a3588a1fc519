import { describe, expect, it } from 'vitest'
import { emptyBody, newSection } from '#shared/model/body/body'
import { bodyFigures, countWords } from './bodyFigures'

describe('counting words', () => {
  it('counts each Chinese character and mark, and each Latin or digit run, as one', () => {
    expect(countWords('拆除 110 kV 接地线，停止操作。')).toBe(13)
    expect(countWords('keep the numbers')).toBe(3)
    expect(countWords('  ')).toBe(0)
  })
})

describe('figures of a body', () => {
  it('counts text in all sections, titles included, and pictures and tables wherever they stand', () => {
    const body = {
      ...emptyBody(),
      sections: [newSection('background', '背景', [
        { id: 'a', type: 'paragraph', inlines: [{ type: 'text', text: '三次核对' }] },
        { id: 'b', type: 'table', rows: [{ cells: [{ blocks: [{ id: 'c', type: 'image', attachment: '0'.repeat(64), alt: '' }] }] }] },
      ])],
    }
    expect(bodyFigures(body)).toEqual({ words: 6, minutes: 1, pictures: 1, tables: 1 })
  })

  it('says nothing takes no time', () => {
    expect(bodyFigures(emptyBody())).toEqual({ words: 0, minutes: 0, pictures: 0, tables: 0 })
  })
})

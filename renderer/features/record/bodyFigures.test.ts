import { describe, expect, it } from 'vitest'
import { emptyBody, newSection } from '#shared/model/body/body'
import { bodyFigures } from './bodyFigures'

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

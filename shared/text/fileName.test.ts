import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNameOf } from './fileName'

describe('a file name', () => {
  it('keeps what was written', () => {
    expect(fileNameOf('YW1-CS-2026-0001 地线编号错位', 'x', 'docx')).toBe('YW1-CS-2026-0001 地线编号错位.docx')
  })

  it.each([['a/b\\c:d', 'a b c d.docx'], ['..\\..\\x', 'x.docx'], ['  ', '案例.docx'], ['CON', '案例.docx'], ['con.x', '案例.docx'], ['末尾有点. .', '末尾有点.docx'], ['换\n行', '换 行.docx']])(
    'of %j is one that every system keeps: %s', (name, file) => { expect(fileNameOf(name, '案例', 'docx')).toBe(file) })

  it('never leaves its folder and is never too long, whatever the title', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (title) => {
      const name = fileNameOf(title, '案例', 'docx')
      expect(name).not.toMatch(/[\p{Cc}<>:"/\\|?*]|^\.|[. ]\.docx$/u)
      expect(Buffer.byteLength(name)).toBeLessThan(256)
    }))
  })
})

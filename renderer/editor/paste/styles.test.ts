// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { limits, PasteTooLarge } from './pasted'
import { styleReader } from './styles'

const size = 2_000_000
const long = (piece: string): string => piece.repeat(size / piece.length)

/** How a paragraph of class `a` looks by a style sheet. */
const styleBy = (css: string) => {
  const document = new DOMParser().parseFromString('<style></style><p class="a"></p>', 'text/html')
  const [sheet, paragraph] = [document.querySelector('style'), document.querySelector('p')]
  if (!sheet || !paragraph) throw new Error('no document')
  sheet.textContent = css
  return styleReader(document)(paragraph)
}

describe('a style sheet', () => {
  it('is read by tag and class, within conditions too, without comments and pages', () => {
    expect(styleBy(`<!-- /* p { display: none } */ @page a { width: 1pt }
      @media print { div, p.a { font-weight: bold } .b { height: 2px } } } p { text-align: CENTER; color: red } .a{width:3px} /* .a { width: 4px } -->`)).toEqual({
      'font-weight': 'bold', 'text-align': 'center', width: '3px',
    })
  })

  it('keeps nobody waiting, however long and broken it is', () => {
    for (const css of [long('a'), long('{'), `${long('{')}}`, long('}'), long('/* '), `${long('a ')}}`, `p{${long('a:')}`]) expect(styleBy(css)).toEqual({})
    expect(styleBy(`${long('.b{}')}.a{width:3px}`)).toEqual({ width: '3px' })
  })

  it('is refused where it is longer than any program writes', () => {
    expect(() => styleBy('a'.repeat(limits.styles + 1))).toThrow(PasteTooLarge)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FootnoteInline } from '#shared/model/body/inlines'
import { inlineText } from '#shared/model/body/walk'
import { withText } from './withText'

const text = fc.string({ unit: fc.constantFrom('见', '附', '录', 'a', '😀', ' '), maxLength: 6 })
const run = fc.record({ type: fc.constant('text'), text, marks: fc.subarray(['bold', 'tracked']) })
const note = fc.array(fc.oneof(run, fc.constant({ type: 'break' }), fc.record({ type: fc.constant('link'), href: fc.constant('https://example.com'), inlines: fc.array(run, { maxLength: 2 }) })), { maxLength: 4 })
  .map((inlines) => FootnoteInline.parse({ type: 'footnote', id: 'n1', inlines }).inlines)

describe('a note whose text is edited', () => {
  it('says exactly what was typed, whatever it said before', () => {
    fc.assert(fc.property(note, fc.string({ unit: fc.constantFrom('见', '附', 'a', '\n', '😀'), maxLength: 12 }), (inlines, typed) => {
      const edited = withText(inlines, typed)
      expect(inlineText(edited)).toBe(typed)
      expect(() => FootnoteInline.parse({ type: 'footnote', id: 'n1', inlines: edited })).not.toThrow()
    }))
  })

  it('keeps marks and links of what was not edited', () => {
    const { inlines } = FootnoteInline.parse({ type: 'footnote', id: 'n1', inlines: [
      { type: 'text', text: '见' }, { type: 'text', text: '附录', marks: ['bold'] }, { type: 'link', href: 'https://example.com', inlines: [{ type: 'text', text: '规程' }] },
    ] })
    expect(withText(inlines, '见附录二规程')).toEqual([
      { type: 'text', text: '见' }, { type: 'text', text: '附录二', marks: ['bold'] }, { type: 'link', href: 'https://example.com', inlines: [{ type: 'text', text: '规程' }] },
    ])
  })
})

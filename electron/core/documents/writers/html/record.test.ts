import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '#shared/model/body/blocks'
import { newId } from '#shared/model/ids'
import { recordContent } from '../../../../../tests/support/records'
import { escapeHtml } from './escape'
import { recordHtml } from './record'

const sha256 = 'a'.repeat(64)
const known = newId()
const written = (blocks: Block[], title = '标题'): string => recordHtml({
  content: { ...recordContent(), title, attachments: [{ sha256, name: '图.png', size: 1, mediaType: 'image/png' }], body: { version: 1, preamble: blocks, sections: [] } },
  customFields: [], attachmentAddress: (hash) => (hash === sha256 ? `attachments/${hash}.png` : undefined), recordAddress: (id) => (id === known ? `#${id}` : undefined),
})

describe('a record as HTML', () => {
  it('nests lists, says where a number begins, and marks what is checked', () => {
    const item = (text: string, level: number, more: object = {}): Block => ({ type: 'listItem', id: text, list: 'number', level, inlines: [{ type: 'text', text }], ...more })
    expect(written([item('a', 0), item('b', 1), item('c', 0, { start: 5 }), item('d', 0, { list: 'check', checked: true })])).toContain(
      '<ol class="number l0"><li>a<ol class="number l1"><li>b</li></ol></li><li value="5">c</li></ol><ul class="check l0"><li>☑ d</li></ul>')
  })

  it('writes tables with their spans, pictures by where they lie, and says which are not there', () => {
    const html = written([
      { type: 'table', id: 't', caption: '表', rows: [{ cells: [{ header: 'column', colSpan: 2, blocks: [] }] }, { cells: [{ blocks: [] }, { rowSpan: 2, blocks: [] }] }] },
      { type: 'image', id: 'i', attachment: sha256, alt: '图', width: 20.4 }, { type: 'image', id: 'j', attachment: 'b'.repeat(64), alt: '另一张' },
    ])
    expect(html).toContain('<caption>表</caption><thead><tr><th scope="col" colspan="2"></th></tr></thead><tbody><tr><td></td><td rowspan="2"></td></tr></tbody>')
    expect(html).toContain(`<img src="attachments/${sha256}.png" alt="图" width="20">`)
    expect(html).toContain('图片缺失</span>　另一张')
  })

  it('links to records that are there and to addresses that do not run, and writes notes at the end', () => {
    const html = written([{ type: 'paragraph', id: 'p', inlines: [
      { type: 'recordLink', recordId: known, text: '有' }, { type: 'recordLink', recordId: newId(), text: '没有' },
      { type: 'link', href: 'https://example.cn/?a="b"', inlines: [{ type: 'text', text: '网' }] }, { type: 'link', href: 'javascript:alert(1)', inlines: [{ type: 'text', text: '脚本' }] },
      { type: 'footnote', id: 'n', inlines: [{ type: 'text', text: '注' }] },
    ] }])
    expect(html).toContain(`<p><a href="#${known}">有</a>没有<a href="https://example.cn/?a=%22b%22" target="_blank" rel="noopener noreferrer">网</a>脚本<sup class="ref">[1]</sup></p>`)
    expect(html).toContain('<ol class="notes"><li>注</li></ol>')
    expect(html).not.toContain('javascript')
  })

  it('says nothing but text, whatever is written', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', '\'', '&', 'a', ' ', '=', '/', '\u0000', '\ud800', '-', '!') }), (text) => {
      const html = written([{ type: 'paragraph', id: 'p', inlines: [{ type: 'text', text }] }], text === '' ? '-' : text)
      expect(html.replaceAll(escapeHtml(text), '')).not.toContain(text.length > 3 && /[<"]/.test(text) ? text : '<script')
      expect(escapeHtml(text)).not.toMatch(/[<>"'\u0000]/)
    }))
  })
})

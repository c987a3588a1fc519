import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyArbitrary } from '../../tests/fixtures/docx/bodyArbitrary'
import { paragraph, recordContent } from '../../tests/support/records'
import { attachmentUses, changeAttachment, isProgram } from './attachments'
import { bodyAttachments } from './body/walk'
import type { AttachmentRef, RecordContent } from './record'

const [a, b, c] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)]

const file = (sha256: string, more: Partial<AttachmentRef> = {}): AttachmentRef => ({ sha256, name: `${sha256.slice(0, 3)}.png`, size: 3, mediaType: 'image/png', ...more })

const used = (...attachments: AttachmentRef[]): RecordContent => recordContent({
  attachments,
  fields: { results: [{ id: 'r1', indicator: '', unit: '', before: '', after: '', evidence: [a, b] }, { id: 'r2', indicator: a, unit: '', before: '', after: '', evidence: [c] }] },
  body: {
    version: 1, preamble: [{ type: 'image', id: 'i1', attachment: a, alt: a, width: 120, height: 80 }, paragraph(a)],
    sections: [{ id: 's', key: null, title: '', blocks: [{ type: 'quote', id: 'q', blocks: [{ type: 'paragraph', id: 'p', inlines: [{ type: 'image', attachment: a, alt: '' }] }] }] }],
  },
})

describe('an attachment that is replaced', () => {
  it('gives its place and role to the new one, and pictures and proofs follow', () => {
    const { attachments, fields, body } = changeAttachment(used(file(c), file(a, { role: 'evidence' })), a, { kind: 'replace', by: file('d'.repeat(64), { name: '新图.png' }) })
    expect(attachments).toEqual([file(c), file('d'.repeat(64), { name: '新图.png', role: 'evidence' })])
    expect(fields.results?.map(({ evidence }) => evidence)).toEqual([['d'.repeat(64), b], [c]])
    expect(body.preamble[0]).toEqual({ type: 'image', id: 'i1', attachment: 'd'.repeat(64), alt: a, width: 120 })
    expect(bodyAttachments(body)).toEqual(['d'.repeat(64)])
  })

  it('leaves words that happen to say its hash alone', () => {
    const { fields, body } = changeAttachment(used(file(a)), a, { kind: 'replace', by: file(b) })
    expect(body.preamble[1]).toMatchObject({ inlines: [{ type: 'text', text: a }] })
    expect(fields.results?.[1]?.indicator).toBe(a)
  })

  it('by a file that the record has, is no longer there, and nothing is there twice', () => {
    const { attachments, fields } = changeAttachment(used(file(a), file(b)), a, { kind: 'replace', by: file(b) })
    expect(attachments).toEqual([file(b)])
    expect(fields.results?.[0]?.evidence).toEqual([b])
  })

  it('stays where it is the file that the record was imported from', () => {
    const { attachments } = changeAttachment(used(file(a, { role: 'original' }), file(c)), a, { kind: 'replace', by: file(b) })
    expect(attachments).toEqual([file(a, { role: 'original' }), file(b), file(c)])
  })

  it('by its own bytes gets the other name', () => {
    expect(changeAttachment(used(file(a)), a, { kind: 'replace', by: file(a, { name: '别名.png' }) }).attachments).toEqual([file(a, { name: '别名.png' })])
  })

  it('is in no body any more, whatever it looks like, and there again when that is taken back', () => {
    fc.assert(fc.property(bodyArbitrary([a, b]), ({ body }) => {
      const content = recordContent({ body, attachments: [file(a)] })
      const there = changeAttachment(content, a, { kind: 'replace', by: file(c) })
      expect(bodyAttachments(there.body)).not.toContain(a)
      expect(attachmentUses(there, c)).toEqual(attachmentUses(content, a))
      expect(bodyAttachments(changeAttachment(there, c, { kind: 'replace', by: file(a) }).body)).toEqual(bodyAttachments(body))
    }))
  })
})

describe('an attachment', () => {
  it('that is renamed keeps all else', () => {
    expect(changeAttachment(used(file(a, { role: 'evidence' })), a, { kind: 'rename', name: '核对表.png' }).attachments).toEqual([file(a, { role: 'evidence', name: '核对表.png' })])
  })

  it('that is removed leaves what names it as it was', () => {
    const before = used(file(a), file(b))
    expect(changeAttachment(before, a, { kind: 'remove' })).toEqual({ ...before, attachments: [file(b)] })
  })

  it('tells how many pictures show it and how many results it proves', () => {
    expect(attachmentUses(used(), a)).toEqual({ pictures: 2, results: 1 })
    expect(attachmentUses(used(), 'e'.repeat(64))).toEqual({ pictures: 0, results: 0 })
  })
})

describe('a program', () => {
  it.each(['setup.exe', 'SETUP.EXE', 'a.docx.exe', '清理.bat', 'x.ps1', 'x.vbs', 'x.js', '链接.lnk', 'x.desktop', 'x.sh', 'x.AppImage', 'x.exe. . ', 'x.msi', 'x.msix', 'x.pyz', 'x.searchconnector-ms', 'x.slk'])('is told by its name: %s', (name) => {
    expect(isProgram(name)).toBe(true)
  })

  it.each(['报告.docx', '台账.xlsx', '图.png', 'exe', '无后缀', 'a.exe.pdf', '.sh/说明.txt', 'v1.2 方案.wps'])('is not: %s', (name) => {
    expect(isProgram(name)).toBe(false)
  })
})

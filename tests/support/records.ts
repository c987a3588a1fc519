/** Records for tests: whole and valid, with what a test cares about set. */
import type { Block } from '#shared/model/body/blocks'
import { newBlockId, newId } from '#shared/model/ids'
import type { RecordContent, RecordFile } from '#shared/model/record'

export const paragraph = (text: string): Block => ({ type: 'paragraph', id: newBlockId(), inlines: text === '' ? [] : [{ type: 'text', text }] })

export const recordContent = (content: Partial<RecordContent> = {}): RecordContent => ({
  type: 'case', number: '', title: '案例', summary: '', unit: '', team: '', authors: [], contact: '', field: '', tags: [], date: '', place: '',
  confidentiality: 'internal', stage: 'draft', links: [], attachments: [], fields: {}, custom: {}, body: { version: 1, preamble: [], sections: [] },
  origin: { libraryId: newId(), unit: '' }, ...content,
})

/** A record with one section that holds the paragraphs. */
export const recordWith = (content: Partial<RecordContent>, ...paragraphs: string[]): RecordFile => ({
  format: 1, id: newId(), local: { createdAt: '2026-11-24T06:00:00.000Z', sealed: false },
  revision: {
    id: '0'.repeat(64), parents: [], by: { name: '张工', unit: '' }, at: '2026-11-24T06:00:00.000Z', device: newId(), contentHash: '0'.repeat(64), sealed: false,
  },
  content: recordContent({
    body: { version: 1, preamble: [], sections: [{ id: newBlockId(), key: null, title: '背景', blocks: paragraphs.map(paragraph) }] }, ...content,
  }),
})

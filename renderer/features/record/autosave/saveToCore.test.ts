import { describe, expect, it } from 'vitest'
import { ConnectionLost } from '#renderer/client/connection'
import { AppError } from '#shared/contract/errors'
import { newId } from '#shared/model/ids'
import { RecordContent, type EditableContent, type RecordFile } from '#shared/model/record'
import { createSender } from './saveToCore'

const hash = (digit: number): string => String(digit).repeat(64)
const at = '2026-11-24T06:03:11.123Z'

/** A core with one record, whose link can break before or after a save arrives. */
const createCore = () => {
  const id = newId()
  let record: RecordFile = {
    format: 1, id, local: { createdAt: at, sealed: false },
    revision: { id: hash(0), parents: [], by: { name: '', unit: '' }, at, device: newId(), contentHash: hash(9) },
    content: {
      type: 'case', number: 'YW-CS-2026-0001', title: '原题', summary: '', unit: '', team: '', authors: [], contact: '', field: '', tags: [], date: '',
      place: '', confidentiality: 'internal', stage: 'draft', links: [], attachments: [], fields: {}, custom: {},
      body: { version: 1, preamble: [], sections: [] }, origin: { libraryId: newId(), unit: '' },
    },
  }
  let revision = 0
  let link: 'up' | 'answer lost' | 'down' = 'up'
  const write = (changes: EditableContent): void => {
    revision += 1
    record = { ...record, revision: { ...record.revision, id: hash(revision) }, content: RecordContent.parse({ ...record.content, ...changes }) }
  }
  return {
    id, write, current: () => record, setLink: (next: typeof link) => { link = next },
    records: {
      get: () => Promise.resolve(record),
      save: (input: { id: string; base: string; changes: EditableContent }) => {
        if (link === 'down') return Promise.reject(new ConnectionLost())
        if (input.base !== record.revision.id) return Promise.reject(new AppError('conflict', { id, current: record.revision.id, at, by: { name: '李', unit: '' } }))
        write(input.changes)
        return link === 'up' ? Promise.resolve({ id, revisionId: record.revision.id, at }) : Promise.reject(new ConnectionLost())
      },
    },
  }
}

describe('saving to the core', () => {
  it('goes on quietly when the save whose answer was lost had arrived', async () => {
    const core = createCore()
    const send = createSender(core.id, core.records)
    core.setLink('answer lost')
    await expect(send(hash(0), { title: '甲' }, { editing: core.id, overwrites: false })).rejects.toThrow(ConnectionLost)
    core.setLink('up')
    await expect(send(hash(0), { title: '甲乙' }, { editing: core.id, overwrites: false })).resolves.toMatchObject({ revisionId: hash(2) })
    expect(core.current().content.title).toBe('甲乙')
  })

  it('recognises the first of several lost saves as its own', async () => {
    const core = createCore()
    const send = createSender(core.id, core.records)
    core.setLink('answer lost')
    await expect(send(hash(0), { title: '甲' }, { editing: core.id, overwrites: false })).rejects.toThrow(ConnectionLost)
    core.setLink('down')
    await expect(send(hash(0), { title: '甲乙' }, { editing: core.id, overwrites: false })).rejects.toThrow(ConnectionLost)
    core.setLink('up')
    await expect(send(hash(0), { title: '甲乙丙' }, { editing: core.id, overwrites: false })).resolves.toBeDefined()
    expect(core.current().content.title).toBe('甲乙丙')
  })

  it('still reports what someone else saved while the connection was down', async () => {
    const core = createCore()
    const send = createSender(core.id, core.records)
    core.setLink('down')
    await expect(send(hash(0), { title: '甲' }, { editing: core.id, overwrites: false })).rejects.toThrow(ConnectionLost)
    core.setLink('up')
    core.write({ title: '别人的' })
    await expect(send(hash(0), { title: '甲' }, { editing: core.id, overwrites: false })).rejects.toMatchObject({ code: 'conflict' })
    expect(core.current().content.title).toBe('别人的')
  })

  it('reports a conflict at once when no save was lost', async () => {
    const core = createCore()
    core.write({ title: '甲' })
    await expect(createSender(core.id, core.records)(hash(0), { title: '甲' }, { editing: core.id, overwrites: false })).rejects.toMatchObject({ code: 'conflict' })
  })
})

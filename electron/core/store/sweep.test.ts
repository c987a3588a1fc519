import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#shared/model/ids'
import { recordContent } from '../../../tests/support/records'
import { createAttachmentStore, type AttachmentStore } from './attachmentStore'
import { libraryPaths, type LibraryPaths } from './folders'
import { createJournal } from './journal'
import { createRecordStore, type RecordStore } from './recordStore'
import { putBackSwept, storedAttachments, sweepAgeMs, sweepAttachment } from './sweep'

const picture = Buffer.from('a picture')
const sha256 = createHash('sha256').update(picture).digest('hex')
const by = { name: '张工', unit: '' }

let root: string
let paths: LibraryPaths
let attachments: AttachmentStore
let records: RecordStore
let now: number

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'liangfang-sweep-'))
  paths = libraryPaths(root)
  now = Date.now()
  const journal = createJournal(paths, newId(), () => now)
  attachments = createAttachmentStore(paths, journal, () => now)
  records = createRecordStore(paths, journal, newId(), () => now)
  await attachments.addBytes(picture)
})
afterEach(async () => rm(root, { recursive: true, force: true }))

const isHere = async (): Promise<boolean> => await attachments.find(sha256) !== undefined
const longAfter = (): number => { now += sweepAgeMs + 60_000; return now - sweepAgeMs }

describe('the sweep', () => {
  it('removes what is old, and leaves what is young', async () => {
    expect(await sweepAttachment(paths, sha256, now - sweepAgeMs)).toBe(false)
    expect(await isHere()).toBe(true)
    expect(await sweepAttachment(paths, sha256, longAfter())).toBe(true)
    expect(await isHere()).toBe(false)
    expect(await sweepAttachment(paths, sha256, now)).toBe(false)
  })

  it('leaves what was added again since it began', async () => {
    const limit = longAfter()
    await attachments.addBytes(picture)
    expect(await sweepAttachment(paths, sha256, limit)).toBe(false)
    expect(await isHere()).toBe(true)
  })

  it('leaves what a save named since it began, without adding it', async () => {
    const record = await records.create(newId(), recordContent({ title: '甲' }), by)
    const limit = longAfter()
    const attachment = { sha256, size: picture.length, name: 'p.png', mediaType: 'image/png' }
    await records.save(record.id, record.revision.id, (content) => ({ ...content, attachments: [attachment] }), by)
    expect(await sweepAttachment(paths, sha256, limit)).toBe(false)
  })

  it('that a crash broke off while it held a file puts it back at the next opening', async () => {
    const held = join(paths.swept, sha256)
    await mkdir(paths.swept, { recursive: true })
    await rename(paths.attachment(sha256), held)
    await putBackSwept(paths)
    expect(await isHere()).toBe(true)
    await writeFile(held, picture)
    await putBackSwept(paths)
    await expect(stat(held)).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await isHere()).toBe(true)
  })

  it('tells what stands among the attachments and is none', async () => {
    const stray = join(dirname(paths.attachment(sha256)), 'Thumbs.db')
    await writeFile(stray, 'x')
    const strays: string[] = []
    const found: string[] = []
    for await (const each of storedAttachments(paths, (path) => { strays.push(path) })) found.push(each.sha256)
    expect([found, strays]).toEqual([[sha256], [stray]])
  })

  it('never takes a file that was answered for, however adding and sweeping interleave', async () => {
    await fc.assert(fc.asyncProperty(fc.scheduler(), fc.array(fc.constantFrom('add', 'name'), { maxLength: 6 }), async (scheduler, others) => {
      await attachments.addBytes(picture)
      const record = await records.create(newId(), recordContent({ title: '甲' }), by)
      const limit = longAfter()
      const answered: string[] = []
      const step = async (what: string): Promise<void> => {
        await scheduler.schedule(Promise.resolve(), what)
        if (what === 'sweep') { await sweepAttachment(paths, sha256, limit); return }
        await attachments.addBytes(picture)
        answered.push(what)
        if (what === 'name') {
          const attachment = { sha256, size: picture.length, name: 'p.png', mediaType: 'image/png' }
          await records.save(record.id, record.revision.id, (content) => ({ ...content, attachments: [attachment] }), by).catch(() => undefined)
        }
      }
      const running = Promise.all(['sweep', ...others].map(step))
      await scheduler.waitAll()
      await running
      if (answered.length > 0) expect(await isHere()).toBe(true)
    }), { numRuns: 150 })
  })
})

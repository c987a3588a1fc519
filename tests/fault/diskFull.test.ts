/** A disk that is really full: a small tmpfs, where one can be mounted. */
import { createHash } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { newId } from '#shared/model/ids'
import { writeNew } from '#core/store/durableFile'
import { makeLibraryFolder, openLibraryFolder } from '#core/store/libraryFolder'
import { stageWrites } from '#core/store/fileWrite'
import { recordContent } from '../support/records'
import { inspect } from './load/inspect'
import { createLedger } from './load/ledger'
import { newLibrary } from './load/world'
import { mountSmallDisk } from './smallDisk'

const { mountPoint, isMounted, remove } = mountSmallDisk('1m')
afterAll(remove)

const filling = join(mountPoint, 'filling')
const by = { name: '张工', unit: '运维一班' }

/** Leaves room for nothing, not even a page. */
const fill = (): void => {
  for (let count = 0, size = 65_536; size >= 1; count += 1) {
    try { writeFileSync(`${filling}${count}`, Buffer.alloc(size)) } catch { size = Math.floor(size / 4) }
  }
}
const free = (): void => { for (const name of readdirSync(mountPoint)) if (name.startsWith('filling')) rmSync(join(mountPoint, name)) }

describe.skipIf(!isMounted)('a library on a disk that is full', () => {
  it('says so of each write, keeps all that was saved whole, and goes on once there is room', async () => {
    const [root, device, library] = [join(mountPoint, '库'), newId(), newLibrary()]
    await makeLibraryFolder(root, library)
    const folder = await openLibraryFolder(root, { device, now: Date.now, write: true })
    const record = await folder.records.create(newId(), recordContent({ title: '甲' }), by)
    const bytes = Buffer.alloc(20_000, 'x')
    const attachment = folder.paths.attachment(createHash('sha256').update(bytes).digest('hex'))
    const writes = {
      save: async () => folder.records.save(record.id, record.revision.id, (content) => ({ ...content, title: '乙', summary: '长'.repeat(3000) }), by),
      create: async () => folder.records.create(newId(), recordContent({ title: '丙' }), by),
      attachment: async () => folder.attachments.addBytes(bytes),
      library: async () => folder.library.update((file) => ({ ...file, name: '新名' })),
      transaction: async () => folder.journal.commit(async (stage) => {
        await stage(attachment, async (staged) => writeNew(staged, bytes))
        await stageWrites(stage, [{ path: join(folder.paths.setAside, newId()), data: '{}' }])
      }),
    }
    fill()
    for (const write of Object.values(writes)) await expect(write()).rejects.toMatchObject({ code: 'store_write_failed', data: { reason: 'ENOSPC' } })
    expect(await folder.records.read(record.id)).toEqual(record)
    expect(folder.library.current().name).toBe(library.name)
    free()
    for (const write of Object.values(writes)) await write()
    await folder.close()
    const ledger = createLedger({ library: '新名', [`record:${record.id}`]: '乙' })
    expect(await inspect(root, device, Date.now, ledger)).toEqual({ lost: [], torn: [], wrong: [], leftovers: 0, records: 2 })
  })
})

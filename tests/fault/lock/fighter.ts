/**
 * One of several processes that fight for a library: opens it, and where it may write, makes sure that nobody else does, writes a few times,
 * and lets it go; again and again until it is killed. One JSON line for each time on standard output.
 */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { newId } from '#shared/model/ids'
import { runningProcess } from '#core/store/processes'
import { openLibraryFolder, type LibraryFolder } from '#core/store/libraryFolder'
import { recordContent } from '../../support/records'
import { inTurn } from './turns'

const [root = '', device = '', cycles = '0'] = process.argv.slice(2)
const marker = join(root, '..', 'writing')

const say = (line: object): void => { writeSync(1, `${JSON.stringify(line)}\n`) }

/**
 * Who else claims to write now; undefined for nobody. A marker whose process is gone was left by a kill; one that was killed and not asked
 * how it ended still has its number, and writes no more.
 */
const claim = async (): Promise<number | undefined> => {
  try {
    const file = openSync(marker, 'wx')
    writeSync(file, String(process.pid))
    closeSync(file)
    return undefined
  } catch {
    const other = Number(readFileSync(marker, 'utf8') || '0')
    if (other > 0 && await runningProcess(other)) return other
    rmSync(marker, { force: true })
    return claim()
  }
}

/** Looks, and writes if the library is still its own. */
const write = async (folder: LibraryFolder): Promise<void> => {
  await folder.makeSure()
  const why = folder.readOnly()
  if (why) {
    say({ did: 'lost', why: why.code })
    return
  }
  const other = await claim()
  const id = newId()
  if (other === undefined) await folder.records.create(id, recordContent({ title: String(process.pid) }), { name: '', unit: '' })
  if (Math.random() < 0.3) await wait(3)
  if (other === undefined && readFileSync(marker, 'utf8') === String(process.pid)) {
    say({ did: 'write', id })
    rmSync(marker, { force: true })
  } else {
    say({ did: 'clash', with: other ?? 'one who came later' })
  }
}

for (let cycle = 0; cycle < Number(cycles); cycle += 1) {
  const folder = await openLibraryFolder(root, { device, now: Date.now, write: true })
  const why = folder.readOnly()
  if (why) {
    say({ did: 'read', why: why.code })
  } else {
    for (let writes = 0; writes < 3; writes += 1) {
      await inTurn(root, async () => write(folder))
      await wait(Math.random() * 5)
    }
  }
  await folder.close()
}

import { access, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDownloads } from './downloads'

let exports: string

beforeEach(async () => { exports = await mkdtemp(join(tmpdir(), 'liangfang-exports-')) })
afterEach(async () => rm(exports, { recursive: true, force: true }))

it('leaves what another run that goes on has made, and removes its own at the end', async () => {
  const running = createDownloads(exports)
  const made = await running.reserve('案例.docx')
  await writeFile(made.path, '写好了')
  const other = createDownloads(exports)
  await other.reserve('工具.docx')
  await access(made.path)
  await other.close()
  await access(made.path)
  await running.close()
  expect(await readdir(exports)).toEqual([])
})

it('removes what runs that are over have left', async () => {
  await mkdir(join(exports, `${2 ** 22 + 1}-run`), { recursive: true })
  await writeFile(join(exports, 'from-before'), '')
  const downloads = createDownloads(exports)
  const { path } = await downloads.reserve('案例.docx')
  expect(await readdir(exports)).toEqual([path.split(/[\\/]/).at(-2)])
})

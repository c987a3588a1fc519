/**
 * `import`: how fast a folder of Word files becomes records. `files_per_s` counts whole files, saved durably: larger is better.
 * `vs_bare_converter` is that import's time over mammoth alone turning the same files into HTML, one after another, in the same run:
 * smaller is better. The best of three, taken in turns.
 */
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import mammoth from 'mammoth'
import { writeCaseFolder } from '../fixtures/docx/writeCaseFolder'
import { openBenchCore, round, timed, withFolder, type BenchResult } from './benchCore'

const rounds = 3
const pollMs = 5

const convertBare = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) await mammoth.convertToHtml({ path: join(folder, name) })
}

const importAll = async (home: string, folder: string, count: number): Promise<number> => {
  const core = await openBenchCore(home)
  try {
    await core.client.library.create({ path: join(home, 'library'), name: '基准', unit: '基准班' })
    return await timed(async () => {
      const { jobId } = await core.client.imports.start({ paths: [folder], type: 'case' })
      while ((await core.client.jobs.get({ id: jobId })).state === 'running') await wait(pollMs)
      const { imported } = await core.client.imports.report({ jobId, limit: 1 })
      if (imported !== count) throw new Error(`${imported} of ${count} files imported`)
    })
  } finally {
    await core.close()
  }
}

export const benchImport = async (count: number): Promise<BenchResult> => withFolder(async (home) => {
  const folder = join(home, 'files')
  await mkdir(folder)
  await writeCaseFolder(folder, count)

  const imports: number[] = []
  const conversions: number[] = []
  for (let index = 0; index < rounds; index += 1) {
    conversions.push(await timed(() => convertBare(folder)))
    imports.push(await importAll(join(home, `round-${index}`), folder, count))
  }
  const best = Math.min(...imports)
  return {
    name: 'import', sizes: { files: count },
    figures: { files_per_s: round(count / (best / 1000)), vs_bare_converter: round(best / Math.min(...conversions)) },
  }
})

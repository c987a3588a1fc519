/** Folders that are taken in by another library, in tests. */
import { join } from 'node:path'
import { ended } from './jobs'
import type { TestCore, TestHome } from './testCore'

type ImportReport = Awaited<ReturnType<TestCore['client']['imports']['report']>>

/** A core with an empty library of another unit. */
export const otherLibrary = async (home: TestHome, name = '另一个库'): Promise<TestCore> => {
  const core = await home.open()
  await core.client.library.create({ path: join(home.home, name), name, unit: '检修公司', unitCode: 'JX9' })
  return core
}

/** What came of importing these paths. */
export const importAll = async ({ client }: TestCore, ...paths: string[]): Promise<ImportReport> => {
  const { jobId } = await client.imports.start({ paths, type: 'case' })
  await ended(client, jobId)
  return client.imports.report({ jobId })
}

/** Which files an import is about: those named, and in folders all below them, in the order of their paths. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What Word and the systems leave beside documents, and what nobody means by "the files in this folder". */
const isLeftover = (name: string): boolean => name.startsWith('.') || name.startsWith('~$') || /^(thumbs\.db|desktop\.ini)$/i.test(name)

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** A folder that can't be read is named itself, so that it is reported like a file. */
async function* filesBelow(folder: string, signal: AbortSignal): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined)
  if (!entries) yield folder
  for (const entry of (entries ?? []).sort((a, b) => collator.compare(a.name, b.name))) {
    if (signal.aborted) return
    if (isLeftover(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path, signal)
    else if (entry.isFile()) yield path
  }
}

/** What does not exist or can't be read is in the answer too: it is reported like any other. */
export const listImportFiles = async (paths: readonly string[], signal: AbortSignal): Promise<string[]> => {
  const found = new Set<string>()
  for (const path of paths) {
    const isFolder = await stat(path).then((each) => each.isDirectory(), () => false)
    if (isFolder) for await (const file of filesBelow(path, signal)) found.add(file)
    else found.add(path)
  }
  return [...found]
}

/** Which files an import is about: those named, and in folders all below them, in the order of their paths. */
import { open, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { attachmentsFolder, indexFile, isIndexMark } from '../documents/writers/markdown/form'

/** `root` is the folder that was named, or that the file lies in: what the file names is read only in there. */
export interface ImportFile { path: string; root: string }

/** What Word and the systems leave beside documents, and what nobody means by "the files in this folder". */
const isLeftover = (name: string): boolean => name.startsWith('.') || name.startsWith('~$') || /^(thumbs\.db|desktop\.ini)$/i.test(name)

export const isMarkdown = (path: string): boolean => /\.(?:md|markdown)$/i.test(path)
const isDocument = (path: string): boolean => isMarkdown(path) || /\.(?:doc|docx|docm|dot|dotx|wps|rtf|odt)$/i.test(path)

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Whether the app wrote the folder, with an index and its attachments in one place. */
const isOurs = async (folder: string): Promise<boolean> => {
  try {
    const handle = await open(join(folder, indexFile))
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(200), 0, 200, 0)
      return isIndexMark(buffer.toString('utf8', 0, bytesRead))
    } finally {
      await handle.close()
    }
  } catch {
    return false
  }
}

/** A folder that can't be read is named itself, so that it is reported like a file. A folder that the app wrote, wherever it lies, is one for itself. */
async function* filesBelow(folder: string, above: string, signal: AbortSignal): AsyncGenerator<ImportFile> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined)
  const isOwn = await isOurs(folder)
  const root = isOwn ? folder : above
  if (!entries) yield { path: folder, root }
  for (const entry of (entries ?? []).sort((a, b) => collator.compare(a.name, b.name))) {
    if (signal.aborted) return
    if (isLeftover(entry.name) || (isOwn && (entry.name === indexFile || entry.name === attachmentsFolder))) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path, root, signal)
    else if (entry.isFile()) yield { path, root }
  }
}

/** Among notes, what is no document belongs to them: pictures, attachments. */
const filesOf = async (folder: string, signal: AbortSignal): Promise<ImportFile[]> => {
  const files: ImportFile[] = []
  for await (const file of filesBelow(folder, await rootAbove(folder, folder), signal)) files.push(file)
  return files.some(({ path }) => isMarkdown(path)) ? files.filter(({ path }) => isDocument(path) || path === folder) : files
}

/** The folder of a type lies in a folder that the app wrote: its attachments are beside it. */
const rootAbove = async (folder: string, otherwise: string): Promise<string> => (await isOurs(dirname(folder)) ? dirname(folder) : otherwise)

/** What does not exist or can't be read is in the answer too: it is reported like any other. */
export const listImportFiles = async (paths: readonly string[], signal: AbortSignal): Promise<ImportFile[]> => {
  const found = new Map<string, ImportFile>()
  const add = (file: ImportFile): void => { if (!found.has(file.path)) found.set(file.path, file) }
  for (const path of paths) {
    const isFolder = await stat(path).then((each) => each.isDirectory(), () => false)
    if (isFolder) (await filesOf(path, signal)).forEach(add)
    else if (basename(path) !== indexFile || !await isOurs(dirname(path))) add({ path, root: isMarkdown(path) ? await rootAbove(dirname(path), dirname(path)) : dirname(path) })
  }
  return [...found.values()]
}

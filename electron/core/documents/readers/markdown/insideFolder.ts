/** Files that a Markdown file names: read only where they truly lie in the folder that was imported, whatever the path says or a link leads to. */
import { realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

const isBelow = (folder: string, path: string): boolean => {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** The true path of a plain file in the folder `root`, named from the file `from`; undefined for any other. */
export const fileInside = async (root: string, from: string, path: string): Promise<string | undefined> => {
  if (path === '' || path.includes('\0') || isAbsolute(path) || /^[a-z][a-z\d+.-]+:/i.test(path) || path.startsWith('\\')) return undefined
  try {
    const [folder, file] = [await realpath(root), await realpath(resolve(dirname(from), path))]
    return isBelow(folder, file) && (await stat(file)).isFile() ? file : undefined
  } catch {
    return undefined
  }
}

/** Where programs keep pictures that notes name without a folder. */
const usualFolders = ['', 'attachments', 'assets', 'images', 'img', 'media', 'files', 'resources', '_resources', '附件', '图片'] as const

/** The same for notes: a bare name may lie in one of the usual folders, beside the note or at the root. */
export const noteFileInside = async (root: string, from: string, path: string): Promise<string | undefined> => {
  if (/[\\/]/.test(path)) return await fileInside(root, from, path) ?? fileInside(root, join(root, 'note'), path)
  for (const folder of usualFolders) {
    for (const beside of [from, join(root, 'note')]) {
      const found = await fileInside(root, beside, join(folder, path))
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** Names in a folder of Markdown: each once, whatever a system thinks of capital letters. */
import { extname } from 'node:path'
import { folderNameOf } from '#shared/text/fileName'

/** Answers the path under which something is to lie in a folder: by the name that it has, with a number where that is taken. */
export type TakePath = (folder: string, name: string, fallback: string) => string

export const createPaths = (): TakePath => {
  const taken = new Set<string>()
  return (folder, name, fallback) => {
    const extension = /^\.[\w-]{1,10}$/.test(extname(name)) ? extname(name) : ''
    const base = folderNameOf(extension === '' ? name : name.slice(0, -extension.length), fallback)
    let path = ''
    for (let count = 1; path === '' || taken.has(path.normalize('NFC').toLowerCase()); count += 1) path = `${folder}/${base}${count === 1 ? '' : ` (${count})`}${extension}`
    taken.add(path.normalize('NFC').toLowerCase())
    return path
  }
}

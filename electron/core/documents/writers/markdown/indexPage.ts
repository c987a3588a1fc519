/** The index of a folder of Markdown: every record by its type, and how they come back. */
import type { RootContent } from 'mdast'
import { addressOf, indexMark } from './form'
import { markdownText } from './writeMarkdown'

/** Paths are relative to the index. */
export interface IndexedFolder { name: string; about: readonly string[]; groups: readonly { title: string; files: readonly { path: string; title: string }[] }[] }

const paragraph = (value: string): RootContent => ({ type: 'paragraph', children: [{ type: 'text', value }] })
const heading = (depth: 1 | 2, value: string): RootContent => ({ type: 'heading', depth, children: [{ type: 'text', value }] })

export const indexPage = ({ name, about, groups }: IndexedFolder): string => markdownText({
  type: 'root',
  children: [
    { type: 'html', value: indexMark }, heading(1, name), ...about.map(paragraph),
    ...groups.flatMap(({ title, files }): RootContent[] => [heading(2, title), {
      type: 'list', ordered: false, spread: false,
      children: files.map((file) => ({ type: 'listItem', spread: false, children: [{ type: 'paragraph', children: [{ type: 'link', url: addressOf(file.path), children: [{ type: 'text', value: file.title }] }] }] })),
    }]),
  ],
})

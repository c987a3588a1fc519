/** A record as one Markdown file, from which readers/markdown makes the same record again. */
import type { Root, RootContent } from 'mdast'
import { frontmatterToMarkdown } from 'mdast-util-frontmatter'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { isKnownInline } from '#shared/model/body/inlines'
import type { Body } from '#shared/model/body/body'
import { blockInlines, bodyAttachments, placedBlocks } from '#shared/model/body/walk'
import type { RevisionFile } from '#shared/model/record'
import type { Beside, WriteContext } from './context'
import { flow, noteDefinition } from './flow'
import { blocksMark, sectionDepth, sectionMark } from './form'
import { frontMatter } from './frontMatter'
import { keptBody } from './keptBody'

/** Those of blocks and of the notes in them, in reading order. */
export const blockIds = (body: Body): string[] => [...placedBlocks(body)].flatMap(({ block }) =>
  [block.id, ...blockInlines(block).flatMap((inline) => (isKnownInline(inline) && inline.type === 'footnote' ? [inline.id] : []))])

export const markdownText = (root: Root): string => toMarkdown(root, {
  extensions: [gfmToMarkdown({ tablePipeAlign: false }), frontmatterToMarkdown(['yaml'])],
  bullet: '-', bulletOther: '*', rule: '-', resourceLink: true, listItemIndent: 'one', incrementListMarker: true,
})

export const writeMarkdown = (record: RevisionFile, beside: Beside): string => {
  const { title, attachments } = record.content
  const body = keptBody(record.content.body)
  const context: WriteContext = { beside, notes: [] }
  const attached = new Set(attachments.map(({ sha256 }) => sha256))
  const children: RootContent[] = [
    { type: 'yaml', value: frontMatter(record, beside, bodyAttachments(body).filter((sha256) => !attached.has(sha256))).trimEnd() },
    { type: 'heading', depth: 1, children: [{ type: 'text', value: title.replaceAll(/\s+/g, ' ').trim() }] },
    ...flow(context, body.preamble),
    ...body.sections.flatMap(({ id, key, title: name, blocks }): RootContent[] => [
      { type: 'heading', depth: sectionDepth, children: [{ type: 'text', value: `${name} ` }, { type: 'html', value: sectionMark(key, id) }] },
      ...flow(context, blocks),
    ]),
  ]
  // A note can hold no other: there are no more of them after this.
  const notes = context.notes.map((note, index) => noteDefinition(context, note, String(index + 1)))
  return markdownText({ type: 'root', children: [...children, ...notes, { type: 'html', value: blocksMark(blockIds(body)) }] })
}

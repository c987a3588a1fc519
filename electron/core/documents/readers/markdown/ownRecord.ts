/** A file that the app wrote: the record as it was, its sections by their marks. */
import type { RootContent } from 'mdast'
import { z } from 'zod'
import { isKnownBlock, type Block } from '#shared/model/body/blocks'
import type { Body, Section } from '#shared/model/body/body'
import { isKnownInline, type Inline } from '#shared/model/body/inlines'
import { withUniqueIds } from '#shared/model/body/uniqueIds'
import { inlineText, placedBlocks } from '#shared/model/body/walk'
import { newBlockId, Sha256, Timestamp, Uuid } from '#shared/model/ids'
import { AttachmentRef, Person, RecordContent, RecordLink } from '#shared/model/record'
import { markdownFormat, readBlocksMark, readSectionMark, sectionDepth } from '../../writers/markdown/form'
import { keptBody } from '../../writers/markdown/keptBody'
import { blockIds } from '../../writers/markdown/writeMarkdown'
import { ReadFailure, type OwnRecord } from '../readDocument'
import { readNodes } from './blocks'
import type { ReadContext } from './context'
import { readPhrasing } from './inlines'
import type { ParsedMarkdown } from './parse'

const Path = z.string().max(1000).optional()

const OwnSaid = RecordContent.omit({ body: true }).extend({
  liangfang: z.int(), id: Uuid, revision: z.looseObject({ id: Sha256, at: Timestamp, by: Person }),
  links: z.array(RecordLink.extend({ path: Path })), attachments: z.array(AttachmentRef.extend({ path: Path })),
  pictures: z.array(z.object({ sha256: Sha256, path: Path })).optional(),
})

/** Whether a front matter is one of ours. */
export const isOwn = (said: Readonly<Record<string, unknown>> | undefined): boolean => said?.liangfang !== undefined && said.id !== undefined

const readHead = (said: Readonly<Record<string, unknown>>): z.infer<typeof OwnSaid> => {
  if (typeof said.liangfang === 'number' && said.liangfang > markdownFormat) throw new ReadFailure({ code: 'damaged', detail: `format ${said.liangfang}` })
  const { data, error } = OwnSaid.safeParse(said)
  if (!data) throw new ReadFailure({ code: 'damaged', detail: `front matter: ${error.issues[0]?.path.join('.') ?? ''}` })
  return data
}

type HeadingNode = Extract<RootContent, { type: 'heading' }>

const sectionOf = (context: ReadContext, { children }: HeadingNode): Section => {
  const last = children.at(-1)
  const mark = last?.type === 'html' ? readSectionMark(last.value) : undefined
  const title = inlineText(readPhrasing(context, mark ? children.slice(0, -1) : children)).trim()
  return { id: mark?.id ?? newBlockId(), key: mark?.key ?? null, title, blocks: [] }
}

const readBody = (context: ReadContext, nodes: readonly RootContent[]): Body => {
  const body: Body = { version: 1, preamble: [], sections: [] }
  let waiting: RootContent[] = []
  let into: Block[] = body.preamble
  const flush = (): void => {
    into.push(...readNodes(context, waiting))
    waiting = []
  }
  nodes.forEach((node, index) => {
    // The first is the title, which the front matter says.
    if (node.type === 'heading' && node.depth === 1 && !nodes.slice(0, index).some(({ type }) => type === 'heading')) return
    if (node.type !== 'heading' || node.depth > sectionDepth) { waiting.push(node); return }
    flush()
    const section = sectionOf(context, node)
    body.sections.push(section)
    into = section.blocks
  })
  flush()
  return keptBody(body)
}

/** The ids that were written down, where it still has as many blocks. */
const withIds = (body: Body, ids: readonly string[]): Body => {
  if (blockIds(body).length !== ids.length || new Set(ids).size !== ids.length || ids.some((id) => id === '' || id.length > 64)) return body
  const next = ids[Symbol.iterator]()
  const take = (): string => String(next.next().value)
  const ofInlines = (inlines: readonly Inline[]): Inline[] => inlines.map((inline) => (isKnownInline(inline) && inline.type === 'footnote' ? { ...inline, id: take() } : inline))
  for (const { block } of placedBlocks(body)) {
    block.id = take()
    if (isKnownBlock(block) && (block.type === 'paragraph' || block.type === 'heading' || block.type === 'listItem')) block.inlines = ofInlines(block.inlines)
  }
  return body
}

export const readOwn = (context: ReadContext, { root, said = {} }: ParsedMarkdown): OwnRecord => {
  const { liangfang: _format, revision: _revision, pictures = [], id, attachments, links, ...content } = readHead(said)
  const nodes = root.children.filter(({ type }) => type !== 'yaml' && type !== 'definition' && type !== 'footnoteDefinition')
  const ids = nodes.flatMap((node) => (node.type === 'html' ? [readBlocksMark(node.value)] : [])).findLast((each) => each !== undefined)
  const body = readBody(context, nodes.filter((node) => node.type !== 'html' || readBlocksMark(node.value) === undefined))
  const files = [...attachments, ...pictures].flatMap(({ sha256, path }) => (path === undefined ? [] : [{ sha256, path }]))
  return {
    id, files: [...new Map(files.map((file) => [file.path, file])).values()],
    content: {
      ...content, links: links.map(({ path: _path, ...link }) => link), attachments: attachments.map(({ path: _path, ...attachment }) => attachment),
      body: withUniqueIds(ids ? withIds(body, ids) : body),
    },
  }
}

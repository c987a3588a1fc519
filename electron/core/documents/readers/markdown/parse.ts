/** A Markdown file as its tree, with what is referred to from anywhere in it. */
import type { Definition, FootnoteDefinition, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import { parse } from 'yaml'
import { z } from 'zod'
import { readOwnHead } from './head'

export interface ParsedMarkdown {
  root: Root
  /** What the front matter says; empty where there is none, undefined where it can't be read. */
  said: Readonly<Record<string, unknown>> | undefined
  definitions: Map<string, Definition>
  notes: Map<string, FootnoteDefinition>
}

/** Undefined for what is no mapping, or YAML that can't be read. */
const readYaml = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = parse(text, { schema: 'core', maxAliasCount: 20, logLevel: 'silent' })
    return value === null ? {} : z.record(z.string(), z.unknown()).safeParse(value).data
  } catch {
    return undefined
  }
}

/** What looks like an address is no link in a file of ours: a link is written as one. */
const withoutAutolinks = { disable: { null: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] } }

export const parseMarkdown = (text: string): ParsedMarkdown => {
  const isWritten = readOwnHead(text) !== undefined
  const root = fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml']), ...isWritten ? [withoutAutolinks] : []],
    mdastExtensions: [gfmFromMarkdown().filter(({ transforms }) => !isWritten || transforms === undefined), frontmatterFromMarkdown(['yaml'])],
  })
  const [first] = root.children
  const definitions = new Map<string, Definition>()
  const notes = new Map<string, FootnoteDefinition>()
  for (const node of root.children) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) notes.set(node.identifier, node)
  }
  return { root, said: first?.type === 'yaml' ? readYaml(first.value) : {}, definitions, notes }
}

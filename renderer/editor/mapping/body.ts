/** A whole body written into the editor and read back: sections are flat in the editor, each from its heading to the next. */
import { $createTextNode, $getRoot, $getState, $setState, type LexicalNode, type NodeKey } from 'lexical'
import type { Block } from '#shared/model/body/blocks'
import type { Body, Section } from '#shared/model/body/body'
import { normaliseBlock } from '#shared/model/body/normalise'
import { isSameJson } from '#shared/model/sameJson'
import { $createSectionHeadingNode, $isSectionHeadingNode, type SectionHeadingNode } from '../nodes/SectionHeadingNode'
import { $createFiller, $blockNodes, $filledBlockNodes } from './blocksToLexical'
import { $readBlocks } from './lexicalToBlocks'
import { $bodyId, $carry, keptState, sectionKeyState } from './nodeState'

/** The nodes of a section: its heading, then its blocks. */
export const $sectionNodes = ({ id, key, title, blocks, ...kept }: Section): LexicalNode[] => {
  const heading = $carry($setState($createSectionHeadingNode(), sectionKeyState, key), id, kept)
  if (title !== '') heading.append($createTextNode(title))
  return [heading, ...$filledBlockNodes(blocks)]
}

/** Replaces what the editor holds with a body. Call within an update. */
export const $writeBody = ({ version: _version, preamble, sections, ...kept }: Body): void => {
  const root = $getRoot().clear()
  $setState(root, keptState, kept)
  root.append(...$blockNodes(preamble), ...sections.flatMap($sectionNodes))
  if (root.isEmpty()) root.append($createFiller())
}

/**
 * What was read before, by the node that it was read from: the blocks of a node in normal form, the section of a heading. `written`: the
 * sections that the editor was filled with, by their ids.
 */
export interface ReadBefore {
  blocks: Map<NodeKey, readonly Block[]>
  sections: Map<NodeKey, { blocks: readonly (readonly Block[])[]; section: Section }>
  written: ReadonlyMap<string, Section>
}

const nothing: ReadBefore['written'] = new Map()

export const nothingRead = (written = nothing): ReadBefore => ({ blocks: new Map(), sections: new Map(), written })

const $readNode = (node: LexicalNode, before: ReadBefore): readonly Block[] => {
  const known = before.blocks.get(node.getKey())
  if (known) return known
  const blocks = $readBlocks([node]).map(normaliseBlock)
  before.blocks.set(node.getKey(), blocks)
  return blocks
}

const $readSection = (heading: SectionHeadingNode, blocks: readonly (readonly Block[])[], before: ReadBefore): Section => {
  const known = before.sections.get(heading.getKey())
  if (known?.blocks.length === blocks.length && known.blocks.every((each, index) => each === blocks[index])) return known.section
  const read = {
    ...$getState(heading, keptState), id: $bodyId(heading), key: $getState(heading, sectionKeyState), title: heading.getTextContent(), blocks: blocks.flat(),
  }
  const written = before.written.get(read.id)
  const section = written && isSameJson(written, read) ? written : read
  before.sections.set(heading.getKey(), { blocks, section })
  return section
}

/**
 * The body that the editor holds, in normal form. Call within a read or an update. `before` holds nothing of nodes that changed since: what it
 * holds is not read again, and stays the same object; so does a section that says what the editor was filled with.
 */
export const $readBody = (before: ReadBefore = nothingRead()): Body => {
  const root = $getRoot()
  const preamble: (readonly Block[])[] = []
  const sections: { heading: SectionHeadingNode, blocks: (readonly Block[])[] }[] = []
  for (const node of root.getChildren()) {
    if ($isSectionHeadingNode(node)) sections.push({ heading: node, blocks: [] })
    else (sections.at(-1)?.blocks ?? preamble).push($readNode(node, before))
  }
  return {
    ...$getState(root, keptState), version: 1, preamble: preamble.flat(), sections: sections.map(({ heading, blocks }) => $readSection(heading, blocks, before)),
  }
}

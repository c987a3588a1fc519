/** A whole body written into the editor and read back: sections are flat in the editor, each from its heading to the next. */
import { $createTextNode, $getRoot, $getState, $setState, type LexicalNode } from 'lexical'
import type { Body, Section } from '#shared/model/body/body'
import { normaliseBody } from '#shared/model/body/normalise'
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

const $readSection = (heading: SectionHeadingNode, nodes: readonly LexicalNode[]): Section => ({
  ...$getState(heading, keptState), id: $bodyId(heading), key: $getState(heading, sectionKeyState),
  title: heading.getTextContent(), blocks: $readBlocks(nodes),
})

/** The body that the editor holds, in normal form. Call within a read or an update. */
export const $readBody = (): Body => {
  const root = $getRoot()
  const preamble: LexicalNode[] = []
  const sections: { heading: SectionHeadingNode, nodes: LexicalNode[] }[] = []
  for (const node of root.getChildren()) {
    if ($isSectionHeadingNode(node)) sections.push({ heading: node, nodes: [] })
    else (sections.at(-1)?.nodes ?? preamble).push(node)
  }
  return normaliseBody({
    ...$getState(root, keptState), version: 1, preamble: $readBlocks(preamble),
    sections: sections.map(({ heading, nodes }) => $readSection(heading, nodes)),
  })
}

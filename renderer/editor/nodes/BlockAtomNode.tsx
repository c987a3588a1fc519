/** A block without text of its own in the editor: a picture, a divider, a block of a kind that we do not know. */
import { $applyNodeReplacement, $getState, $setState, DecoratorNode, type LexicalNode } from 'lexical'
import type { ReactElement } from 'react'
import { blockAtomState, idState, type BlockAtom } from '../mapping/nodeState'
import { BlockAtomView } from './BlockAtomView'

export class BlockAtomNode extends DecoratorNode<ReactElement> {
  override $config() {
    return this.config('lf-block', { extends: DecoratorNode, stateConfigs: [idState, blockAtomState] })
  }

  getBlock(): BlockAtom { return $getState(this, blockAtomState) }

  override createDOM(): HTMLElement { return document.createElement('div') }

  override updateDOM(): boolean { return false }

  override isInline(): false { return false }

  override getTextContent(): string { return '\n' }

  override decorate(): ReactElement { return <BlockAtomView nodeKey={this.getKey()} block={this.getBlock()} /> }
}

export const $createBlockAtomNode = (block: BlockAtom): BlockAtomNode =>
  $setState($applyNodeReplacement(new BlockAtomNode()), blockAtomState, block)

export const $isBlockAtomNode = (node: LexicalNode | null | undefined): node is BlockAtomNode => node instanceof BlockAtomNode

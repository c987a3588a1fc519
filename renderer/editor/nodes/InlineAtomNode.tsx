/** What stands in a line without being text: a picture, a footnote, a link to a record, an inline of a kind that we do not know. */
import { $applyNodeReplacement, $getState, $setState, DecoratorNode, type LexicalNode } from 'lexical'
import type { ReactElement } from 'react'
import { inlineText } from '#shared/model/body/walk'
import type { Inline } from '#shared/model/body/inlines'
import { inlineAtomState } from '../mapping/nodeState'
import { InlineAtomView } from './InlineAtomView'

export class InlineAtomNode extends DecoratorNode<ReactElement> {
  override $config() {
    return this.config('lf-inline', { extends: DecoratorNode, stateConfigs: [inlineAtomState] })
  }

  getInline(): Inline { return $getState(this, inlineAtomState) }

  override createDOM(): HTMLElement { return document.createElement('span') }

  override updateDOM(): boolean { return false }

  override isInline(): boolean { return true }

  override getTextContent(): string { return inlineText([this.getInline()]) }

  override decorate(): ReactElement { return <InlineAtomView nodeKey={this.getKey()} inline={this.getInline()} /> }
}

export const $createInlineAtomNode = (inline: Inline): InlineAtomNode =>
  $setState($applyNodeReplacement(new InlineAtomNode()), inlineAtomState, inline)

export const $isInlineAtomNode = (node: LexicalNode | null | undefined): node is InlineAtomNode => node instanceof InlineAtomNode

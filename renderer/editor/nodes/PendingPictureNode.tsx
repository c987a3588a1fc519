/** A picture on its way into the library, or one that did not get there. It is never part of the body. */
import { $applyNodeReplacement, $getState, $setState, DecoratorNode, type LexicalNode } from 'lexical'
import type { ReactElement } from 'react'
import { pendingPictureState, type PendingPicture } from './pendingPicture'
import { PendingPictureView } from './PendingPictureView'

export class PendingPictureNode extends DecoratorNode<ReactElement> {
  override $config() {
    return this.config('lf-pending-picture', { extends: DecoratorNode, stateConfigs: [pendingPictureState] })
  }

  getPicture(): PendingPicture { return $getState(this, pendingPictureState) }

  override createDOM(): HTMLElement { return document.createElement('span') }

  override updateDOM(): boolean { return false }

  override isInline(): boolean { return true }

  override decorate(): ReactElement { return <PendingPictureView nodeKey={this.getKey()} picture={this.getPicture()} /> }
}

export const $createPendingPictureNode = (picture: PendingPicture): PendingPictureNode =>
  $setState($applyNodeReplacement(new PendingPictureNode()), pendingPictureState, picture)

export const $isPendingPictureNode = (node: LexicalNode | null | undefined): node is PendingPictureNode => node instanceof PendingPictureNode

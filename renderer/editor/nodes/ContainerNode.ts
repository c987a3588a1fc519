/** A quote or a callout: a box that holds blocks of its own. */
import { $applyNodeReplacement, $getState, $setState, ElementNode, type EditorConfig, type ElementDOMSlot, type LexicalNode } from 'lexical'
import { containerState, idState, keptState, type Container } from '../mapping/nodeState'
import { drawIcon } from './drawIcon'

export class ContainerNode extends ElementNode {
  override $config() {
    return this.config('lf-container', { extends: ElementNode, stateConfigs: [idState, keptState, containerState] })
  }

  getContainer(): Container { return $getState(this, containerState) }

  override createDOM(config: EditorConfig): HTMLElement {
    const container = this.getContainer()
    const element = document.createElement(container.type === 'quote' ? 'blockquote' : 'aside')
    const className: unknown = config.theme[container.type]
    if (typeof className === 'string') element.className = className
    if (container.type === 'callout') element.dataset.tone = container.tone
    const content = document.createElement('div')
    element.append(drawIcon(container.type === 'quote' ? 'quote' : container.tone), content)
    return element
  }

  override updateDOM(previous: this): boolean {
    return $getState(previous, containerState, 'direct') !== $getState(this, containerState, 'direct')
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot {
    const content = element.lastElementChild
    return content instanceof HTMLElement ? super.getDOMSlot(element).withElement(content) : super.getDOMSlot(element)
  }

  override isShadowRoot(): boolean { return true }

  override canBeEmpty(): boolean { return false }

  override canIndent(): boolean { return false }
}

export const $createContainerNode = (container: Container): ContainerNode =>
  $setState($applyNodeReplacement(new ContainerNode()), containerState, container)

export const $isContainerNode = (node: LexicalNode | null | undefined): node is ContainerNode => node instanceof ContainerNode

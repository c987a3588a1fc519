/** A quote or a callout: a box that holds blocks of its own. */
import { $applyNodeReplacement, $getState, $setState, ElementNode, setDOMUnmanaged, type EditorConfig, type ElementDOMSlot, type LexicalNode } from 'lexical'
import { Citation } from '#shared/model/body/blocks'
import { containerState, idState, keptState, type Container } from '../mapping/nodeState'
import { drawIcon } from './drawIcon'

/** Where the citation is drawn: no part of the text that is edited. */
const createFoot = ({ theme }: EditorConfig): HTMLElement => {
  const foot = document.createElement('footer')
  const className: unknown = theme.quoteFoot
  if (typeof className === 'string') foot.className = className
  foot.contentEditable = 'false'
  setDOMUnmanaged(foot, { captureSelection: true })
  return foot
}

export class ContainerNode extends ElementNode {
  override $config() {
    return this.config('lf-container', { extends: ElementNode, stateConfigs: [idState, keptState, containerState] })
  }

  getContainer(): Container { return $getState(this, containerState) }

  getCitation(): Citation | undefined { return Citation.safeParse(this.getContainer().citation).data }

  override createDOM(config: EditorConfig): HTMLElement {
    const container = this.getContainer()
    const element = document.createElement(container.type === 'quote' ? 'blockquote' : 'aside')
    const className: unknown = config.theme[container.type]
    if (typeof className === 'string') element.className = className
    if (container.type === 'callout') element.dataset.tone = container.tone
    const content = document.createElement('div')
    element.append(drawIcon(container.type === 'quote' ? 'quote' : container.tone), content)
    if (this.getCitation()) element.append(createFoot(config))
    return element
  }

  override updateDOM(previous: this): boolean {
    return $getState(previous, containerState, 'direct') !== $getState(this, containerState, 'direct')
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot {
    const content = element.querySelector(':scope > div')
    return content instanceof HTMLElement ? super.getDOMSlot(element).withElement(content) : super.getDOMSlot(element)
  }

  override isShadowRoot(): boolean { return true }

  override canBeEmpty(): boolean { return false }

  override canIndent(): boolean { return false }
}

export const $createContainerNode = (container: Container): ContainerNode =>
  $setState($applyNodeReplacement(new ContainerNode()), containerState, container)

export const $isContainerNode = (node: LexicalNode | null | undefined): node is ContainerNode => node instanceof ContainerNode

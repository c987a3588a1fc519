/** The heading at which a section starts. Its text is the section's title; the blocks after it, up to the next one, are the section's. */
import {
  $applyNodeReplacement, $createParagraphNode, ElementNode, addClassNamesToElement, type EditorConfig, type LexicalNode, type ParagraphNode,
  type RangeSelection,
} from 'lexical'
import { idState, keptState, sectionKeyState } from '../mapping/nodeState'

export class SectionHeadingNode extends ElementNode {
  override $config() {
    return this.config('lf-section-heading', {
      extends: ElementNode,
      stateConfigs: [idState, keptState, sectionKeyState],
    })
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = document.createElement('h2')
    const className: unknown = config.theme.sectionHeading
    if (typeof className === 'string') addClassNamesToElement(element, className)
    return element
  }

  override updateDOM(): boolean { return false }

  override canIndent(): boolean { return false }

  /** Enter at the end or in the middle goes on in a paragraph of this section; at the start it makes room in the section before. */
  override insertNewAfter(selection: RangeSelection, restoreSelection = true): ParagraphNode {
    const paragraph = $createParagraphNode()
    if (selection.anchor.offset === 0 && !this.isEmpty() && selection.isCollapsed() && selection.anchor.getNode().getPreviousSibling() === null) {
      this.insertBefore(paragraph)
      return paragraph
    }
    this.insertAfter(paragraph, restoreSelection)
    return paragraph
  }

  /** Backspace at the start takes the section away: its title becomes a line of the section before. */
  override collapseAtStart(): boolean {
    const paragraph = $createParagraphNode()
    paragraph.append(...this.getChildren())
    this.replace(paragraph)
    return true
  }
}

export const $createSectionHeadingNode = (): SectionHeadingNode => $applyNodeReplacement(new SectionHeadingNode())

export const $isSectionHeadingNode = (node: LexicalNode | null | undefined): node is SectionHeadingNode => node instanceof SectionHeadingNode

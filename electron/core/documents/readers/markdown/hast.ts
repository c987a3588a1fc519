/** HTML in Markdown as a tree, whatever it holds. */
import type { Element, ElementContent, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'

export type HtmlNode = RootContent | ElementContent

/** What is nested too deep for that is read as its text alone. */
export const parseHtml = (html: string): HtmlNode[] => {
  try {
    return fromHtml(html, { fragment: true }).children
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return [{ type: 'text', value: html.replaceAll(/<[^>]*>/g, ' ') }]
  }
}

/** An attribute as it is written; undefined where there is none. */
export const attributeOf = ({ properties }: Element, name: string): string | undefined => {
  const value = properties[name]
  if (value === undefined || value === null || value === false) return undefined
  return Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value)
}

/** A size in CSS pixels. */
export const sizeOf = (element: Element, name: string): number | undefined => {
  const value = Number(attributeOf(element, name)?.replace(/px$/, ''))
  return Number.isFinite(value) && value > 0 ? value : undefined
}

export const wholeOf = (element: Element, name: string, least: number, most: number): number | undefined => {
  const value = Number(attributeOf(element, name) ?? NaN)
  return Number.isInteger(value) && value >= least && value <= most ? value : undefined
}

/** Its text, tags apart. Not recursive: it is what is left for what is nested without end. */
export const textOf = (nodes: readonly HtmlNode[]): string => {
  const waiting = [...nodes].reverse()
  const texts: string[] = []
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'text') texts.push(node.value)
    else if (node.type === 'element') waiting.push(...[...node.children].reverse())
  }
  return texts.join('')
}

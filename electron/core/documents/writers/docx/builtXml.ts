/** The tree that the library builds before it is written as XML: an object whose only key is the name, its value the children, attributes among them under `_attr`. */

export const nameOf = (node: unknown): string | undefined => (typeof node === 'object' && node !== null ? Object.keys(node)[0] : undefined)

export const childrenOf = (node: unknown): unknown[] => {
  if (typeof node !== 'object' || node === null) return []
  const content: unknown = Object.values(node)[0]
  return Array.isArray(content) ? content : content === undefined ? [] : [content]
}

export const childOf = (node: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((at, name) => childrenOf(at).find((child) => nameOf(child) === name), node)

export const attributeOf = (node: unknown, attribute: string): string | undefined => {
  const own = childrenOf(node).find((child) => nameOf(child) === '_attr')
  const attributes: unknown = typeof own === 'object' && own !== null && '_attr' in own ? own._attr : undefined
  const value: unknown = typeof attributes === 'object' && attributes !== null ? Object.entries(attributes).find(([name]) => name === attribute)?.[1] : undefined
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** NaN where it is not there. */
export const numberOf = (node: unknown, attribute: string): number => Number(attributeOf(node, attribute) ?? NaN)

/** All elements of a name, at any depth, in their order. */
export const within = (node: unknown, name: string): unknown[] =>
  childrenOf(node).flatMap((child) => (nameOf(child) === name ? [child] : within(child, name)))

/** The paragraphs and tables of a body, those in content controls among them. */
export const blocksIn = (node: unknown): unknown[] => childrenOf(node).flatMap((child) => {
  const name = nameOf(child)
  if (name === 'w:p' || name === 'w:tbl') return [child]
  return name === 'w:sdt' || name === 'w:sdtContent' ? blocksIn(child) : []
})

/** Names of the bookmarks that begin in it. */
export const bookmarksIn = (node: unknown): string[] => within(node, 'w:bookmarkStart').flatMap((each) => attributeOf(each, 'w:name') ?? [])

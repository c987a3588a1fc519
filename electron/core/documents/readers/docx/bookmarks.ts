/** The bookmarks by which the pass over document.xml talks to the reader of mammoth's tree: mammoth passes bookmarks through. */

/** A prefix of our own, declared at the root: the file's may be another than `w`, or none. */
export const namespacePrefix = 'lf'
export const namespaceDeclaration = ` xmlns:${namespacePrefix}="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

export interface Mark { kind: 'paragraph' | 'picture'; index: number }

export const markElement = ({ kind, index }: Mark): string =>
  `<${namespacePrefix}:bookmarkStart ${namespacePrefix}:name="${kind}-${index}"/>`

export const parseMark = (name: string): Mark | undefined => {
  const match = /^(paragraph|picture)-(\d+)$/.exec(name)
  return match ? { kind: match[1] === 'paragraph' ? 'paragraph' : 'picture', index: Number(match[2]) } : undefined
}

/**
 * Bookmarks: those by which the pass over document.xml talks to the reader of mammoth's tree: mammoth passes bookmarks through;
 * and those by which our own writer names the sections of a body. Word hides names that begin with an underscore.
 */

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

/** `_section_3_background` heads the section `background`, `_section_3` one of the author's own. The number makes it unique. */
export const sectionMark = (name: string): { key: string | null } | undefined => {
  const match = /^_section_\d+(?:_(\w+))?$/.exec(name)
  return match ? { key: match[1] ?? null } : undefined
}

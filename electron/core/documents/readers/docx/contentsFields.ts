/** Which paragraphs a TOC field fills. Fields nest, their codes may be cut over runs, and one that never ends fills nothing. */
/** What is told of a paragraph and noted on it. */
interface NotedParagraph { fonts: { readonly size: number }; contents: boolean }

interface Field { code: string; filled: NotedParagraph[] | undefined }

export interface ContentsFields {
  startParagraph(facts: NotedParagraph): void
  code(text: string): void
  /** w:fldChar of this type, in this paragraph. */
  mark(type: string | undefined, facts: NotedParagraph | undefined): void
}

export const createContentsFields = (): ContentsFields => {
  const fields: Field[] = []
  return {
    startParagraph: (facts) => { for (const { filled } of fields) filled?.push(facts) },
    code: (text) => { const field = fields.at(-1); if (field) field.code += text },
    mark: (type, facts) => {
      const field = fields.at(-1)
      if (type === 'begin') fields.push({ code: '', filled: undefined })
      else if (type === 'separate' && field && /^\s*TOC\b/i.test(field.code)) field.filled = facts ? [facts] : []
      else if (type === 'end') {
        fields.pop()
        // Where the end stands before any text of its paragraph, that text comes after the contents.
        for (const paragraph of field?.filled ?? []) if (paragraph !== facts || facts.fonts.size > 0) paragraph.contents = true
      }
    },
  }
}

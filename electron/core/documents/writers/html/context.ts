/** What the writing of HTML draws on, and what it finds out on the way. */

export interface HtmlContext {
  /** Where the bytes of an attachment lie, relative to the page; undefined where they are not there. */
  attachmentAddress: (sha256: string) => string | undefined
  /** Whether a picture names its address, or that of a template which holds its bytes. */
  pictureAttribute: 'src' | 'data-picture'
  /** Where another record is read; undefined where it is not there. */
  recordAddress: (id: string) => string | undefined
  /** The footnotes so far, as HTML. */
  notes: string[]
  /** Words of ours as HTML: in both languages for a page whose reader is not known, in that of the document otherwise. */
  say: (chinese: string, english: string) => string
}

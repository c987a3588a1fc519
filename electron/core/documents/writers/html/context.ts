/** What the writing of one record draws on, and what it finds out on the way. */

export interface HtmlContext {
  /** Where the bytes of an attachment lie, relative to the page; undefined where they are not there. */
  attachmentAddress: (sha256: string) => string | undefined
  /** Where another record is read; undefined where it is not there. */
  recordAddress: (id: string) => string | undefined
  /** The footnotes so far, as HTML. */
  notes: string[]
}

/** How large a package will be, before it is made. */

/** The page that shows a package without the app, compressed. */
const pageBytes = 228 * 1024
/** A revision of a few pages, compressed, with its text on the page. */
const revisionBytes = 5 * 1024

/** In bytes: attachments go in as they are, since most are compressed already; texts are small, and reckoned by what a few pages take. */
export const estimatedSize = (revisions: number, editions: number, attachmentBytes: number): number => pageBytes + (revisions + editions) * revisionBytes + Math.max(0, attachmentBytes)

/** Each file counts once, however many records it is in. */
export const bytesOf = (files: readonly { sha256: string; size: number }[]): number => [...new Map(files.map(({ sha256, size }) => [sha256, size])).values()].reduce((sum, size) => sum + size, 0)

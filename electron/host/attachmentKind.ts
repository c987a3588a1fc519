/** What an attachment is, told by its first bytes alone: neither its name nor whoever sent it is believed. */
export interface AttachmentKind {
  /** The media type to serve it with. */
  type: string
  /** Whether a browser shows it without running anything of it. */
  inline: boolean
}

const startsWith = (bytes: Uint8Array, signature: string, at = 0): boolean =>
  Array.from(signature, (char) => char.charCodeAt(0)).every((byte, index) => bytes[at + index] === byte)

const pictures: readonly { type: string, matches: (bytes: Uint8Array) => boolean }[] = [
  { type: 'image/png', matches: (bytes) => startsWith(bytes, '\x89PNG\r\n\x1A\n') },
  { type: 'image/jpeg', matches: (bytes) => startsWith(bytes, '\xFF\xD8\xFF') },
  { type: 'image/gif', matches: (bytes) => startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a') },
  { type: 'image/webp', matches: (bytes) => startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8) },
  { type: 'image/bmp', matches: (bytes) => startsWith(bytes, 'BM') && startsWith(bytes, '\0\0\0\0', 6) },
]

/** Text that a careless reader could take for a page. */
const markup = /^\s*<|<(?:!doctype|html|head|body|script|svg|iframe|xml)/i

const plainText = (bytes: Uint8Array): boolean => {
  if (bytes.length === 0 || bytes.includes(0)) return false
  try {
    // A character may be cut at the end of what was read: `stream` forgives just that.
    return !markup.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }))
  } catch {
    return false
  }
}

/** `bytes` are the first few thousand. */
export const attachmentKind = (bytes: Uint8Array): AttachmentKind => {
  const picture = pictures.find(({ matches }) => matches(bytes))
  if (picture) return { type: picture.type, inline: true }
  if (startsWith(bytes, '%PDF-')) return { type: 'application/pdf', inline: true }
  if (plainText(bytes)) return { type: 'text/plain; charset=utf-8', inline: true }
  return { type: 'application/octet-stream', inline: false }
}

/** How a file can be looked at, by its name: what its bytes then are not, its view says. */
import { isPlainText } from '#shared/model/attachments'

const pictures: ReadonlySet<string> = new Set(['png', 'jpg', 'jpeg', 'jfif', 'gif', 'webp', 'bmp'])

export type PreviewKind = 'picture' | 'pdf' | 'lines' | 'text'

/** `lines` is text as it stands; of `text`, what the search reads is shown. */
export const previewKind = (name: string): PreviewKind => {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (pictures.has(extension)) return 'picture'
  if (extension === 'pdf') return 'pdf'
  return isPlainText(name) ? 'lines' : 'text'
}

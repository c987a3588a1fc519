/** Media types by file name, for the files that people attach. Only a hint: hosts decide by content what a page may show. */
import { extname } from 'node:path'

const byExtension: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  docm: 'application/vnd.ms-word.document.macroEnabled.12',
  dotx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.template',
  doc: 'application/msword',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ppt: 'application/vnd.ms-powerpoint',
  pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', bmp: 'image/bmp',
  svg: 'image/svg+xml', txt: 'text/plain', csv: 'text/csv', md: 'text/markdown', zip: 'application/zip',
}

export const mediaTypeOf = (name: string): string => byExtension[extname(name).slice(1).toLowerCase()] ?? 'application/octet-stream'

/** What is done to one attachment of a content, and what in the content depends on it. */
import { countPictures, withPicture } from './body/pictures'
import type { AttachmentRef, OwnFields, RecordContent } from './record'

/** What an attachment has become: other bytes under the same or another name, another name, or nothing. */
export type AttachmentChange = { kind: 'replace'; by: AttachmentRef } | { kind: 'rename'; name: string } | { kind: 'remove' }

/** Extensions of what a system runs, or what makes it run something, rather than showing it. */
const programs: ReadonlySet<string> = new Set([
  'exe', 'com', 'bat', 'cmd', 'scr', 'pif', 'cpl', 'msi', 'msp', 'msc', 'dll', 'sys', 'ocx', 'hta', 'chm', 'gadget', 'inf', 'reg', 'scf', 'lnk', 'url', 'website', 'wsc', 'shb', 'rdp', 'theme', 'xbap',
  'msix', 'msixbundle', 'appx', 'appinstaller', 'msu', 'mst', 'diagcab', 'wsb', 'ade', 'accde', 'mde', 'iqy', 'slk',
  'ps1', 'psm1', 'psd1', 'vb', 'vbs', 'vbe', 'js', 'jse', 'mjs', 'cjs', 'ws', 'wsf', 'wsh', 'sct', 'settingcontent-ms', 'library-ms', 'search-ms', 'searchconnector-ms', 'appref-ms', 'application', 'xll',
  'sh', 'bash', 'zsh', 'csh', 'fish', 'run', 'bin', 'out', 'elf', 'so', 'appimage', 'desktop', 'deb', 'rpm', 'flatpakref', 'snap', 'py', 'pyc', 'pyw', 'pyz', 'pyzw', 'pl', 'rb', 'php', 'jar', 'jnlp',
  'app', 'command', 'terminal', 'tool', 'workflow', 'scpt', 'scptd', 'applescript', 'action', 'osax', 'prefpane', 'mobileconfig', 'pkg', 'mpkg', 'dmg', 'iso', 'img', 'vhd', 'vhdx', 'inetloc', 'webloc', 'fileloc',
])

/** Extensions of text whose line breaks and columns count. */
const lines: ReadonlySet<string> = new Set(['txt', 'csv', 'tsv', 'md', 'markdown', 'log', 'json', 'xml', 'ini', 'yml', 'yaml'])

/** Windows passes over dots and spaces at the end of a name. */
const extensionOf = (name: string): string => /\.([^./\\]+)$/.exec(name.replace(/[. ]+$/, ''))?.[1]?.toLowerCase() ?? ''

/** Whether opening a file of this name would run it, or something in its place. */
export const isProgram = (name: string): boolean => programs.has(extensionOf(name))

/** Whether a file of this name is text that is read as it stands. */
export const isPlainText = (name: string): boolean => lines.has(extensionOf(name))

const evidenceWith = ({ results, ...fields }: OwnFields, from: string, to: string): OwnFields =>
  (results === undefined ? fields : { ...fields, results: results.map((each) => ({ ...each, evidence: [...new Set(each.evidence.map((sha256) => (sha256 === from ? to : sha256)))] })) })

/** How many pictures of the text show an attachment, and how many measured results it proves. */
export const attachmentUses = ({ body, fields }: Pick<RecordContent, 'body' | 'fields'>, sha256: string): { pictures: number; results: number } =>
  ({ pictures: countPictures(body, sha256), results: fields.results?.filter(({ evidence }) => evidence.includes(sha256)).length ?? 0 })

/** The new one in the place of the old, which the list holds once. A file that a record was imported from stays, with the new one behind it. */
const replacedIn = (attachments: readonly AttachmentRef[], sha256: string, by: AttachmentRef): AttachmentRef[] => {
  const known = attachments.some((file) => file.sha256 === by.sha256)
  return attachments.flatMap((file) => {
    if (file.sha256 !== sha256) return [file]
    const { role } = file
    if (role === 'original') return known ? [file] : [file, by]
    return known ? [] : [{ ...by, ...role !== undefined && { role } }]
  })
}

/**
 * A content after a change of the attachment with this hash. Pictures and results that name a replaced one follow; what names a removed one
 * stays as it is.
 */
export const changeAttachment = (content: RecordContent, sha256: string, change: AttachmentChange): RecordContent => {
  const { attachments } = content
  switch (change.kind) {
    case 'rename': return { ...content, attachments: attachments.map((file) => (file.sha256 === sha256 ? { ...file, name: change.name } : file)) }
    case 'remove': return { ...content, attachments: attachments.filter((file) => file.sha256 !== sha256) }
    case 'replace': {
      const { by } = change
      if (by.sha256 === sha256) return changeAttachment(content, sha256, { kind: 'rename', name: by.name })
      return { ...content, attachments: replacedIn(attachments, sha256, by), fields: evidenceWith(content.fields, sha256, by.sha256), body: withPicture(content.body, sha256, by.sha256) }
    }
  }
}

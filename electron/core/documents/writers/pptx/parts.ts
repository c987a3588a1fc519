/** The parts of an Office package: what each is, and which others it refers to (ECMA-376 part 2). */
import { createReadStream, type ReadStream } from 'node:fs'
import JSZip from 'jszip'
import { declaration, escapeXml } from './xml'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const presentation = 'application/vnd.openxmlformats-officedocument.presentationml'

/** The kinds of relationships, by the names that they have here. */
const relationships = {
  officeDocument: `${office}/officeDocument`, core: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', app: `${office}/extended-properties`,
  slideMaster: `${office}/slideMaster`, slideLayout: `${office}/slideLayout`, slide: `${office}/slide`, theme: `${office}/theme`, notesMaster: `${office}/notesMaster`,
  notesSlide: `${office}/notesSlide`, image: `${office}/image`, chart: `${office}/chart`, package: `${office}/package`, presProps: `${office}/presProps`, viewProps: `${office}/viewProps`, tableStyles: `${office}/tableStyles`,
} as const
export type Relationship = keyof typeof relationships

const contentTypes = {
  presentation: `${presentation}.presentation.main+xml`, slideMaster: `${presentation}.slideMaster+xml`, slideLayout: `${presentation}.slideLayout+xml`, slide: `${presentation}.slide+xml`,
  notesMaster: `${presentation}.notesMaster+xml`, notesSlide: `${presentation}.notesSlide+xml`, presProps: `${presentation}.presProps+xml`, viewProps: `${presentation}.viewProps+xml`,
  tableStyles: `${presentation}.tableStyles+xml`, theme: 'application/vnd.openxmlformats-officedocument.theme+xml', chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  core: 'application/vnd.openxmlformats-package.core-properties+xml', app: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
} as const

const extensions: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml', xml: 'application/xml', png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif', bmp: 'image/bmp',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A part that a slide, or another part, refers to: `rId1` is the first. */
export interface Reference { kind: Relationship; to: string }

const relationshipsXml = (references: readonly Reference[]): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${references.map(({ kind, to }, index) => `<Relationship Id="rId${index + 1}" Type="${relationships[kind]}" Target="${escapeXml(`/${to}`)}"/>`).join('')}</Relationships>`

const typesPart = '[Content_Types].xml'

const relationshipsPath = (name: string): string => name.replace(/([^/]*)$/, '_rels/$1.rels')

export interface Parts {
  /** `name` is the path in the package. */
  xml: (name: string, kind: keyof typeof contentTypes, xml: string, references?: readonly Reference[]) => void
  bytes: (name: string, bytes: Uint8Array) => void
  /** A file, taken as it is when the package is written: it is never whole in memory. */
  file: (name: string, path: string) => void
  /** `root` are those that the package itself refers to. Called once; `onProgress` is told percents. */
  zip: (root: readonly Reference[], onProgress: (percent: number) => void) => Promise<Uint8Array<ArrayBuffer>>
}

export const createParts = (): Parts => {
  const zip = new JSZip()
  // First in the file, where programs look that tell files by their beginning; written once all is known.
  zip.file(typesPart, '')
  const overrides: string[] = []
  const names: string[] = []
  const put = (name: string, content: string | Uint8Array | ReadStream, compression: 'DEFLATE' | 'STORE'): void => {
    names.push(name)
    zip.file(name, content, { compression, createFolders: false })
  }
  return {
    xml: (name, kind, xml, references = []) => {
      put(name, declaration + xml, 'DEFLATE')
      overrides.push(`<Override PartName="/${name}" ContentType="${contentTypes[kind]}"/>`)
      if (references.length > 0) put(relationshipsPath(name), relationshipsXml(references), 'DEFLATE')
    },
    bytes: (name, bytes) => { put(name, bytes, 'STORE') },
    file: (name, path) => { put(name, createReadStream(path), 'STORE') },
    zip: async (root, onProgress) => {
      const used = [...new Set(['rels', 'xml', ...names.flatMap((name) => name.split('.').at(-1) ?? [])])].filter((extension) => extension in extensions)
      const types = used.map((extension) => `<Default Extension="${extension}" ContentType="${extensions[extension] ?? ''}"/>`).join('')
      zip.file(typesPart, `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types}${overrides.join('')}</Types>`)
      zip.file('_rels/.rels', relationshipsXml(root), { createFolders: false })
      return new Uint8Array(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }, ({ percent }) => { onProgress(percent) }))
    },
  }
}

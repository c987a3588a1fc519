/** Opens a Word file (.docx, .docm, .dotx, transitional or strict): its parts, its document tree, and what its styles and numbering say. */
import { ReadFailure } from '../readDocument'
import { damaged } from '../wholeFile'
import { annotate, type Annotated } from './annotate'
import { readTree, type Tree } from './mammothTree'
import { createNumberer, type Numberer } from './numbering'
import { openPackage, type OfficePackage } from './officePackage'
import { firstOfType, readRelationships, relationshipsName, type Relationships } from './relationships'
import { readStyles, type Styles } from './styles'
import { XmlError } from './xmlScanner'

interface MainPart { name: string; relationships: Relationships; annotated: Annotated }

const readMainPart = async (source: OfficePackage): Promise<MainPart> => {
  const name = firstOfType(await readRelationships(source, ''), 'officeDocument') ?? 'word/document.xml'
  const xml = await source.xml(name)
  if (xml === undefined) throw new ReadFailure({ code: 'not_docx', detail: `no part ${name}` })
  const relationships = await readRelationships(source, name)
  const annotated = annotate(xml, relationships)
  if (annotated.root !== 'w:document') throw new ReadFailure({ code: 'not_docx', detail: `the main part is <${annotated.root}>` })
  return { name, relationships, annotated }
}

/** mammoth looks styles up even where there is no part for them. */
const noStyles = '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'

interface MammothParts { parts: Map<string, string>; notes: Annotated[] }

/** What mammoth is shown: the annotated texts under the names where it looks. Styles, numbering and pictures are read here, once. */
const partsForMammoth = async (source: OfficePackage, main: MainPart): Promise<MammothParts> => {
  const parts = new Map([['word/document.xml', main.annotated.xml], ['word/styles.xml', noStyles]])
  const mainLinks = await source.xml(relationshipsName(main.name))
  if (mainLinks !== undefined) parts.set('word/_rels/document.xml.rels', mainLinks)
  const notes: Annotated[] = []
  for (const kind of ['footnotes', 'endnotes']) {
    const name = firstOfType(main.relationships, kind)
    const xml = name === undefined ? undefined : await source.xml(name)
    if (name === undefined || xml === undefined) continue
    const annotated = annotate(xml, await readRelationships(source, name))
    notes.push(annotated)
    parts.set(`word/${kind}.xml`, annotated.xml)
    const links = await source.xml(relationshipsName(name))
    if (links !== undefined) parts.set(`word/_rels/${kind}.xml.rels`, links)
  }
  return { parts, notes }
}

export interface OpenedDocx {
  source: OfficePackage
  relationships: Relationships
  main: Annotated
  notes: Annotated[]
  tree: Tree
  styles: Styles
  numberer: Numberer
}

const open = async (path: string): Promise<OpenedDocx> => {
  const source = await openPackage(path)
  const main = await readMainPart(source)
  const { annotated, relationships } = main
  const { parts, notes } = await partsForMammoth(source, main)
  const partOf = async (kind: string): Promise<string | undefined> => {
    const name = firstOfType(relationships, kind)
    return name === undefined ? undefined : source.xml(name)
  }
  const styles = readStyles(await partOf('styles'))
  const numberer = createNumberer(await partOf('numbering'))
  return { source, relationships, main: annotated, notes, styles, numberer, tree: await readTree(parts) }
}

/** Opens a file, and makes something of it. Rejects with ReadFailure where the file is to blame. */
export const withDocx = async <T>(path: string, make: (opened: OpenedDocx) => Promise<T>): Promise<T> => {
  try {
    return await make(await open(path))
  } catch (error) {
    // Malformed XML, or nested beyond the stack; anything else that is no ReadFailure is a bug of ours.
    throw error instanceof XmlError || error instanceof RangeError ? damaged(error) : error
  }
}

/**
 * What a drawing (DrawingML), a VML picture or an embedded object holds: pictures with their sizes, text boxes, and what can't be shown.
 * mammoth finds pictures in some of these places only and passes no sizes on.
 */
import { decodeEntities, type OpenTag, type Range, type Scanner } from './xmlScanner'

export interface DrawnPicture {
  /** The relationship that leads to the picture's part. */
  relationId: string
  alt: string
  /** CSS pixels. */
  width?: number
  height?: number
  /** Floats beside the text instead of standing in its line. */
  floating: boolean
  /** Stands for an embedded object (a sheet, a formula) that can't be opened here. */
  preview: boolean
}

export interface Drawing {
  pictures: DrawnPicture[]
  /** The contents of text boxes. */
  boxes: Range[]
  /** Charts, diagrams, groups of shapes, embedded objects. */
  objects: number
  /** Word art. */
  words: string[]
}

const emuPerPixel = 9525
const unitPixels: Readonly<Record<string, number>> = { pt: 96 / 72, px: 1, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, pc: 16 }

const positive = (value: number): number | undefined => (Number.isFinite(value) && value >= 1 ? Math.round(value) : undefined)

const vmlLength = (style: string, property: string): number | undefined => {
  const match = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([\\d.]+)(pt|px|in|cm|mm|pc)?`).exec(style)
  return match ? positive(Number(match[1]) * (unitPixels[match[2] ?? 'px'] ?? 1)) : undefined
}

const sizeOf = (width: number | undefined, height: number | undefined): { width?: number; height?: number } =>
  (width === undefined || height === undefined ? {} : { width, height })

const objectData = /\/(chart|chartex|diagram|lockedCanvas|ink)$/
const shapeGroups = new Set(['wpg:wgp', 'wpc:wpc', 'v:group'])

/** Reads the element to its end. */
export const readDrawing = (scanner: Scanner, tag: OpenTag): Drawing => {
  const drawing: Drawing = { pictures: [], boxes: [], objects: 0, words: [] }
  const isObject = tag.name === 'w:object'
  let size: { width?: number; height?: number } = {}
  let alt = ''
  let floating = false
  let boxDepth = 0
  let boxStart = 0
  /** Groups of shapes: what they hold besides pictures and texts is not shown. */
  let groups = 0

  const addPicture = (relationId: string | undefined, name: string): void => {
    if (relationId !== undefined) drawing.pictures.push({ relationId, alt: name, ...size, floating, preview: isObject })
  }

  const readOpen = (open: OpenTag): void => {
    const attribute = (name: string): string | undefined => scanner.attribute(open, name)
    switch (open.name) {
      case 'wp:anchor': floating = true; break
      case 'wp:extent': size = sizeOf(positive(Number(attribute('cx')) / emuPerPixel), positive(Number(attribute('cy')) / emuPerPixel)); break
      case 'wp:docPr': alt = (attribute('descr') ?? '').trim() || (attribute('title') ?? ''); break
      case 'a:graphicData': if (objectData.test(attribute('uri') ?? '')) drawing.objects += 1; break
      case 'a:blip': addPicture(attribute('r:embed') ?? attribute('r:link'), alt); break
      case 'v:shape':
      case 'v:rect':
      case 'v:roundrect': {
        const style = attribute('style') ?? ''
        size = sizeOf(vmlLength(style, 'width'), vmlLength(style, 'height'))
        floating = /position\s*:\s*absolute/.test(style)
        alt = attribute('alt') ?? ''
        break
      }
      case 'v:imagedata': addPicture(attribute('r:id'), alt || (attribute('o:title') ?? '')); break
      case 'v:textpath': drawing.words.push(decodeEntities(attribute('string') ?? '')); break
      default: if (shapeGroups.has(open.name)) groups += 1
    }
  }

  scanner.inside(tag, (token) => {
    if (token.kind === 'text') return
    if (token.name === 'w:txbxContent' || boxDepth > 0) {
      if (token.kind === 'open') { if (boxDepth === 0) boxStart = token.end; boxDepth += 1 } else boxDepth -= 1
      if (boxDepth === 0 && token.start > boxStart) drawing.boxes.push({ start: boxStart, end: token.start })
    } else if (token.kind === 'open') readOpen(token)
  })
  if (isObject || (groups > 0 && drawing.pictures.length !== 1)) drawing.objects += 1
  // The frame's size is that of one picture alone; in a group each has its own, in coordinates of the group.
  return drawing.pictures.length > 1
    ? { ...drawing, pictures: drawing.pictures.map(({ relationId, alt: name, floating: beside, preview }) => ({ relationId, alt: name, floating: beside, preview })) }
    : drawing
}

/** The small pieces that every part of a PowerPoint file is written with. */
import type { Box } from '#shared/model/slides/frame'

/** Leaves out what XML 1.0 has no place for (production 2, Char); an unpaired surrogate becomes U+FFFD. */
const legal = (text: string): string => text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '', '\t': '&#9;' }

/** For text and for attributes in quotation marks. */
export const escapeXml = (text: string): string => legal(text).replace(/[&<>"\n\r\t]/g, (sign) => named[sign] ?? '')

/** In one line, for names, titles and alternative texts. */
export const oneLineXml = (text: string): string => escapeXml(text.replace(/\s+/g, ' ').trim())

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
/** Of DrawingML, relationships and PresentationML (ECMA-376 part 1). */
export const namespaces = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'

/** English Metric Units of inches, and of points. */
export const emu = (inches: number): number => Math.round(inches * 914_400)
export const pointEmu = (points: number): number => Math.round(points * 12_700)
/** Hundredths of a point. */
export const hundredths = (points: number): number => Math.round(points * 100)

const place = ({ x, y, width, height }: Box): string => `<a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/>`
/** Of a shape or a picture, and of a frame that holds a table or a chart. */
export const shapeXfrm = (box: Box): string => `<a:xfrm>${place(box)}</a:xfrm>`
export const frameXfrm = (box: Box): string => `<p:xfrm>${place(box)}</p:xfrm>`

/** A colour of the theme: whoever changes the theme changes it everywhere. */
export type ThemeColour = 'bg1' | 'tx1' | 'bg2' | 'tx2' | 'accent1' | 'accent2' | 'accent3'
export const fill = (colour: ThemeColour): string => `<a:solidFill><a:schemeClr val="${colour}"/></a:solidFill>`

/** What every group of shapes begins with. */
export const groupHead = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'

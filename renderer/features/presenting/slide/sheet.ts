/** The sheet that a slide is drawn on: 960 × 540 pixels, so that a point of the deck is a pixel; it is scaled to its place as a whole. */
import type { CSSProperties } from 'react'
import { slideSize, type Box } from '#shared/model/slides/frame'
import type { DeckTheme } from '#shared/model/slides/theme'

const pointsPerInch = 72

export const sheetSize = { width: Math.round(slideSize.width * pointsPerInch), height: Math.round(slideSize.height * pointsPerInch) } as const

/** A box of the frame on the sheet. */
export const placed = ({ x, y, width, height }: Box): CSSProperties =>
  ({ left: x * pointsPerInch, top: y * pointsPerInch, width: width * pointsPerInch, height: height * pointsPerInch })

const faceList = (face: string, latin: string): string => `"${latinName(latin)}", "${face.replaceAll('"', '')}", var(--lf-font)`

/** Letters and digits alone, since Chinese quotation marks and dashes of a Latin face are too narrow among characters. */
const latinRange = 'U+20-7E, U+A0-B6, U+B8-24F'
const latinName = (face: string): string => `slide ${face.replaceAll('"', '')}`
const knownFaces = new Set<string>()

/** Makes the Latin face of a theme known to the page, once; one that this machine has not is passed over. */
export const installLatinFace = (face: string): void => {
  if (knownFaces.has(face) || typeof FontFace === 'undefined') return
  knownFaces.add(face)
  document.fonts.add(new FontFace(latinName(face), `local("${face.replaceAll('"', '')}")`, { unicodeRange: latinRange }))
}

export interface SheetVariables extends CSSProperties {
  '--paper': string; '--text': string; '--muted': string; '--accent': string; '--second': string; '--third': string; '--tint': string; '--title-face': string; '--text-face': string
}

/** So much of one colour on another, of six hexadecimal digits each. */
const mixed = (one: string, other: string, share: number): string => {
  const part = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16)
  return `rgb(${[0, 2, 4].map((at) => String(Math.round(part(one, at) * share + part(other, at) * (1 - share)))).join(' ')})`
}

/** Colours and faces of a theme, for the styles of the sheet. */
export const themeVariables = ({ colours: { paper, text, muted, accent, second, third }, faces }: DeckTheme): SheetVariables => ({
  '--paper': `#${paper}`, '--text': `#${text}`, '--muted': `#${muted}`, '--accent': `#${accent}`, '--second': `#${second}`, '--third': `#${third}`,
  '--tint': mixed(second, paper, 0.35), '--title-face': faceList(faces.title, faces.latin), '--text-face': faceList(faces.text, faces.latin),
})

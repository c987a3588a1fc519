/** Which faces this machine has: a face that is there draws letters otherwise than what a browser falls back to without it. */
import { genericFaceOf, standInsOf } from '#shared/model/document/faces.data'

/** Letters of different widths in any face, and characters whose edges differ. */
const sample = 'mmmmmmmmmmlliWQ@0O1I 永国鬱'
const generics = ['monospace', 'serif', 'sans-serif'] as const

const canvas = document.createElement('canvas').getContext('2d')

const measured = (font: string): string => {
  if (!canvas) return ''
  canvas.font = `72px ${font}`
  const { width, actualBoundingBoxAscent, actualBoundingBoxDescent, actualBoundingBoxLeft, actualBoundingBoxRight } = canvas.measureText(sample)
  return [width, actualBoundingBoxAscent, actualBoundingBoxDescent, actualBoundingBoxLeft, actualBoundingBoxRight].map((each) => each.toFixed(2)).join()
}

/** With any generic face it looks like that one alone only where it is missing. */
export const isInstalled = (face: string): boolean => {
  const quoted = `"${face.replace(/["\\]/g, '')}"`
  return generics.some((generic) => measured(`${quoted}, ${generic}`) !== measured(generic))
}

/** `shown` is what is seen instead: a face, or null where only the browser's own is left. */
export interface FaceFact { face: string; isHere: boolean; shown: string | null }

export const faceFacts = (faces: readonly string[]): FaceFact[] => faces.map((face) => {
  const isHere = isInstalled(face)
  return { face, isHere, shown: isHere ? face : standInsOf(face).find(isInstalled) ?? null }
})

export const isPlainFace = (face: string): boolean => genericFaceOf(face) === 'sans-serif'

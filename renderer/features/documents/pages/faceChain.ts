/** A face with what stands in for it where it is missing, as CSS has it. */
import { genericFaceOf, standInsOf } from '#shared/model/document/faces.data'

const quoted = (face: string): string => `"${face.replace(/["\\]/g, '')}"`

export const faceChain = (face: string): string => [...[face, ...standInsOf(face)].map(quoted), genericFaceOf(face)].join(', ')

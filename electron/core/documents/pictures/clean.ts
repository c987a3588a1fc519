/** Pictures without what is noted in them beside their pixels: place, time, camera, comments, small pictures of themselves. */
import { cleanedGif } from './gif'
import { cleanedJpeg } from './jpeg'
import type { Noted } from './kept'
import { cleanedPng } from './png'
import { cleanedWebp } from './webp'

/** `bytes` are the very same where nothing was `removed`. */
export interface CleanPicture { bytes: Uint8Array; removed: readonly Noted[] }

/**
 * The picture looks as before: its data of pixels, its colour profile and the way it is turned stay. Undefined for what is no JPEG, PNG,
 * WebP or GIF by its bytes, and for one that is damaged: in that, what is noted is still there.
 */
export const cleanPicture = (bytes: Uint8Array): CleanPicture | undefined => {
  try {
    const kept = cleanedJpeg(bytes) ?? cleanedPng(bytes) ?? cleanedWebp(bytes) ?? cleanedGif(bytes)
    if (!kept) return undefined
    return kept.removed.size === 0 ? { bytes, removed: [] } : { bytes: Buffer.concat(kept.pieces), removed: [...kept.removed].sort() }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

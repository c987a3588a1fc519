/**
 * Room for hits. It is used again from one search to the next: making arrays costs more than filling them, and their memory would be new
 * each time. So hits are good until the next search begins.
 */

export interface Hits { documents: Uint32Array; scores: Float32Array }

const chunkSize = 1 << 17
/** What a search needs beyond is its own. */
const mostChunks = 16
const makeRoom = (size: number): Hits => ({ documents: new Uint32Array(size), scores: new Float32Array(size) })

const chunks: Hits[] = []
let current = 0
let used = 0

export const beginSearch = (): void => {
  current = 0
  used = 0
}

export const firstOf = ({ documents, scores }: Hits, count: number): Hits => ({ documents: documents.subarray(0, count), scores: scores.subarray(0, count) })

/** Whatever was there before may still be in it. */
export const roomFor = (most: number): Hits => {
  if (used + most > chunkSize) {
    current += 1
    used = 0
  }
  if (most > chunkSize || current >= mostChunks) return makeRoom(most)
  const { documents, scores } = chunks[current] ??= makeRoom(chunkSize)
  const room = { documents: documents.subarray(used, used + most), scores: scores.subarray(used, used + most) }
  used += most
  return room
}

/** The first so many of what there was room for, which was asked for last; the rest is given back. */
export const filled = (room: Hits, count: number): Hits => {
  if (current < mostChunks && room.documents.length <= chunkSize) used -= room.documents.length - count
  return firstOf(room, count)
}

/** How much of the room is in use. */
export interface UsedRoom { chunk: number; end: number }

export const usedRoom = (): UsedRoom => ({ chunk: current, end: used })

/** Gives the room back that was used since, but for some hits, which are moved. */
export const keepOnly = (before: UsedRoom, { documents, scores }: Hits): Hits => {
  current = before.chunk
  used = before.end
  const room = roomFor(documents.length)
  room.documents.set(documents)
  room.scores.set(scores)
  return room
}

let zeroedFloats = new Float32Array(0)

/** Two numbers for each of so many documents, all 0; good until asked for again. */
export const emptyFloats = (count: number): [Float32Array, Float32Array] => {
  if (zeroedFloats.length < 2 * count) zeroedFloats = new Float32Array(2 * count)
  return [zeroedFloats.subarray(0, count).fill(0), zeroedFloats.subarray(count, 2 * count).fill(0)]
}

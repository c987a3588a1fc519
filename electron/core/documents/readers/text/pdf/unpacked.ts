/**
 * A bound on what pdf.js unpacks: it has none of its own, and a megabyte of a PDF may unpack to gigabytes. Its streams are unpacked into
 * byte arrays or by a DecompressionStream, whatever packed them and however often over, so that these count while one document is read.
 */

/** What pdf.js may unpack until `renew`. Once that was too much it stays so: nothing more is unpacked. */
export interface Unpacked {
  renew: () => void
  isTooMuch: () => boolean
}

/** Smaller arrays are not what fills the memory, and very many. */
const counted = 64 * 1024

/** Bytes that may be taken before the memory of earlier ones is free for sure; a page takes a few megabytes, embedded fonts some tens. */
const most = 256 * 1024 * 1024

/** Lets `read` use pdf.js under the bound; one document at a time in a thread. */
export const boundUnpacked = async <T>(read: (unpacked: Unpacked) => Promise<T>): Promise<T> => {
  let left = most
  let isTooMuch = false
  const take = (bytes: number): void => {
    left -= bytes
    isTooMuch ||= left < 0
    if (isTooMuch) throw new RangeError(`unpacks to more than ${most} bytes`)
  }

  const { Uint8Array: Bytes, DecompressionStream: Decompression } = globalThis
  class BoundDecompression {
    readonly readable: ReadableStream<Uint8Array>
    readonly writable: InstanceType<typeof Decompression>['writable']
    constructor(format: ConstructorParameters<typeof Decompression>[0]) {
      const { readable, writable } = new Decompression(format)
      this.writable = writable
      this.readable = readable.pipeThrough(new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, to) => {
          take(chunk.byteLength)
          to.enqueue(chunk)
        },
      }))
    }
  }
  const BoundBytes = new Proxy(Bytes, {
    construct: (made, given: [number]) => {
      // A number is how many; anything else is there already.
      if (typeof given[0] === 'number' && given[0] >= counted) take(given[0])
      return new made(...given)
    },
  })
  Object.assign(globalThis, { Uint8Array: BoundBytes, DecompressionStream: BoundDecompression })
  try {
    return await read({ renew: () => { left = most }, isTooMuch: () => isTooMuch })
  } finally {
    Object.assign(globalThis, { Uint8Array: Bytes, DecompressionStream: Decompression })
  }
}

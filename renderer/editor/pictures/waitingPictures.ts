/** Pictures given to the editor that are not yet in the library, by the id that their place in the text carries. */
import { newBlockId } from '#shared/model/ids'

const files = new Map<string, File>()

export const waitForPicture = (file: File): string => {
  const id = newBlockId()
  files.set(id, file)
  return id
}

export const waitingPicture = (id: string): File | undefined => files.get(id)

export const forgetPicture = (id: string): void => { files.delete(id) }

/** Larger ones are not taken into a text. In bytes. */
export const largestPicture = 30 * 1024 * 1024

const dataUriHead = /^data:(image\/[a-z0-9.+-]+)(?:;[\w=.-]+)*;base64$/i

/** Undefined where the text is not base64. */
const bytesOfBase64 = (base64: string): Uint8Array<ArrayBuffer> | undefined => {
  let binary: string
  try {
    binary = atob(base64)
  } catch (error) {
    if (error instanceof Error && error.name === 'InvalidCharacterError') return undefined
    throw error
  }
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = binary.charCodeAt(index)
  return bytes
}

/** The file that a data: address holds; undefined when it is not a picture. */
export const fileOfDataUri = (source: string): File | undefined => {
  const comma = source.indexOf(',')
  const [, mediaType] = dataUriHead.exec(source.slice(0, Math.max(comma, 0)).trim()) ?? []
  const bytes = mediaType ? bytesOfBase64(source.slice(comma + 1)) : undefined
  if (!mediaType || !bytes) return undefined
  return new File([bytes], `picture.${mediaType.slice('image/'.length).replace(/\+.*/, '')}`, { type: mediaType })
}

/** Size in pixels; undefined when the browser can't read it as a picture. */
export const pictureSize = async (file: File): Promise<{ width: number, height: number } | undefined> => {
  try {
    const bitmap = await createImageBitmap(file)
    const size = { width: bitmap.width, height: bitmap.height }
    bitmap.close()
    return size
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

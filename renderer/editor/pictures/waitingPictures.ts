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

const dataUri = /^data:(image\/[a-z0-9.+-]+);base64,([a-z0-9+/=\s]+)$/i

/** The file that a data: address holds; undefined when it is not a picture. */
export const fileOfDataUri = (source: string): File | undefined => {
  const [, mediaType, base64] = dataUri.exec(source) ?? []
  if (!mediaType || !base64) return undefined
  const bytes = Uint8Array.from(atob(base64.replaceAll(/\s/g, '')), (character) => character.charCodeAt(0))
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

/** Takes a file of the author's into the library, through the host. */
import type { AttachmentRef } from '#shared/model/record'
import { core } from './client'
import { uploadFile } from './files'

export const addFile = async (file: File): Promise<AttachmentRef> => {
  const { path } = await uploadFile(file, file.name)
  return core.attachments.add({ path, name: file.name })
}

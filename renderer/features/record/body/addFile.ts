/** Takes a file of the author's into the library, through the host. */
import { core } from '#renderer/client/client'
import { uploadFile } from '#renderer/client/files'
import type { AttachmentRef } from '#shared/model/record'

export const addFile = async (file: File): Promise<AttachmentRef> => {
  const { path } = await uploadFile(file, file.name)
  return core.attachments.add({ path, name: file.name })
}

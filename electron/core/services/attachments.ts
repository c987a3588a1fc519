/** Taking files in as attachments. Their bytes leave through the host, at `/attachments/<hash>`. */
import { basename } from 'node:path'
import type { AttachmentRef } from '#shared/model/record'
import { mediaTypeOf } from './mediaTypes'
import type { SessionHolder } from './session'

export interface AttachmentService {
  add: (path: string, name: string | undefined) => Promise<AttachmentRef>
  find: (sha256: string) => Promise<string | undefined>
}

export const createAttachmentService = (sessions: SessionHolder): AttachmentService => ({
  add: async (path, name = basename(path)) => {
    const session = sessions.writable()
    const { sha256, size } = await session.write(async () => session.folder.attachments.addFile(path))
    return { sha256, size, name, mediaType: mediaTypeOf(name) }
  },
  find: async (sha256) => sessions.current()?.folder.attachments.find(sha256),
})

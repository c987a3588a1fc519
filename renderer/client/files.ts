/** Files on their way in, attachments and files made for the user on their way out: bytes that never go through a call. */
import { ORPCError } from '@orpc/client'
import { z } from 'zod'
import { Failure } from '#shared/contract/errors'
import type { MadeFile } from '#shared/contract/packages'
import { core, host } from './client'
import { ConnectionLost } from './connection'
import { droppedFiles } from './droppedFiles'
import { follow } from './follow'
import { readCapabilities } from './hostCapabilities'
import { preloadBridge } from './preloadBridge'

/** Where the file is now, and the first folder of its name, if that has folders. */
const Uploaded = z.object({ path: z.string(), top: z.string() })
type Uploaded = z.infer<typeof Uploaded>

export const attachmentUrl = (sha256: string): string => `/attachments/${sha256}`

/** Opens a copy of an attachment with the program that this machine has for it. Rejects with a failure of the contract. */
export const openOutside = async (recordId: string, sha256: string): Promise<void> => {
  const { path } = await core.attachments.checkOut({ id: recordId, sha256 })
  await host.openFile({ path })
}

const upload = async (file: Blob, query: Record<string, string>): Promise<Uploaded> => {
  const response = await fetch(`/uploads?${new URLSearchParams(query).toString()}`, { method: 'POST', body: file })
    .catch((error: unknown) => { throw new ConnectionLost({ cause: error }) })
  const answer: unknown = await response.json()
  if (response.ok) return Uploaded.parse(answer)
  const { code, data } = Failure.parse(answer)
  throw new ORPCError(code, { defined: true, status: response.status, data })
}

/** Hands a file's bytes to the host, which keeps them in a temporary file for the core to take in. Rejects with a failure of the contract. */
export const uploadFile = async (file: Blob, name: string): Promise<{ path: string }> => {
  const { path } = await upload(file, { name })
  return { path }
}

const uploadAll = async (files: AsyncIterable<{ name: string, file: File }>): Promise<string[]> => {
  const batch = crypto.randomUUID()
  const tops = new Set<string>()
  for await (const { name, file } of files) tops.add((await upload(file, { name, batch })).top)
  return [...tops]
}

/** The paths of dropped files and folders, such as the core takes them; in a browser they are uploaded first. Call it within the drop event. */
export const droppedPaths = async (data: DataTransfer): Promise<string[]> => {
  if (preloadBridge) return [...data.files].map(preloadBridge.pathOfFile).filter((path) => path !== '')
  const paths: string[] = []
  for (const files of droppedFiles(data)) paths.push(...await uploadAll(files))
  return paths
}

/** Files that the system opens with the app, one after another, until the returned function is called. Each is handed over once. */
export const watchOpenedFiles = (onFile: (path: string) => void): (() => void) =>
  follow((signal) => host.openedFiles(undefined, { signal }), ({ path }) => { onFile(path) })

/** Where the core shall write a file that it makes: at a path, or nowhere but to be downloaded. */
export interface Destination { to: string | null }

/** Asks where a file shall go, on a host that has a dialog for it; a browser downloads. Undefined if the user gave up. */
export const askDestination = async (suggestedName: string, filter: { name: string, extension: string }): Promise<Destination | undefined> => {
  if (!(await readCapabilities()).nativeDialogs) return { to: null }
  const { path } = await host.saveAs({ suggestedName, filters: [{ name: filter.name, extensions: [filter.extension] }] })
  return path === null ? undefined : { to: path }
}

/** Asks for the folder that shall be filled, on a host that has a dialog for it; a browser downloads a zip. Undefined if the user gave up. */
export const askFolder = async (): Promise<Destination | undefined> => {
  if (!(await readCapabilities()).nativeDialogs) return { to: null }
  const { path } = await host.pickFolder({ create: true })
  return path === null ? undefined : { to: path }
}

/** Hands a file that was kept for that to the browser. */
export const downloadMade = ({ name, download }: MadeFile): void => {
  if (download === null) return
  const link = document.createElement('a')
  link.href = `/downloads/${download}`
  link.download = name
  link.click()
}

/** Hands bytes that were made in the page to the browser, or to the desktop's own dialog, as a file. */
export const saveBlob = (blob: Blob, name: string): void => {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => { URL.revokeObjectURL(url) }, 60_000)
}

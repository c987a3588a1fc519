/** What a shell does for the screen. The desktop does it with native dialogs; what a host can't do answers `unsupported_on_host`. */
import { eventIterator, type ContractRouterClient } from '@orpc/contract'
import { z } from 'zod'
import { procedure } from './base'

export const FolderEntry = z.object({ name: z.string(), path: z.string(), kind: z.enum(['folder', 'file']), size: z.int().nullable(), isLibrary: z.boolean() })
export type FolderEntry = z.infer<typeof FolderEntry>

const filters = z.array(z.object({ name: z.string(), extensions: z.array(z.string()) })).optional()
const pathOrNull = z.object({ path: z.string().nullable() })

export const hostContract = {
  capabilities: procedure.output(z.object({ nativeDialogs: z.boolean(), reveal: z.boolean(), print: z.boolean() })),
  pickFiles: procedure.input(z.object({ filters })).output(z.object({ paths: z.array(z.string()) })),
  pickFolder: procedure.input(z.object({ create: z.boolean() })).output(pathOrNull),
  saveAs: procedure.input(z.object({ suggestedName: z.string(), filters })).output(pathOrNull),
  reveal: procedure.input(z.object({ path: z.string() })).output(z.null()),
  print: procedure.output(z.object({ printed: z.boolean() })),
  /** Writes what the page would print as a PDF file, its paper (millimetres) and margins as its styles say. Throws `store_write_failed`. */
  printToPdf: procedure.input(z.object({ path: z.string().min(1), paper: z.object({ width: z.number().positive(), height: z.number().positive() }) })).output(z.null()),
  /** Opens a copy of an attachment (`attachments.checkOut`), and nothing else, with the program that this machine has for it. Throws `file_not_opened`. */
  openFile: procedure.input(z.object({ path: z.string() })).output(z.null()),
  openExternal: procedure.input(z.object({ url: z.url({ protocol: /^(https?|mailto)$/ }) })).output(z.null()),
  /** Packages that the system opens with the app: those that wait, then each further one. Each is given once, to one page. */
  openedFiles: procedure.output(eventIterator(z.object({ path: z.string() }))),
  /** For a picker in the page, where there are no native dialogs: the home folder if `path` is null, the drives or `/` if it is empty. */
  listFolder: procedure
    .input(z.object({ path: z.string().nullable(), extensions: z.array(z.string()).optional() }))
    .output(z.object({ path: z.string(), parent: z.string().nullable(), entries: z.array(FolderEntry) })),
  createFolder: procedure.input(z.object({ parent: z.string(), name: z.string().min(1).max(120) })).output(z.object({ path: z.string() })),
}

export type HostClient = ContractRouterClient<typeof hostContract>

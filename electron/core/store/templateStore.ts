/** Templates on disk: one file for each. */
import { AppError, isAppError } from '#shared/contract/errors'
import { bodyAttachments } from '#shared/model/body/walk'
import { TemplateFile, templateFormat } from '#shared/model/template'
import { makeYoung } from './attachmentStore'
import { formatJson } from './canonicalJson'
import { writeDurably } from './durableFile'
import { idOfFile, type LibraryPaths } from './folders'
import type { Journal } from './journal'
import { parseDocument } from './jsonFile'

export interface TemplateStore {
  /** By their ids. One that can't be read is handed to `onDamage` and left out. Throws `file_unreadable`. */
  list: (onDamage: (path: string, error: AppError) => void) => Promise<TemplateFile[]>
  /** Throws `not_found`, `store_corrupt`, `file_unreadable`. */
  read: (id: string) => Promise<TemplateFile>
  /**
   * Writes what `change` makes of the one that is there, one change after another. Throws what `read` throws but `not_found`,
   * `library_newer_format`, and `store_write_failed`.
   */
  change: (id: string, change: (before: TemplateFile | undefined) => TemplateFile) => Promise<TemplateFile>
  /** The same for one that has to be there. Throws `not_found` too. */
  edit: (id: string, change: (before: TemplateFile) => TemplateFile) => Promise<TemplateFile>
  /** Answers what was removed. Throws what `read` throws, and `store_write_failed`. */
  remove: (id: string) => Promise<TemplateFile>
  /** Runs what writes templates in another way, while no change of one is under way. */
  alone: <T>(work: () => Promise<T>) => Promise<T>
}

/** `raiseFormat` sees to it that no older app writes to a library in which there are templates. */
export const createTemplateStore = (paths: LibraryPaths, journal: Journal, now: () => number, raiseFormat: () => Promise<void>): TemplateStore => {
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work)
    queue = result.catch(() => undefined)
    return result
  }

  const readIfThere = async (id: string): Promise<TemplateFile | undefined> => {
    const path = paths.template(id)
    const bytes = await journal.read(path)
    if (bytes === undefined) return undefined
    const template = parseDocument(path, bytes, TemplateFile)
    if (template.format > templateFormat) throw new AppError('library_newer_format', { path, found: template.format, supported: templateFormat })
    if (template.id !== id) throw new AppError('store_corrupt', { path, reason: `holds template ${template.id}` })
    return template
  }

  const read = async (id: string): Promise<TemplateFile> => {
    const template = await readIfThere(id)
    if (!template) throw new AppError('not_found', { kind: 'template', id })
    return template
  }

  const write = async (id: string, next: () => Promise<TemplateFile>): Promise<TemplateFile> => inTurn(async () => {
    await journal.settle()
    const template = await next()
    await raiseFormat()
    // Before anything names them: a sweep leaves alone what is young.
    for (const sha256 of bodyAttachments(template.content.body)) await makeYoung(paths.attachment(sha256), now())
    await writeDurably(paths.template(id), formatJson(TemplateFile.parse(template)))
    return template
  })

  return {
    read,
    alone: async (work) => inTurn(async () => {
      await raiseFormat()
      return work()
    }),
    list: async (onDamage) => {
      const templates: TemplateFile[] = []
      for (const id of (await journal.names(paths.templates)).flatMap(idOfFile).sort()) {
        try {
          templates.push(await read(id))
        } catch (error) {
          if (!isAppError(error)) throw error
          if (error.code !== 'not_found') onDamage(paths.template(id), error)
        }
      }
      return templates
    },
    change: async (id, change) => write(id, async () => change(await readIfThere(id))),
    edit: async (id, change) => write(id, async () => change(await read(id))),
    remove: async (id) => inTurn(async () => {
      const template = await read(id)
      await journal.commit(async (_stage, remove) => remove(paths.template(id)))
      return template
    }),
  }
}

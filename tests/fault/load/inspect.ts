/** Opens a library as the next start does, and says all that is wrong with it. */
import { readdirSync } from 'node:fs'
import { sep } from 'node:path'
import { isAppError } from '#shared/contract/errors'
import { createExamination } from '#core/services/maintenance/examination'
import { examineAll } from '#core/services/maintenance/examine'
import { readEditions } from '#core/services/products/editions'
import type { Session } from '#core/services/session'
import { rowOf } from '#core/store/catalog/entry'
import { hashFile } from '#core/store/hashFile'
import { openTestSession } from '../../support/testSession'
import type { Ledger, Shown, Verdict } from './ledger'

/** `wrong`: whatever else is not as it must be. `leftovers`: temporary files that nothing will finish. */
export interface Inspection extends Verdict { wrong: string[]; leftovers: number; records: number }

const notFound = (error: unknown): undefined => {
  if (isAppError(error) && error.code === 'not_found') return undefined
  throw error
}

/** A record that is not here shows as the empty text. */
const valuesOf = async (session: Session, exchanges: string[], key: string): Promise<string[]> => {
  const { folder } = session
  const [kind, id = ''] = key.split(':')
  switch (kind) {
    case 'record': return [(await folder.records.read(id).catch(notFound))?.content.title ?? '']
    case 'library': return [folder.library.current().name]
    case 'exchange': return exchanges
    case 'template': return [(await folder.templates.read(id).catch(notFound))?.name ?? '']
    case 'edition': return (await readEditions(session, id)).map(({ changeLog }) => changeLog)
    default: {
      const path = await folder.attachments.find(id)
      return path === undefined ? [] : [(await hashFile(path)).sha256]
    }
  }
}

const shownBy = async (session: Session): Promise<Shown> => {
  const { folder } = session
  const exchanges = (await folder.exchanges.list((path, error) => { throw new Error(`${path}: ${error.message}`) })).map(({ id }) => id)
  return { valuesOf: async (key) => valuesOf(session, exchanges, key), isReadable: async (id, revisionId) => folder.records.readRevision(id, revisionId).then(() => true, () => false) }
}

/** What a check of the library finds, as a person is told; temporary files of the killed are counted apart. */
const verify = async (session: Session, device: string): Promise<string[]> => {
  const signal = new AbortController().signal
  const { problems } = await examineAll(createExamination(session, device, signal, { hasBackup: false, signatures: { isOwn: async () => Promise.resolve(false), since: undefined } }), Date.now(), { id: '', signal, progress: () => undefined })
  return problems.filter(({ kind }) => kind !== 'leftover').map(({ path, failure }) => `verify: ${path} ${failure.code} ${JSON.stringify(failure.data)}`)
}

/** The catalog says what the folder says. */
const compareCatalog = async ({ folder, catalog, damaged }: Session): Promise<string[]> => {
  const wrong = damaged().map(({ path, failure }) => `damage at opening: ${path} ${failure.code} ${JSON.stringify(failure.data)}`)
  const ids = await folder.records.ids((path) => wrong.push(`unreadable: ${path}`))
  const numbers = new Map<string, string>()
  for (const id of ids) {
    const row = rowOf(await folder.records.read(id))
    if (JSON.stringify(catalog.get(id)) !== JSON.stringify(row)) wrong.push(`the catalog says otherwise of ${id}`)
    if (row.number !== '' && numbers.has(row.number)) wrong.push(`number ${row.number} is on two records`)
    numbers.set(row.number, id)
  }
  const counted = Object.values(catalog.counts()).reduce((sum, count) => sum + count, 0)
  return counted === ids.length ? wrong : [...wrong, `the catalog counts ${counted} of ${ids.length} records`]
}

const filesBelow = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' })

export const inspect = async (root: string, device: string, now: () => number, ledger: Ledger): Promise<Inspection> => {
  const session = await openTestSession(root, { device, now, write: true })
  try {
    await session.whenChecked()
    const readOnly = session.folder.readOnly()
    const wrong = readOnly ? [`it can't be written: ${readOnly.message}`] : []
    const { lost, torn } = await ledger.settle(await shownBy(session))
    wrong.push(...await compareCatalog(session), ...await verify(session, device))
    const files = filesBelow(root)
    wrong.push(...files.filter((name) => name.startsWith(`journal${sep}`) && name.split(sep).length > 2).slice(0, 3).map((name) => `left behind: ${name}`))
    return { lost, torn, wrong, leftovers: files.filter((name) => name.endsWith('.tmp')).length, records: Object.values(session.catalog.counts()).reduce((sum, count) => sum + count, 0) }
  } finally {
    await session.close()
  }
}

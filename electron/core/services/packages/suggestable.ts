/** What can be offered back: records that came from another library and were changed here since. */
import type { Suggestable } from '#shared/contract/packages'
import type { RecordFile } from '#shared/model/record'
import { readHead } from '../products'
import type { Session } from '../session'

/** Where what was put in place is not said, what is later than that was changed here. */
const isChanged = ({ revision, local: { received } }: RecordFile): boolean => {
  if (!received) return false
  return received.revisionId === undefined ? revision.at > received.at : revision.id !== received.revisionId
}

/** What was born here is ours, whoever brought it back. By library, the one with the latest package first. Throws `file_unreadable`. */
export const suggestable = async (session: Session): Promise<Suggestable[]> => {
  const { folder, catalog, noteDamage } = session
  const ledger = await folder.exchanges.list((path, { code, data }) => { noteDamage({ path, failure: { code, data } }) })
  const came = new Set(ledger.flatMap(({ direction, form, records }) => (direction === 'received' && form === 'package' ? records.map(({ id }) => id) : [])))
  const own = folder.library.current().id
  const byLibrary = new Map<string, Suggestable>()
  for (const id of came) {
    const row = catalog.get(id)
    const head = row && await readHead(session, id)
    const library = head?.local.received?.library
    if (!row || !head || !library || library.id === own || head.content.origin.libraryId === own || !isChanged(head)) continue
    const known = byLibrary.get(library.id)
    if (known) known.records.push(row)
    else byLibrary.set(library.id, { library, records: [row] })
  }
  return [...byLibrary.values()]
}

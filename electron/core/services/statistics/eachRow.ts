/** Looking at every record of a library without keeping others waiting. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RecordRow } from '#shared/contract/records'
import type { Catalog } from '../../store/catalog/catalog'

/** Milliseconds of looking before others have their turn, asked after so many records. */
const turnMs = 10
const asked = 100

export const eachRow = async (catalog: Catalog, look: (row: RecordRow) => void): Promise<void> => {
  let since = performance.now()
  for (const [index, id] of [...catalog.ids()].entries()) {
    const row = catalog.get(id)
    if (row) look(row)
    if (index % asked === asked - 1 && performance.now() - since > turnMs) {
      await nextTurn()
      since = performance.now()
    }
  }
}

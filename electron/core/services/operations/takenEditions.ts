/** Editions that came with a package: they go with what it brought when that is taken back, and come again with it. */
import { isAppError } from '#shared/contract/errors'
import type { Edition } from '#shared/model/edition'
import type { OperationFile, TakenPackage } from '#shared/model/operation'
import { stageWrites } from '../../store/fileWrite'
import type { Remove, Stage } from '../../store/journal'
import type { Session } from '../session'

/** One that is gone, or can't be read, is left as it is: it could not come again. */
const readIfWhole = async ({ folder }: Session, recordId: string, seal: string): Promise<Edition[]> => {
  try {
    return [await folder.editions.read(recordId, seal)]
  } catch (error) {
    if (isAppError(error)) return []
    throw error
  }
}

/**
 * What an operation that takes a package back, or back again, does with its editions, and says of them. `stays` are the products that were
 * changed since and are left as they are: their editions stay with them.
 */
export const moveEditions = async (session: Session, { undoes, taken }: OperationFile, stays: ReadonlySet<string>, stage: Stage, remove: Remove): Promise<TakenPackage | undefined> => {
  if (undoes === null || !taken) return taken
  const { editions = [], removed = [] } = (await session.folder.operations.read(undoes)).taken ?? {}
  const going: Edition[] = []
  for (const { recordId, seal } of editions) {
    if (stays.has(recordId)) continue
    for (const edition of await readIfWhole(session, recordId, seal)) {
      await remove(session.folder.paths.edition(recordId, seal))
      going.push(edition)
    }
  }
  const coming = removed.filter(({ recordId }) => !stays.has(recordId))
  await stageWrites(stage, coming.map((edition) => session.folder.editions.write(edition)))
  return {
    ...taken, ...going.length > 0 && { removed: going },
    ...coming.length > 0 && { editions: coming.map(({ recordId, seal }) => ({ recordId, seal })) },
  }
}

/** What leaves the record must be what is on its page: saves what is unsaved, and rejects with why where that fails. */
import type { RecordSession } from '../session/recordSession'

export const saveFirst = async (session: RecordSession): Promise<void> => {
  if (await session.flush()) return
  const { status } = session.saving()
  throw 'error' in status && status.error instanceof Error ? status.error : new Error(`record ${session.view().record.id} is still not saved`)
}

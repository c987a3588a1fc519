/** Moving a record on: what is written is saved first; where the gate has closed meanwhile, the screen lists why. */
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { core } from '#renderer/client/client'
import { saveFirst } from '../export/saveFirst'
import type { RecordSession } from '../session/recordSession'

export interface MoveWish { move: string; reason: string; override: boolean }

export const useMove = (session: RecordSession, onMoved: (wish: MoveWish) => void): UseMutationResult<void, Error, MoveWish> => useMutation({
  mutationFn: async (wish: MoveWish) => {
    await saveFirst(session)
    const { id, revision } = session.view().record
    await core.records.move({ id, base: revision.id, ...wish })
    // The next save stands on the move. That it was not read does not undo it: the change event reads it again.
    await core.records.get({ id }).then(session.goOn, () => undefined)
  },
  onSuccess: (_answer, wish) => { onMoved(wish) },
})

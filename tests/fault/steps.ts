/** Which of many faults a run tries: every other one, since all of them take minutes; the next run takes the others. */

/** `LIANGFANG_FAULT_STEPS` chooses `odd`, `even` or `all`. */
export const chosenSteps = process.env.LIANGFANG_FAULT_STEPS ?? (Date.now() % 2 === 0 ? 'even' : 'odd')

/** Whether the one at a place, from 0, is tried. */
export const takesTurn = (place: number): boolean => chosenSteps === 'all' || place % 2 === (chosenSteps === 'even' ? 1 : 0)

/** Which of many faults a run tries: every fourth, since all of them take minutes; other runs take the others. */

/** One fault in so many. */
const share = 4

/** `LIANGFANG_FAULT_STEPS` chooses `1` to `4`, or `all`. */
export const chosenSteps = process.env.LIANGFANG_FAULT_STEPS ?? String(1 + Date.now() % share)

/** The first of the steps that are tried, from 1, and how far it is from one to the next. */
export const [firstStep, stride] = chosenSteps === 'all' ? [1, 1] : [Number(chosenSteps), share]

/** Whether the one at a place, from 0, is tried. */
export const takesTurn = (place: number): boolean => place % stride === firstStep - 1

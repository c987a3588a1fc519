/** What a library must show after all that its writers answered for, and what it may show of the rest. */
import type { Begun, LoadEvent } from './events'

/** One attempt to write a value. `end` is when it was answered for or refused; endless for what was cut off. */
interface Attempt { value: string; begun: number; end: number; isDone: boolean }

/** What a library shows, read back by whoever opens it next. */
export interface Shown {
  /** What stands under a key; several values for keys that only ever gain some. */
  valuesOf: (key: string) => Promise<string[]>
  isReadable: (id: string, revisionId: string) => Promise<boolean>
}

export interface Verdict { lost: string[]; torn: string[] }

const isRegister = (key: string): boolean => key.startsWith('record:') || key.startsWith('template:') || key === 'library'

export interface Ledger {
  note: (event: LoadEvent) => void
  acknowledged: () => number
  /** Compares with what is shown; from then on that is what must stay. */
  settle: (shown: Shown) => Promise<Verdict>
}

/** `initial`: what stands there from the beginning. */
export const createLedger = (initial: Readonly<Record<string, string>>): Ledger => {
  let time = 0
  let acknowledged = 0
  const begun = new Map<number, Begun>()
  const cutOff = new Set<number>()
  const attempts = new Map<string, Attempt[]>(Object.entries(initial).map(([key, value]) => [key, [{ value, begun: 0, end: 0, isDone: true }]]))
  const ofOperation = new Map<number, Attempt[]>()
  const revisions = new Map<string, { id: string; revisionId: string }>()
  const numbers = new Map<string, string>()
  const twice: string[] = []

  const noteBegun = (event: Begun): void => {
    begun.set(event.n, event)
    cutOff.add(event.n)
    const made = event.effects.map(({ value }) => ({ value, begun: time, end: Infinity, isDone: false }))
    ofOperation.set(event.n, made)
    event.effects.forEach(({ key }, index) => {
      const attempt = made[index]
      if (attempt) attempts.set(key, [...attempts.get(key) ?? [], attempt])
    })
  }

  const note: Ledger['note'] = (event) => {
    time += 1
    if (event.event === 'begun') noteBegun(event)
    if (event.event !== 'done' && event.event !== 'failed') return
    cutOff.delete(event.n)
    for (const attempt of ofOperation.get(event.n) ?? []) Object.assign(attempt, { end: time, isDone: event.event === 'done' })
    if (event.event === 'failed') return
    acknowledged += 1
    for (const each of event.revisions) revisions.set(`${each.id}@${each.revisionId}`, each)
    for (const { number, id } of event.numbers) {
      if ((numbers.get(number) ?? id) !== id) twice.push(`number ${number} was given twice`)
      numbers.set(number, id)
    }
  }

  /** A value may stand where it was written, unless a later one, begun after this was over, was answered for. */
  const mayStand = (all: readonly Attempt[], value: string): boolean => all.some((attempt) =>
    attempt.value === value && !all.some((later) => later !== attempt && later.isDone && later.begun > attempt.end))

  const wrongWith = (key: string, all: readonly Attempt[], values: readonly string[]): string[] => {
    if (isRegister(key)) {
      const value = values[0] ?? ''
      const isStill = value === '' && !all.some(({ isDone }) => isDone)
      return isStill || mayStand(all, value) ? [] : [`${key} shows "${value}", not ${all.filter(({ isDone }) => isDone).map((each) => each.value).slice(-2).join(' or ')}`]
    }
    return all.filter(({ value, isDone }) => isDone && !values.includes(value)).map(({ value }) => `${key} lacks ${value}`)
  }

  return {
    note,
    acknowledged: () => acknowledged,
    settle: async (shown) => {
      const values = new Map<string, string[]>()
      for (const key of attempts.keys()) values.set(key, await shown.valuesOf(key))
      const lost = [...twice.splice(0), ...[...attempts].flatMap(([key, all]) => wrongWith(key, all, values.get(key) ?? []))]
      for (const { id, revisionId } of revisions.values()) {
        const isGone = (values.get(`record:${id}`) ?? [])[0] === ''
        if (!isGone && !(await shown.isReadable(id, revisionId))) lost.push(`revision ${revisionId.slice(0, 8)} of ${id} can't be read`)
      }
      const torn = [...cutOff].flatMap((n) => {
        const { operation, effects, whole } = begun.get(n) ?? { operation: '', effects: [], whole: false }
        const has = effects.map(({ key, value }) => (value === '' ? (values.get(key) ?? [])[0] === '' : (values.get(key) ?? []).includes(value)))
        return whole && new Set(has).size > 1 ? [`${operation} came in part: ${effects.map(({ key }, index) => `${key} ${has[index] === true}`).join(', ')}`] : []
      })
      time += 1
      for (const [key, found] of values) attempts.set(key, found.map((value) => ({ value, begun: time, end: time, isDone: true })))
      for (const key of [begun, ofOperation, cutOff]) key.clear()
      return { lost, torn }
    },
  }
}

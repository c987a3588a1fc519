/**
 * What letters that somebody types may stand for in names: full pinyin (bianyaqi), of which the last syllable may not be finished
 * (bianyaq), initials (byq), and both mixed (bianyq).
 */
import { bestPaths, type Step } from './bestPaths'
import { allowing, type Allowed } from './soundUnits'
import { plainLetters, syllables, syllablesBeginning, unfinishedAt, wholeAt } from './syllables'

/** One way: for each unit in order which it may be, undefined for any that begins with its letter. `fullness`: 1 for whole syllables, 0 for initials. */
export interface TypedWay { units: readonly (Allowed | undefined)[]; fullness: number }

/** The ways that begin their units with the same letters, the fullest first. */
export interface TypedSound { initials: string; ways: readonly TypedWay[] }

interface UnitStep extends Step { initial: string; units: Allowed | undefined; fullness: number }

const most = 32
const wholeCost = 2
/** At the end; elsewhere an initial is less likely meant. */
const unfinishedCost = 3
const initialCost = 10
/** What costs so much more than the likeliest is not meant: the syllables of four of its characters may stand for eight, but none for initials. */
const leeway = 8

const single = syllables.map((_, number) => allowing([number]))
const doubles = new Map(['zh', 'ch', 'sh'].map((letters): [string, Allowed] => [letters, allowing(syllablesBeginning(letters))]))

/** One letter or two for the unit that they begin. */
const initialStep = (letters: string, at: number, length: number): UnitStep => {
  const end = at + length
  const cost = end === letters.length ? unfinishedCost : initialCost
  return { end, cost, initial: letters.charAt(at), units: doubles.get(letters.slice(at, end)), fullness: 0 }
}

/** No syllable begins with these: they stand for Latin letters only. */
const latinOnly = /[iuv]/

const stepsFrom = (letters: string, at: number, isLatinMeant: boolean): UnitStep[] => {
  const initial = letters.charAt(at)
  const steps: UnitStep[] = wholeAt(letters, at).map(({ end, whole }) => ({ end, cost: wholeCost, initial, units: single[whole], fullness: 1 }))
  const rest = letters.length - at
  if (rest > 2 && doubles.has(letters.slice(at, at + 2))) steps.push(initialStep(letters, at, 2))
  const unfinished = rest > 1 && !doubles.has(letters) ? unfinishedAt(letters, at) : []
  if (unfinished.length > 0) steps.push({ end: letters.length, cost: unfinishedCost, initial, units: allowing(unfinished), fullness: 0.5 })
  return isLatinMeant || !latinOnly.test(initial) ? [...steps, initialStep(letters, at, 1)] : steps
}

const costOf = (steps: readonly UnitStep[]): number => steps.reduce((sum, { cost }) => sum + cost, 0)

const likeliest = (letters: string): UnitStep[][] => {
  const paths = (isLatinMeant: boolean): UnitStep[][] => bestPaths(letters.length, (at) => stepsFrom(letters, at, isLatinMeant), most)
  const usual = paths(false)
  const found = usual.length > 0 ? usual : paths(true)
  const limit = costOf(found[0] ?? []) + leeway
  return found.filter((steps) => costOf(steps) <= limit)
}

const isAllInitials = (steps: readonly UnitStep[]): boolean => steps.every(({ units }) => units === undefined)

const readNew = (typed: string): TypedSound[] => {
  const letters = plainLetters(typed)
  if (!/^[a-z0-9]{2,}$/.test(letters)) return []
  const initials = Array.from(letters, (_, at) => initialStep(letters, at, 1))
  const groups = new Map<string, TypedWay[]>()
  for (const steps of [...likeliest(letters).filter((each) => !isAllInitials(each)), initials]) {
    const key = steps.map(({ initial }) => initial).join('')
    const way = { units: steps.map(({ units }) => units), fullness: steps.reduce((sum, { fullness }) => sum + fullness, 0) / steps.length }
    groups.set(key, [...groups.get(key) ?? [], way])
  }
  return [...groups].map(([key, ways]) => ({ initials: key, ways: ways.sort((a, b) => b.fullness - a.fullness) }))
}

let last: { typed: string; read: readonly TypedSound[] } = { typed: '', read: [] }

/** `typed`: a–z and digits, at least two; fewer stand for nothing, they would for everything. Read once for all parts that are asked. */
export const readTyped = (typed: string): readonly TypedSound[] => {
  if (last.typed !== typed) last = { typed, read: readNew(typed) }
  return last.read
}

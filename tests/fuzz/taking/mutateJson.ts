/** JSON that somebody tampered with: one value of it is gone, another, twice, or something that no writer writes. */
import { z } from 'zod'
import type { Random } from '../../support/random'

type Json = unknown

const deep = (levels: number): Json => Array.from({ length: levels }).reduce<Json>((inner) => [inner], 1)

const hostile: readonly (() => Json)[] = [
  () => null, () => true, () => 0, () => -1, () => 1e308, () => Number.MAX_SAFE_INTEGER, () => '', () => '../../../outside', () => '/etc/passwd', () => 'C:\\Windows\\x', () => '\u0000',
  () => '\ud800', () => '\u202etxt.exe', () => 'x'.repeat(100_000), () => '0'.repeat(64), () => 'f'.repeat(64), () => '01990000-0000-7000-8000-000000000000', () => [], () => ({}), () => deep(290), () => deep(1500),
  () => z.unknown().parse(JSON.parse('{"__proto__":{"polluted":true},"constructor":1,"toString":2}')), () => ({ type: 'novel', id: 'x' }), () => ['a', 1, null, {}], () => '9999-12-31T23:59:59.999Z', () => '0000-00-00',
]

const isObject = (value: Json): value is Record<string, Json> => typeof value === 'object' && value !== null && !Array.isArray(value)

const placesOf = (value: Json, at: readonly (string | number)[] = []): (readonly (string | number)[])[] => {
  const inside = Array.isArray(value) ? value.map((each: Json, index): [number, Json] => [index, each]) : isObject(value) ? Object.entries(value) : []
  return [...(at.length > 0 ? [at] : []), ...inside.flatMap(([key, each]) => placesOf(each, [...at, key]))]
}

const valueAt = (value: Json, place: readonly (string | number)[]): Json => place.reduce<Json>((now, key) => (Array.isArray(now) ? now[Number(key)] : isObject(now) ? now[String(key)] : undefined), value)

const changedAt = (value: Json, [key, ...rest]: readonly (string | number)[], change: (value: Json) => readonly Json[]): Json => {
  const next = (inner: Json): readonly Json[] => (rest.length === 0 ? change(inner) : [changedAt(inner, rest, change)])
  if (Array.isArray(value)) return value.flatMap((each: Json, index) => (index === key ? next(each) : [each]))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).flatMap(([name, each]): [string, Json][] => {
    if (name !== key) return [[name, each]]
    const [changed] = next(each)
    return changed === undefined ? [] : [[name, changed]]
  }))
}

/** One value of it changed; the same random numbers change the same. */
export const mutateJson = (value: Json, random: Random): Json => {
  const places = placesOf(value)
  if (places.length === 0) return random.of(hostile)()
  const [place, other] = [random.of(places), random.of(places)]
  const changes: readonly ((now: Json) => readonly Json[])[] = [
    () => [], (now) => [now, now], () => [random.of(hostile)()], () => [random.of(hostile)()], () => [valueAt(value, other)],
    (now) => [typeof now === 'string' ? now.slice(0, random.below(now.length + 1)) + random.of(['', '0', '文', '\ud800', '/']) : typeof now === 'number' ? now + random.of([1, -1, 0.5]) : now],
  ]
  return changedAt(value, place, random.of(changes))
}

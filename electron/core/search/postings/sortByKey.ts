/** Sorts numbers with their values by key, stably: radix sort, the lowest digit first. */

const digitBits = 11
const digits = 1 << digitBits

interface Sorted { keys: Uint32Array; values: Uint32Array }

/** Sorts the first `count` keys (31 bits) in place, and the values with them. */
export const sortByKey = (keys: Uint32Array, values: Uint32Array, count: number): void => {
  let from: Sorted = { keys, values }
  let to: Sorted = { keys: new Uint32Array(count), values: new Uint32Array(count) }
  for (let shift = 0; shift < 31; shift += digitBits) {
    const places = new Uint32Array(digits + 1)
    for (let at = 0; at < count; at += 1) {
      const digit = ((from.keys[at] ?? 0) >>> shift) & (digits - 1)
      places[digit + 1] = (places[digit + 1] ?? 0) + 1
    }
    for (let digit = 1; digit < digits; digit += 1) places[digit] = (places[digit] ?? 0) + (places[digit - 1] ?? 0)
    for (let at = 0; at < count; at += 1) {
      const key = from.keys[at] ?? 0
      const digit = (key >>> shift) & (digits - 1)
      const place = places[digit] ?? 0
      places[digit] = place + 1
      to.keys[place] = key
      to.values[place] = from.values[at] ?? 0
    }
    const sorted = to
    to = from
    from = sorted
  }
  if (from.keys === keys) return
  keys.set(from.keys.subarray(0, count))
  values.set(from.values.subarray(0, count))
}

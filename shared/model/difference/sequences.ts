/** What two sequences have in common, in order: the core of every difference. Its work is bounded, so that nothing makes it hang. */

/** The places of one element in the sequence before and in the one after. */
export type Pair = readonly [before: number, after: number]

/** Differences up to this many single steps are found exactly: 4 MB and some forty million comparisons at most. */
const mostSteps = 1000

/** The places of a longest strictly increasing subsequence (patience sorting, O(n log n)). */
export const longestIncreasing = (values: readonly number[]): number[] => {
  const tails: number[] = []
  const previous: (number | undefined)[] = []
  const valueAt = (place: number | undefined): number => (place === undefined ? -Infinity : values[place] ?? -Infinity)
  for (const [place, value] of values.entries()) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (valueAt(tails[middle]) < value) low = middle + 1
      else high = middle
    }
    previous[place] = tails[low - 1]
    tails[low] = place
  }
  const found: number[] = []
  for (let place = tails.at(-1); place !== undefined; place = previous[place]) found.push(place)
  return found.reverse()
}

/** The way back through the rounds of `shortestEdit`: the pairs on the diagonals that it took. */
const pairsOnTheWay = (rounds: readonly Int32Array[], ends: Pair): Pair[] => {
  const pairs: Pair[] = []
  let [x, y] = ends
  for (let steps = rounds.length - 1; steps >= 0; steps -= 1) {
    const reached = (diagonal: number): number => rounds[steps]?.[diagonal + steps + 1] ?? -1
    const diagonal = x - y
    const from = diagonal === -steps || (diagonal !== steps && reached(diagonal - 1) < reached(diagonal + 1)) ? diagonal + 1 : diagonal - 1
    const before = reached(from)
    while (x > Math.max(0, before) && y > Math.max(0, before - from)) {
      x -= 1
      y -= 1
      pairs.push([x, y])
    }
    x = before
    y = before - from
  }
  return pairs.reverse()
}

/** Myers, "An O(ND) Difference Algorithm and Its Variations" (1986); undefined where more steps than allowed are between the two. */
const shortestEdit = (before: readonly string[], after: readonly string[]): Pair[] | undefined => {
  const most = Math.min(mostSteps, before.length + after.length)
  const middle = most + 1
  const furthest = new Int32Array(2 * most + 3)
  const reached = (diagonal: number): number => furthest[middle + diagonal] ?? 0
  const rounds: Int32Array[] = []
  for (let steps = 0; steps <= most; steps += 1) {
    rounds.push(furthest.slice(middle - steps - 1, middle + steps + 2))
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const goesDown = diagonal === -steps || (diagonal !== steps && reached(diagonal - 1) < reached(diagonal + 1))
      let x = goesDown ? reached(diagonal + 1) : reached(diagonal - 1) + 1
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1
      furthest[middle + diagonal] = x
      if (x >= before.length && x - diagonal >= after.length) return pairsOnTheWay(rounds, [x, x - diagonal])
    }
  }
  return undefined
}

/** The places of what stands once in a sequence. */
const onceIn = (sequence: readonly string[]): Map<string, number> => {
  const places = new Map<string, number>()
  for (const [place, key] of sequence.entries()) places.set(key, places.has(key) ? -1 : place)
  return places
}

/** Pairs of what stands once in both, as many as are in order. */
const anchors = (before: readonly string[], after: readonly string[]): Pair[] => {
  const placesAfter = onceIn(after)
  const pairs = [...onceIn(before)].flatMap(([key, place]): Pair[] => {
    const other = placesAfter.get(key) ?? -1
    return place === -1 || other === -1 ? [] : [[place, other]]
  }).sort(([a], [b]) => a - b)
  const inOrder = new Set(longestIncreasing(pairs.map(([, other]) => other)))
  return pairs.filter((_, index) => inOrder.has(index))
}

/** Runs `work` on each stretch between pairs: where it begins and ends in both. */
export const betweenPairs = (pairs: readonly Pair[], lengths: Pair, work: (from: Pair, to: Pair, next: Pair | undefined) => void): void => {
  let from: Pair = [0, 0]
  for (const pair of pairs) {
    work(from, pair, pair)
    from = [pair[0] + 1, pair[1] + 1]
  }
  work(from, lengths, undefined)
}

/** Too far apart to be compared exactly: what stands once in both leads, and what lies between is compared by itself. */
const byAnchors = (before: readonly string[], after: readonly string[]): Pair[] => {
  const leading = anchors(before, after)
  if (leading.length === 0) return []
  const pairs: Pair[] = []
  betweenPairs(leading, [before.length, after.length], (from, to, next) => {
    for (const [x, y] of commonPairs(before.slice(from[0], to[0]), after.slice(from[1], to[1]))) pairs.push([from[0] + x, from[1] + y])
    if (next) pairs.push(next)
  })
  return pairs
}

/** A common subsequence of two sequences of keys, the longest one unless they are very far apart. */
export const commonPairs = (before: readonly string[], after: readonly string[]): Pair[] => {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  const [left, right] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)]
  const inner = left.length === 0 || right.length === 0 ? [] : shortestEdit(left, right) ?? byAnchors(left, right)
  return [
    ...Array.from({ length: head }, (_, index): Pair => [index, index]),
    ...inner.map(([x, y]): Pair => [x + head, y + head]),
    ...Array.from({ length: tail }, (_, index): Pair => [before.length - tail + index, after.length - tail + index]),
  ]
}

/** The cheapest ways to walk over a text in steps, such as a run of letters syllable by syllable. */

/** A step from where it is asked for to `end`, further on. */
export interface Step { end: number; cost: number }

interface Path<S> { cost: number; last: S | undefined; before: Path<S> | undefined }

const stepsOf = <S>(path: Path<S>): S[] => {
  const steps: S[] = []
  for (let at: Path<S> | undefined = path; at?.last !== undefined; at = at.before) steps.push(at.last)
  return steps.reverse()
}

/** At most so many paths from 0 to `length`, the cheapest first; none where no steps lead there. */
export const bestPaths = <S extends Step>(length: number, stepsFrom: (at: number) => readonly S[], most: number): S[][] => {
  if (length === 0) return []
  const arrivals: Path<S>[][] = Array.from({ length: length + 1 }, () => [])
  arrivals[0] = [{ cost: 0, last: undefined, before: undefined }]
  for (let at = 0; at < length; at += 1) {
    const here = (arrivals[at] ?? []).sort((a, b) => a.cost - b.cost).slice(0, most)
    if (here.length === 0) continue
    for (const step of stepsFrom(at)) {
      for (const path of here) arrivals[step.end]?.push({ cost: path.cost + step.cost, last: step, before: path })
    }
  }
  return (arrivals[length] ?? []).sort((a, b) => a.cost - b.cost).slice(0, most).map(stepsOf)
}

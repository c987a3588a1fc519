/** What is found out about a body part by part: of a section that is the same object as before, it is known already. */
import { emptyBody, type Body, type Section } from '#shared/model/body/body'

/** `find` is given bodies of one section, or of what stands before the first; the answers come in the order of the text. */
export const bySection = <T>(find: (part: Body) => T): ((body: Body) => T[]) => {
  const known = new WeakMap<Section, T>()
  const ofSection = (section: Section): T => {
    const there = known.get(section)
    if (there !== undefined) return there
    const found = find({ ...emptyBody(), sections: [section] })
    known.set(section, found)
    return found
  }
  return ({ preamble, sections }) => [find({ ...emptyBody(), preamble }), ...sections.map(ofSection)]
}

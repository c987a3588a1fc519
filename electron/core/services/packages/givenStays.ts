/** What an adoption was given when it was planned: no package changes it, whatever is chosen. That one would is told as a conflict. */
import type { RecordContent } from '#shared/model/record'
import { isSameJson } from '#shared/model/sameJson'
import type { ThreeWayPart } from '#shared/model/threeWay/parts'
import { keepingGiven } from '../records'

const adoptsIn = ({ links }: RecordContent): RecordContent['links'] => links.filter(({ relation }) => relation === 'adopts')

const givenKeys: ReadonlySet<string> = new Set(['fields.seal', 'fields.pilot'])

const isOfGiven = ({ key }: ThreeWayPart, mine: RecordContent, theirs: RecordContent): boolean => givenKeys.has(key)
  || (key === 'stage' && mine.fields.edition !== theirs.fields.edition) || (key === 'links' && !isSameJson(adoptsIn(mine), adoptsIn(theirs)))

/** The parts, of an adoption those that would change what it takes up as conflicts. */
export const givenStays = (parts: readonly ThreeWayPart[], mine: RecordContent, theirs: RecordContent): ThreeWayPart[] =>
  parts.map((part) => (mine.type === 'adoption' && part.taken !== 'mine' && isOfGiven(part, mine, theirs) ? { ...part, taken: null } : part))

/** What a package makes of a record here, with what an adoption takes up as it is here. */
export const withGivenOf = (mine: RecordContent, content: RecordContent): RecordContent => (mine.type === 'adoption' ? keepingGiven(mine, content) : content)

/** Whether a content takes up what the one here does, or is of no adoption. */
export const hasGivenOf = (mine: RecordContent, content: RecordContent): boolean => isSameJson(withGivenOf(mine, content), content)

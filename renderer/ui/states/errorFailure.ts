/** Any error as a failure with a text. What is none of the contract's gets an id made here, which goes into the console with the details. */
import { Failure, toFailure } from '#shared/contract/errors'
import { newId } from '#shared/model/ids'

const ids = new WeakMap<Error, string>()

/** The same error keeps its id, however often it is shown. */
const bugId = (error: unknown): string => {
  if (!(error instanceof Error)) return newId()
  const known = ids.get(error)
  if (known) return known
  const id = newId()
  ids.set(error, id)
  console.error(id, error)
  return id
}

/** Takes what was thrown, or a failure that came as data in a job or a report. */
export const errorFailure = (error: unknown): Failure => {
  const failure = toFailure(error)
  if (failure) return failure
  const asData = Failure.safeParse(error)
  return asData.success ? asData.data : { code: 'bug', data: { id: bugId(error) } }
}

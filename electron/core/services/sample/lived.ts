/** The life of a sample's record: its steps, written down as the app writes them. */
import { movesFrom } from '#shared/model/life/moves'
import { StageChange, type RecordContent } from '#shared/model/record'
import { stagesOf } from '#shared/model/recordTypes'
import type { z } from 'zod'
import { moved } from '../life'

/** How a record came to its stage, the first step first. */
export const Step = StageChange.pick({ move: true, by: true, at: true, reason: true })
type Steps = readonly z.infer<typeof Step>[]

/** The content after further steps. Throws where one is no move from where the record stands. */
export const livedOn = (content: RecordContent, steps: Steps): RecordContent => steps.reduce((before, { move: key, ...step }) => {
  const move = movesFrom(before).find((each) => each.key === key)
  if (!move) throw new Error(`${content.title}: ${key} is no move from ${before.stage}`)
  return moved(before, move, step)
}, content)

/** The content after the steps of its life from the beginning; as it is where it says none. */
export const lived = (content: RecordContent, steps: Steps): RecordContent =>
  livedOn({ ...content, ...steps.length > 0 && { stage: stagesOf(content.type)[0] ?? content.stage } }, steps)

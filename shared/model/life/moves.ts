/** Which moves a record can make from where it is, where each leads, and what its history says of it. */
import { nameForm } from '../nameForm'
import type { RecordContent, StageChange } from '../record'
import { recordTypes, stagesOf, type RecordType } from '../recordTypes'
import { lives, type Life, type Move } from './lives.data'

const lifeOf = (type: RecordType): Life => lives[recordTypes[type].life]

type Standing = Pick<RecordContent, 'type' | 'stage' | 'stageHistory'>

/** The step that brought a record where it is. */
export const lastStep = ({ stage, stageHistory = [] }: Pick<RecordContent, 'stage' | 'stageHistory'>): StageChange | undefined => {
  const last = stageHistory.at(-1)
  return last?.to === stage ? last : undefined
}

/** The moves from where a record is, those forward first. A stage of no life, as a newer version may have, has none. */
export const movesFrom = ({ type, stage }: Pick<RecordContent, 'type' | 'stage'>): Move[] => {
  const moves = lifeOf(type).moves.filter(({ from }) => from.includes(stage))
  return [...moves.filter(({ isBack }) => !isBack), ...moves.filter(({ isBack }) => isBack)]
}

/** Whether a move of many at once must be given a reason in some life: there, nobody asks who brought each where it is. */
export const needsReason = (key: string): boolean => Object.values<Life>(lives).some(({ moves }) => moves.some((move) => move.key === key && (move.reason === 'required' || move.reason === 'fromOthers')))

/** The moves that records of a type make in their lives, without those that have a procedure of their own. */
export const movesOf = (type: RecordType): readonly Move[] => lifeOf(type).moves.filter(({ isOwn }) => !isOwn)

/** Where a move takes a record. */
export const destination = (content: Standing, move: Pick<Move, 'to'>): string =>
  (move.to === 'before' ? lastStep(content)?.from ?? stagesOf(content.type)[0] ?? content.stage : move.to)

/** Whether who moves a record must, or may, say why. */
export const reasonFor = (content: Pick<RecordContent, 'stage' | 'stageHistory'>, { reason }: Move, name: string): 'required' | 'optional' | undefined => {
  if (reason !== 'fromOthers') return reason
  const last = lastStep(content)
  return last && nameForm(last.by.name) === nameForm(name) ? undefined : 'required'
}

/** Whether somebody wrote what is to be reviewed: is one of the authors that it names, or submitted it. However the name is spaced. */
export const isWriter = ({ authors, stageHistory = [] }: Pick<RecordContent, 'authors' | 'stageHistory'>, name: string): boolean => {
  const submitted = stageHistory.findLast(({ move }) => move === 'submit')
  return [...authors, ...(submitted ? [submitted.by.name] : [])].some((writer) => nameForm(writer) === nameForm(name))
}

/** The move with a gate that lies ahead: from where the record is, or from where its next move leads it that it was not before. */
export const gateAhead = (content: Standing): Move | undefined => {
  const forward = movesFrom(content).filter(({ isBack }) => !isBack)
  const gated = (moves: readonly Move[]): Move | undefined => moves.find(({ gate }) => gate !== undefined)
  // Whoever takes a decision back has no gate before it.
  const onwards = forward.filter(({ reason }) => reason !== 'required')
  return gated(forward) ?? gated(onwards.flatMap((move) => movesFrom({ type: content.type, stage: destination(content, move) }).filter(({ isBack }) => !isBack)))
}

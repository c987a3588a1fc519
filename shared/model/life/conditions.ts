/** What must hold before a record moves on (product.md, "Lives and gates"). The core judges with it, and the screen lists it as it is written. */
import { z } from 'zod'
import { saysNothing } from '../fields'
import { SectionGap, sectionGaps } from '../gates'
import { BlockId, Uuid } from '../ids'
import { verdictOf } from '../product/adoption'
import type { RecordContent } from '../record'
import { recordTypes } from '../recordTypes'
import { conditionKeys, type ConditionKey, type Move } from './lives.data'
import { isWriter } from './moves'

/** What is missing for a move, and the place that leads there. */
export const MoveGap = z.union([
  SectionGap,
  z.discriminatedUnion('kind', [
    /** Nothing was measured. */
    z.object({ kind: z.literal('noResult') }),
    /** What was measured is proven by nothing; the first of the results. */
    z.object({ kind: z.literal('resultUnproven'), resultId: BlockId, indicator: z.string() }),
    /** Nobody knows who reviews: the profile has no name. */
    z.object({ kind: z.literal('reviewerUnnamed') }),
    /** Who reviews wrote it, or submitted it. */
    z.object({ kind: z.literal('reviewerIsAuthor'), name: z.string() }),
    /** The review comments can't be read; or some are not resolved, the first of them. */
    z.object({ kind: z.literal('commentsUnread') }),
    z.object({ kind: z.literal('openComments'), commentId: Uuid, count: z.int() }),
    /** No unit is to take the product up yet. */
    z.object({ kind: z.literal('noAdoption') }),
    /** An adoption that does not say whether it applies, or when it was done. */
    z.object({ kind: z.literal('noVerdict') }),
    z.object({ kind: z.literal('noActualDate') }),
  ]),
])
export type MoveGap = z.infer<typeof MoveGap>

export const MoveCondition = z.object({ key: z.enum(conditionKeys), met: z.boolean(), missing: z.array(MoveGap) })
export type MoveCondition = z.infer<typeof MoveCondition>

/**
 * What a judgement needs beside the content: who judges, the review comments that are not resolved, in order, undefined where they can't be
 * read, and how many adoptions of the record there are that are no pilots.
 */
export interface Judging { reviewer: string; openComments: readonly { id: string }[] | undefined; adoptions: number }

const resultGaps = ({ type, fields: { results = [] } }: RecordContent): MoveGap[] => {
  if (!recordTypes[type].measured || results.some(({ indicator, evidence }) => indicator.trim() !== '' && evidence.length > 0)) return []
  const [first] = results
  return [first ? { kind: 'resultUnproven', resultId: first.id, indicator: first.indicator } : { kind: 'noResult' }]
}

const reviewerGaps = (content: RecordContent, reviewer: string): MoveGap[] => {
  if (reviewer.trim() === '') return [{ kind: 'reviewerUnnamed' }]
  return isWriter(content, reviewer) ? [{ kind: 'reviewerIsAuthor', name: reviewer }] : []
}

const commentGaps = (open: Judging['openComments']): MoveGap[] => {
  if (!open) return [{ kind: 'commentsUnread' }]
  const [first] = open
  return first ? [{ kind: 'openComments', commentId: first.id, count: open.length }] : []
}

const gapsOf = (key: ConditionKey, content: RecordContent, { reviewer, openComments, adoptions }: Judging): MoveGap[] => {
  switch (key) {
    case 'requiredSections': return sectionGaps(content)
    case 'measuredResult': return resultGaps(content)
    case 'reviewerNotAuthor': return reviewerGaps(content, reviewer)
    case 'commentsResolved': return commentGaps(openComments)
    case 'adoptionPlanned': return adoptions > 0 ? [] : [{ kind: 'noAdoption' }]
    case 'verdictGiven': return verdictOf(content) ? [] : [{ kind: 'noVerdict' }]
    case 'dateGiven': return saysNothing(content.fields.actualDate) ? [{ kind: 'noActualDate' }] : []
  }
}

const asksFor = (key: ConditionKey, { type }: RecordContent): boolean => key !== 'measuredResult' || recordTypes[type].measured === true

/** The conditions of a move, and for each that does not hold what is missing. */
export const moveConditions = ({ gate = [] }: Move, content: RecordContent, judging: Judging): MoveCondition[] =>
  gate.filter((key) => asksFor(key, content)).map((key) => {
    const missing = gapsOf(key, content, judging)
    return { key, met: missing.length === 0, missing }
  })

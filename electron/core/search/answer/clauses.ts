/** What a query asks for besides free words: phrases, fields, what is excluded, and alternatives. */
import type { QueryItem } from '#shared/text/searchQuery'
import type { HeldPart } from '../index/heldPart'
import type { Evaluation } from '../query/evaluate'
import { bothOf, eitherOf, hitsWhere, noHits, without, type Hits } from '../query/hits'
import { runsOf, termCondition } from '../query/conditions'
import { hitsOfField } from './labels'
import { hitsOfPhrase } from './phrases'

/** What was typed, taken apart: words that stand alone, and all else. Of a clause one item must hold, of all clauses each. */
export interface Asked { words: string[]; clauses: readonly QueryItem[][] }

const hasRuns = ({ part }: QueryItem): boolean => part.kind === 'field' || runsOf(part.text).length > 0

export const takeApart = (all: readonly QueryItem[][]): Asked => {
  const words: string[] = []
  const clauses: QueryItem[][] = []
  for (const items of all) {
    // What has neither letters nor digits can't be searched for.
    const sought = items.filter(hasRuns)
    const [only] = sought
    if (sought.length === 1 && only?.part.kind === 'words' && !only.isExcluded) words.push(only.part.text)
    else if (sought.length > 0) clauses.push(sought)
  }
  return { words, clauses }
}

/** Gives the hits of one part for words, as they are found where nothing stands in for them. */
export type WordHits = (text: string, position: number) => Hits

export class Clauses {
  private readonly evaluation: Evaluation
  private readonly parts: readonly HeldPart[]
  private readonly clauses: readonly QueryItem[][]
  private readonly wordHits: WordHits

  constructor(evaluation: Evaluation, parts: readonly HeldPart[], clauses: readonly QueryItem[][], wordHits: WordHits) {
    this.evaluation = evaluation
    this.parts = parts
    this.clauses = clauses
    this.wordHits = wordHits
  }

  /** Of hits in a part those that fulfil every clause, with what the clauses add to their scores; of a part's documents where no hits are given. */
  narrow(position: number, found: Hits | undefined): Hits {
    const [required, excluded] = [this.clauses.filter((items) => !isExclusion(items)), this.clauses.filter(isExclusion)]
    const hits = required.reduce<Hits | undefined>((left, items) => {
      const next = this.hitsOfAny(items, position)
      return left ? bothOf(left, next) : next
    }, found) ?? this.everything(position)
    return excluded.reduce((left, items) => items.reduce((rest, item) => without(rest, this.hitsOf(item, position)), left), hits)
  }

  private hitsOfAny(items: readonly QueryItem[], position: number): Hits {
    return items.reduce<Hits>((found, item) => {
      const hits = this.hitsOf(item, position)
      return eitherOf(found, item.isExcluded ? without(this.everything(position), hits) : hits)
    }, noHits)
  }

  private hitsOf({ part, isExcluded }: QueryItem, position: number): Hits {
    const table = this.parts[position]?.table
    switch (part.kind) {
      case 'field': return table ? hitsOfField(table, part.field, part.value) : noHits
      case 'phrase': return hitsOfPhrase(this.evaluation, this.parts, position, part.text)
      case 'words': return isExcluded ? this.hitsOfExcluded(part.text, position) : this.wordHits(part.text, position)
    }
  }

  /** What is excluded is meant as it stands: Chinese in one piece, other words whole. */
  private hitsOfExcluded(text: string, position: number): Hits {
    const runs = runsOf(text)
    return runs.some(({ isHan }) => isHan)
      ? hitsOfPhrase(this.evaluation, this.parts, position, text)
      : this.evaluation.hits({ kind: 'all', conditions: runs.map((run) => termCondition({ kind: 'word', word: run.text })) }, position)
  }

  private everything(position: number): Hits {
    return hitsWhere(this.parts[position]?.segment.documentCount ?? 0, () => true)
  }
}

/** One item alone that is excluded narrows everything else, so that it need not be turned round. */
const isExclusion = (items: readonly QueryItem[]): boolean => items.length === 1 && items[0]?.isExcluded === true

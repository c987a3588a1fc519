/** Masks texts as it was decided: each text that is masked has one form in a package, and the same as its recipient knows from before. */
import type { MaskedText } from '#shared/model/exchange'
import type { Hit, Replacement } from '#shared/model/masking/sensitive'
import { hitKey, type Decide } from './decisions'
import { createGivenForms } from './givenForms'
import { nameHit, type Finder } from './lookThrough'
import type { Person } from '#shared/model/record'

export interface Masker {
  /** Whether something of this becomes another text in a record. */
  changes: (found: Iterable<Pick<Hit, 'kind' | 'text'>>, recordId: string) => boolean
  replacements: (text: string, recordId: string) => Replacement[]
  text: (text: string, recordId: string) => string
  /** Whoever makes the package stays who that is. */
  person: (person: Person, recordId: string) => Person
  /** What was put in place of what in a record so far. */
  masksOf: (recordId: string) => MaskedText[]
}

export interface MaskerParts {
  find: Finder
  decide: Decide
  by: Person
  /** Forms by text that the recipient knows. */
  known: ReadonlyMap<string, string>
  /** Whether a form stands in what is sent as a text of its own. */
  stands: (form: string) => boolean
}

const replaced = (text: string, replacements: readonly Replacement[]): string =>
  replacements.toReversed().reduce((whole, { start, end, by }) => whole.slice(0, start) + by + whole.slice(end), text)

/** The forms of `first` are given in their order. */
export const createMasker = ({ find, decide, by, known, stands }: MaskerParts, first: Iterable<Pick<Hit, 'kind' | 'text'>>): Masker => {
  const formOf = createGivenForms(known, stands)
  const used = new Map<string, Map<string, MaskedText>>()

  const byOf = ({ kind, text }: Pick<Hit, 'kind' | 'text'>, recordId: string): MaskedText | undefined => {
    const decision = decide(kind, text, recordId)
    if (decision.action === 'keep') return undefined
    return { text, action: decision.action, by: decision.action === 'replace' ? decision.by : formOf(kind, text) }
  }

  for (const { kind, text } of first) if (decide(kind, text, null).action === 'mask') formOf(kind, text)

  const replacementsOf = (hits: readonly Hit[], recordId: string): Replacement[] => hits.flatMap((hit) => {
    const masked = byOf(hit, recordId)
    if (!masked || masked.by === hit.text) return []
    used.set(recordId, (used.get(recordId) ?? new Map<string, MaskedText>()).set(hitKey(hit.kind, hit.text), masked))
    return [{ start: hit.start, end: hit.end, by: masked.by }]
  })

  const text: Masker['text'] = (whole, recordId) => replaced(whole, replacementsOf(find(whole), recordId))

  return {
    changes: (found, recordId) => [...found].some((hit) => decide(hit.kind, hit.text, recordId).action !== 'keep'),
    replacements: (whole, recordId) => replacementsOf(find(whole), recordId),
    text,
    person: (person, recordId) => ({
      ...person, name: replaced(person.name, replacementsOf(nameHit(person.name, by), recordId)), unit: person.unit === by.unit ? person.unit : text(person.unit, recordId),
    }),
    masksOf: (recordId) => [...used.get(recordId)?.values() ?? []],
  }
}

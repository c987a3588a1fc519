/** What is decided of the texts and files that were found, over what the scan says of them; and what of it goes to the core. */
import { staysUnlessSent, type MaskFile, type MaskHit, type Masking, type MaskScan } from '#shared/contract/masking'
import type { MaskAction, MaskDecision, SensitiveKind } from '#shared/model/masking/sensitive'

/** `decisions` by the text and where they hold; `forgotten` are texts whose remembered decision counts no longer. */
export interface MaskChoice {
  decisions: ReadonlyMap<string, MaskDecision>
  forgotten: ReadonlySet<string>
  /** Files that leave although something is masked in them. */
  send: ReadonlySet<string>
  /** Files that nobody can look into and that stay here. */
  leaveOut: ReadonlySet<string>
}

export const noChoice: MaskChoice = { decisions: new Map(), forgotten: new Set(), send: new Set(), leaveOut: new Set() }

export type Found = Pick<MaskHit, 'kind' | 'text'>

export const keyOf = ({ kind, text }: Found): string => `${kind} ${text}`

const placeKey = (found: Found, recordId: string | null): string => `${recordId ?? 'everywhere'} ${keyOf(found)}`

const toMask: MaskAction = { action: 'mask' }

export const isRemembered = (choice: MaskChoice, hit: MaskHit): boolean => hit.remembered && !choice.forgotten.has(keyOf(hit)) && !choice.decisions.has(placeKey(hit, null))

/** What becomes of a text in the record, or (null) wherever nothing else is decided. */
export const actionOf = (choice: MaskChoice, hit: MaskHit, recordId: string | null): MaskAction => {
  const decided = choice.decisions.get(placeKey(hit, recordId)) ?? choice.decisions.get(placeKey(hit, null))
  if (decided) return decided.decision
  return choice.forgotten.has(keyOf(hit)) ? toMask : hit.decision
}

/** Whether the record has a decision of its own. */
export const isException = (choice: MaskChoice, hit: Found, recordId: string): boolean => choice.decisions.has(placeKey(hit, recordId))

/** The decisions for single records that hold for each of the hits, by its key: those for records in which it does not stand are left out. */
export const exceptions = ({ decisions }: MaskChoice, hits: readonly MaskHit[]): ReadonlyMap<string, readonly MaskDecision[]> => {
  const byText = new Map<string, MaskDecision[]>()
  for (const decision of decisions.values()) if (decision.recordId !== null) byText.set(keyOf(decision), [...byText.get(keyOf(decision)) ?? [], decision])
  const holding = (hit: MaskHit): MaskDecision[] => {
    // Of a text with more places than are listed, any record may be one of its own.
    if (hit.count > hit.places.length) return byText.get(keyOf(hit)) ?? []
    return (byText.get(keyOf(hit)) ?? []).filter((decision) => hit.places.some(({ recordId }) => recordId === decision.recordId))
  }
  return new Map(hits.filter((hit) => byText.has(keyOf(hit))).map((hit) => [keyOf(hit), holding(hit)]))
}

const withoutTexts = (decisions: MaskChoice['decisions'], texts: readonly Found[]): Map<string, MaskDecision> => {
  const gone = new Set(texts.map(keyOf))
  return new Map([...decisions].filter(([, decision]) => !gone.has(keyOf(decision))))
}

/** Decides the texts wherever they stand: what was decided for single records of them counts no longer. */
export const decideAll = (choice: MaskChoice, hits: readonly Found[], decision: MaskAction): MaskChoice => {
  const decisions = withoutTexts(choice.decisions, hits)
  for (const hit of hits) decisions.set(placeKey(hit, null), { kind: hit.kind, text: hit.text, recordId: null, decision })
  return { ...choice, decisions }
}

/** Decides a text in one record; without a decision the record goes with the others again. */
export const decideIn = (choice: MaskChoice, { kind, text }: Found, recordId: string, decision: MaskAction | undefined): MaskChoice => {
  const decisions = new Map(choice.decisions)
  const key = placeKey({ kind, text }, recordId)
  if (decision) decisions.set(key, { kind, text, recordId, decision })
  else decisions.delete(key)
  return { ...choice, decisions }
}

/** Takes the text as if nothing had ever been decided of it. */
export const forget = (choice: MaskChoice, hit: Found): MaskChoice =>
  ({ ...choice, decisions: withoutTexts(choice.decisions, [hit]), forgotten: new Set([...choice.forgotten, keyOf(hit)]) })

/** What stands in the place of a text once the action is done. */
export const formOf = (hit: MaskHit, action: MaskAction): string => {
  switch (action.action) {
    case 'mask': return hit.masked
    case 'keep': return hit.text
    case 'replace': return action.by
  }
}

export const hitsByKey = ({ hits }: MaskScan): ReadonlyMap<string, MaskHit> => new Map(hits.map((hit) => [keyOf(hit), hit]))

/** What of a file's text is not left as it is: while there is any, the file stays out. */
export const maskedIn = (choice: MaskChoice, file: MaskFile, known: ReadonlyMap<string, MaskHit>): Found[] => file.hits.filter((found) => {
  const hit = known.get(keyOf(found))
  return file.recordIds.some((recordId) => (hit ? actionOf(choice, hit, recordId) : toMask).action !== 'keep')
})

/** The files that stay here by what is chosen now. */
export const stayingOut = (choice: MaskChoice, scan: MaskScan): MaskFile[] => {
  const known = hitsByKey(scan)
  const staysByItself = (file: MaskFile): boolean => (file.why === 'found' ? maskedIn(choice, file, known).length > 0 : staysUnlessSent.has(file.why))
  return scan.files.filter((file) => choice.leaveOut.has(file.sha256) || (staysByItself(file) && !choice.send.has(file.sha256)))
}

/** The files that leave as they are although something is masked in them. */
export const sentAsIs = (choice: MaskChoice, scan: MaskScan): MaskFile[] => {
  const known = hitsByKey(scan)
  return scan.files.filter((file) => file.why === 'found' && choice.send.has(file.sha256) && maskedIn(choice, file, known).length > 0)
}

const toggled = (set: ReadonlySet<string>, value: string, isIn: boolean): Set<string> => {
  const next = new Set(set)
  if (isIn) next.add(value)
  else next.delete(value)
  return next
}

export const setSent = (choice: MaskChoice, sha256: string, isSent: boolean): MaskChoice => ({ ...choice, send: toggled(choice.send, sha256, isSent) })

export const setLeftOut = (choice: MaskChoice, sha256: string, isLeftOut: boolean): MaskChoice => ({ ...choice, leaveOut: toggled(choice.leaveOut, sha256, isLeftOut) })

/** All that becomes of a text: in the records that have a decision of their own, and in the others, if there are any. */
const actionsOf = (choice: MaskChoice, hit: MaskHit, own: readonly MaskDecision[]): Set<MaskAction['action']> =>
  new Set([...own.map(({ decision }) => decision.action), ...(own.length < hit.records ? [actionOf(choice, hit, null).action] : [])])

/** How many texts are masked, replaced by a role, or left as they are somewhere: a text counts once under each of these. */
export const countActions = (choice: MaskChoice, hits: readonly MaskHit[]): Record<MaskAction['action'], number> => {
  const counts = { mask: 0, replace: 0, keep: 0 }
  const own = exceptions(choice, hits)
  for (const hit of hits) for (const action of actionsOf(choice, hit, own.get(keyOf(hit)) ?? [])) counts[action] += 1
  return counts
}

export const countKinds = (hits: readonly MaskHit[]): ReadonlyMap<SensitiveKind, number> => {
  const counts = new Map<SensitiveKind, number>()
  for (const { kind } of hits) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

/** What the core is told: whatever was found and is not named is masked, so what was remembered is named too. */
export const maskingOf = (choice: MaskChoice, scan: MaskScan): Masking => {
  const known = hitsByKey(scan)
  const remembered = scan.hits.filter((hit) => isRemembered(choice, hit)).map(({ kind, text, decision }) => ({ kind, text, recordId: null, decision }))
  const found = new Set(scan.files.map(({ sha256 }) => sha256))
  return {
    decisions: [...remembered, ...[...choice.decisions.values()].filter((decision) => known.has(keyOf(decision)))],
    send: [...choice.send].filter((sha256) => found.has(sha256)), leaveOut: [...choice.leaveOut].filter((sha256) => found.has(sha256)),
  }
}

/** What is decided of the texts and files that were found, over what the scan says of them; and what of it goes to the core. */
import type { MaskFile, MaskHit, Masking, MaskScan } from '#shared/contract/masking'
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

/** How many records have a decision of their own, by the text's key. */
export const exceptions = ({ decisions }: MaskChoice): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const decision of decisions.values()) if (decision.recordId !== null) counts.set(keyOf(decision), (counts.get(keyOf(decision)) ?? 0) + 1)
  return counts
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
  return (hit ? actionOf(choice, hit, file.recordId) : toMask).action !== 'keep'
})

/** The files that stay here by what is chosen now. */
export const stayingOut = (choice: MaskChoice, scan: MaskScan): MaskFile[] => {
  const known = hitsByKey(scan)
  return scan.files.filter((file) => (file.why === 'found' ? !choice.send.has(file.sha256) && maskedIn(choice, file, known).length > 0 : choice.leaveOut.has(file.sha256)))
}

const toggled = (set: ReadonlySet<string>, value: string, isIn: boolean): Set<string> => {
  const next = new Set(set)
  if (isIn) next.add(value)
  else next.delete(value)
  return next
}

export const setSent = (choice: MaskChoice, sha256: string, isSent: boolean): MaskChoice => ({ ...choice, send: toggled(choice.send, sha256, isSent) })

export const setLeftOut = (choice: MaskChoice, sha256: string, isLeftOut: boolean): MaskChoice => ({ ...choice, leaveOut: toggled(choice.leaveOut, sha256, isLeftOut) })

/** How many texts are masked, replaced by a role, or left as they are somewhere. */
export const countActions = (choice: MaskChoice, hits: readonly MaskHit[]): Record<MaskAction['action'], number> => {
  const counts = { mask: 0, replace: 0, keep: 0 }
  for (const hit of hits) counts[actionOf(choice, hit, null).action] += 1
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

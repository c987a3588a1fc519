/** The fields that a document's text stands in, and how much a term in each of them counts (BM25F: Robertson, Zaragoza, Taylor 2004). */

export const fields = ['title', 'tags', 'unit', 'summary', 'body', 'attachment'] as const
export type Field = (typeof fields)[number]

/**
 * `weight`: of a term; `lengthShare`: how far a long text is held against it (b of BM25); `usualLength`: what lengths are measured by, in
 * code units. It is fixed, not an average, so that a document's impacts do not depend on what else there is. `everyCharacter`: single
 * characters are terms too.
 */
interface FieldRule { weight: number; lengthShare: number; usualLength: number; everyCharacter: boolean }

export const fieldRules: Readonly<Record<Field, FieldRule>> = {
  title: { weight: 4, lengthShare: 0.3, usualLength: 16, everyCharacter: true },
  tags: { weight: 3, lengthShare: 0.3, usualLength: 12, everyCharacter: true },
  unit: { weight: 1.5, lengthShare: 0.3, usualLength: 20, everyCharacter: true },
  summary: { weight: 2, lengthShare: 0.5, usualLength: 80, everyCharacter: false },
  body: { weight: 1, lengthShare: 0.7, usualLength: 500, everyCharacter: false },
  attachment: { weight: 0.5, lengthShare: 0.7, usualLength: 4000, everyCharacter: false },
}

/** How soon more of the same term adds nothing (k1 of BM25). In the evaluation 1.2 leaves words below the best peer, 1 misspelt questions hardly above it. */
const saturation = 1.1

/** What one occurrence adds to a term's weight in a document whose field is so long, in code units. */
export const occurrenceWeight = (field: Field, length: number): number => {
  const { weight, lengthShare, usualLength } = fieldRules[field]
  return weight / (1 - lengthShare + lengthShare * length / usualLength)
}

/** What a term's weight in a document comes to, in one byte: 1 to 255. */
export const impactOf = (weight: number): number => Math.max(1, Math.round(255 * weight / (saturation + weight)))

/** What each impact counts in a score. */
export const impactValues: Readonly<Float64Array> = Float64Array.from({ length: 256 }, (_, impact) => impact / 255 * (saturation + 1))

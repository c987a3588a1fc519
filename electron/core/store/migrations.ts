/**
 * Older formats become the present one by pure steps, one for each format, when a file is read; the file itself stays as it is until it
 * is written for another reason. Every older format has a fixture in `tests/fixtures/formats` that must always load.
 */
import { z } from 'zod'

/** Makes of a file of one format what the next one would have written. */
export type Migration = (json: Readonly<Record<string, unknown>>) => Record<string, unknown>

const Formatted = z.looseObject({ format: z.int().min(1) })

/** `steps[0]` leads from format 1 to 2, and so on. What has no format, or is as new as the steps or newer, stays as it is. */
export const migrate = (json: unknown, steps: readonly Migration[]): unknown => {
  const file = Formatted.safeParse(json)
  if (!file.success) return json
  return steps.slice(file.data.format - 1).reduce<Record<string, unknown>>(
    (older, step, index) => ({ ...step(older), format: file.data.format + index + 1 }), file.data)
}

/** A transaction of format 1 removed nothing. */
export const journalMigrations: readonly Migration[] = [(manifest) => ({ ...manifest, removes: [] })]

const asItIs: Migration = (library) => ({ ...library })

/** Format 2 says that there may be templates, format 3 that there may be a theme of slides, and nothing else. */
export const libraryMigrations: readonly Migration[] = [asItIs, asItIs]

/** The format that a file says it has; 1 where it says none. */
export const formatOf = (json: unknown): number => Formatted.safeParse(json).data?.format ?? 1

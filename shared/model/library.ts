/** `library.json`: who a library belongs to and the words it uses. */
import { z } from 'zod'
import { newId, Timestamp, Uuid } from './ids'
import { Language } from './language'

/** Since 2 there may be templates, since 3 a theme of slides: an older app would sweep the pictures that only they show. */
export const libraryFormat = 3

/** A code for a unit that has none yet: four characters at random, so that the numbers of two libraries differ. */
export const offeredUnitCode = (): string => newId().slice(-4).toUpperCase()

/** An organisation node; a record names its unit by name, so that it reads the same elsewhere. */
export const UnitNode = z.looseObject({
  name: z.string().min(1), code: z.string().optional(),
  get children(): z.ZodOptional<z.ZodArray<typeof UnitNode>> { return z.array(UnitNode).optional() },
})
export type UnitNode = z.infer<typeof UnitNode>

/** A word of a vocabulary: an object, so that codes and notes can stand beside it. `synonyms` are words that mean the same to the search. */
export const Term = z.looseObject({ name: z.string().min(1), synonyms: z.array(z.string()).optional() })
export type Term = z.infer<typeof Term>

/** Somebody who works here; `unit` and `role` are offered with the name. */
export const PersonTerm = z.looseObject({ ...Term.shape, unit: z.string().optional(), role: z.string().optional() })
export type PersonTerm = z.infer<typeof PersonTerm>

export const LibraryFile = z.looseObject({
  /** A newer one than this version knows is opened to read only. */
  format: z.int().min(1),
  id: Uuid,
  name: z.string().min(1),
  language: Language,
  /** The owner; `code` begins every number (编号) that this library gives. */
  unit: z.looseObject({ name: z.string(), code: z.string().regex(/^[A-Z0-9]{1,12}$/, 'a unit code has 1 to 12 capital letters and digits') }),
  createdAt: Timestamp,
  forkedFrom: Uuid.optional(),
  vocabularies: z.looseObject({
    units: z.array(UnitNode), fields: z.array(Term), tags: z.array(Term), people: z.array(PersonTerm),
    /** Words that are nothing but words: the home of synonyms, which need be neither tag nor field. */
    words: z.array(Term).optional(),
  }),
  /** Fields that the library adds to types (customFields.ts). What is none as this version knows them is carried as it is. */
  customFields: z.array(z.looseObject({})).optional(),
  /** Saved searches. What is not one as this version knows them is carried as it is. */
  searches: z.array(z.looseObject({})).optional(),
  /** Records that are not the same although they look so (duplicates.ts). What is no such pair is carried as it is. */
  distinct: z.array(z.looseObject({})).optional(),
  /** Saved views of lists (listFields.ts). What is none as this version knows them is carried as it is. */
  views: z.array(z.looseObject({})).optional(),
  /** Words of other libraries and what they become here (wordMaps.ts). What is none as this version knows them is carried as it is. */
  wordMaps: z.array(z.looseObject({})).optional(),
  /** Keys of other libraries that this one trusts, or trusted once (keys.ts). What is none as this version knows them is carried as it is. */
  trusted: z.array(z.looseObject({})).optional(),
  /** Words and decisions that masking a package begins with (masking/memory.ts). What is none as this version knows them is carried as it is. */
  masking: z.looseObject({}).optional(),
  /** Looks of documents (document/preset.ts). What is none as this version knows them is carried as it is. */
  documentPresets: z.array(z.looseObject({})).optional(),
  /** The look of slides (slides/theme.ts). */
  deckTheme: z.looseObject({}).optional(),
  /** The highest sequence given so far after each beginning of a number, so that none is given twice. */
  numbering: z.record(z.string(), z.int().min(0)),
})
export type LibraryFile = z.infer<typeof LibraryFile>

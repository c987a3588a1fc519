/** The nine record types: their codes, their sections in order, and the stages of their lives (product.md). */
import { z } from 'zod'

export const RecordType = z.enum(['case', 'experience', 'tool', 'product', 'adoption', 'meeting', 'activity', 'benchmark', 'assessment'])
export type RecordType = z.infer<typeof RecordType>

const libraryLife = ['draft', 'inReview', 'validated', 'published', 'archived'] as const
const eventLife = ['planned', 'held', 'closed'] as const
const awardLife = ['draft', 'inReview', 'announced', 'archived'] as const

export interface RecordTypeDefinition {
  /** The type's part of a number (编号). */
  code: string
  /** Section keys in their order: a template, not a cage. */
  sections: readonly string[]
  /** The sections that must be filled before the type's gate opens. */
  required?: readonly string[]
  stages: readonly string[]
}

export const recordTypes: Readonly<Record<RecordType, RecordTypeDefinition>> = {
  case: { code: 'CS', stages: libraryLife, sections: ['background', 'problem', 'causes', 'measures', 'results', 'thinking', 'method', 'insights', 'limits'] },
  experience: { code: 'EX', stages: libraryLife, sections: ['situation', 'practice', 'whyItWorks', 'cautions', 'advice'] },
  tool: { code: 'TL', stages: libraryLife, sections: ['purpose', 'scenarios', 'instructions', 'example', 'risks'] },
  product: {
    // What a standard cannot do without; references, terms and appendix may have nothing to say.
    code: 'PD', stages: ['proposed', 'drafting', 'inReview', 'pilot', 'released', 'replicating', 'retired'],
    sections: ['aim', 'scope', 'references', 'terms', 'responsibilities', 'process', 'checks', 'appendix'],
    required: ['aim', 'scope', 'responsibilities', 'process', 'checks'],
  },
  adoption: { code: 'AD', stages: ['planned', 'underWay', 'done', 'notApplicable'], sections: [] },
  meeting: { code: 'MT', stages: eventLife, sections: ['notice', 'guide', 'summary'] },
  activity: { code: 'AC', stages: eventLife, sections: ['plan', 'course', 'gains'] },
  benchmark: { code: 'BM', stages: awardLife, sections: ['deeds', 'lessons'] },
  assessment: { code: 'AS', stages: awardLife, sections: ['overview'] },
}

/** The three libraries (案例库, 经验库, 工具库). */
export const libraryTypes = ['case', 'experience', 'tool'] as const satisfies readonly RecordType[]
export const LibraryType = z.enum(libraryTypes)
export type LibraryType = z.infer<typeof LibraryType>

/** The types that have a list of their own on screen. */
export const listedTypes = [...libraryTypes, 'product'] as const satisfies readonly RecordType[]
export const ListedType = z.enum(listedTypes)
export type ListedType = z.infer<typeof ListedType>

export const stages = [...new Set(Object.values(recordTypes).flatMap((type) => type.stages))]

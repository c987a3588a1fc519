/** The nine record types. Each is defined in one file of shared/model/types: its number's code, life, sections and fields. */
import { z } from 'zod'
import type { FieldDefinition } from './fields'
import type { Language } from './language'
import { lives } from './life/lives.data'
import { activityType } from './types/activity.data'
import { adoptionType } from './types/adoption.data'
import { assessmentType } from './types/assessment.data'
import { benchmarkType } from './types/benchmark.data'
import { caseType } from './types/case.data'
import type { RecordTypeDefinition } from './types/definition'
import { experienceType } from './types/experience.data'
import { meetingType } from './types/meeting.data'
import { productType } from './types/product.data'
import { toolType } from './types/tool.data'

export const RecordType = z.enum(['case', 'experience', 'tool', 'product', 'adoption', 'meeting', 'activity', 'benchmark', 'assessment'])
export type RecordType = z.infer<typeof RecordType>

export const recordTypes: Readonly<Record<RecordType, RecordTypeDefinition>> = {
  case: caseType, experience: experienceType, tool: toolType, product: productType, adoption: adoptionType, meeting: meetingType,
  activity: activityType, benchmark: benchmarkType, assessment: assessmentType,
}

/** The three libraries (案例库, 经验库, 工具库). */
export const libraryTypes = ['case', 'experience', 'tool'] as const satisfies readonly RecordType[]
export const LibraryType = z.enum(libraryTypes)
export type LibraryType = z.infer<typeof LibraryType>

/** The types that have a list of their own on screen. */
export const listedTypes = [...libraryTypes, 'product', 'meeting', 'activity', 'benchmark', 'assessment'] as const satisfies readonly RecordType[]
export const ListedType = z.enum(listedTypes)
export type ListedType = z.infer<typeof ListedType>

/** The types of which a new record needs nothing but a title: a product is made from sources, an adoption of an edition. */
export const FreeType = z.enum([...libraryTypes, 'meeting', 'activity', 'benchmark', 'assessment'] as const satisfies readonly RecordType[])
export type FreeType = z.infer<typeof FreeType>

export const stagesOf = (type: RecordType): readonly string[] => lives[recordTypes[type].life].stages

export const stages = [...new Set(RecordType.options.flatMap(stagesOf))]

export const sectionKeysOf = (type: RecordType): string[] => recordTypes[type].sections.map(({ key }) => key)

export const requiredSectionsOf = (type: RecordType): string[] => recordTypes[type].sections.filter(({ required }) => required).map(({ key }) => key)

const titles = new Map(RecordType.options.flatMap((type) => recordTypes[type].sections.map(({ key, title }) => [key, title] as const)))

/** What a section is called when it is new. A title is content: once written it is the author's. */
export const sectionTitle = (key: string, language: Language): string => titles.get(key)?.[language] ?? key

export const fieldOf = (type: RecordType, key: string): FieldDefinition | undefined => recordTypes[type].fields.find((field) => field.key === key)

/** What defines a type of records: everything that differs from one to the next is said in its definition, and only there. */
import type { FieldDefinition, Words } from '../fields'
import type { LifeName } from '../life/lives.data'

/** A section of a body. `required` ones must say something before the type's gate opens; rows of the field `filledBy` say it as well. */
export interface SectionDefinition { key: string; title: Words; required?: true; filledBy?: string }

export interface RecordTypeDefinition {
  /** The type's part of a number (编号). */
  code: string
  life: LifeName
  /** In their order: a template, not a cage. */
  sections: readonly SectionDefinition[]
  /** The fields that are its own, in the order of the form. */
  fields: readonly FieldDefinition[]
  /** Whether it has measured results, which its gate asks for. */
  measured?: true
}

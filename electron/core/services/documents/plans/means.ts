/** What plans are made with, and what they come to before they have a look. */
import type { DocumentPreset, StandardPresetId } from '#shared/model/document/preset'
import type { RecordContent, RevisionFile } from '#shared/model/record'
import type { DocumentPart, DocumentPlan } from '../../../documents/plan/plan'
import type { EditionKeys } from '../../products'
import type { Select } from '../../selection'
import type { OnRead } from '../gathered'
import type { Fitting } from './look'

export interface PlanMeans { select: Select; keys: EditionKeys; now: () => number; onRead: OnRead }

/**
 * `records` are those whose words it shows; `about` the one that the file says it is of, undefined of many; `contents` those whose pictures
 * and references it shows. `fitting` is what a document of one page, or one to be carried, asks of its preset.
 */
export interface PlannedParts {
  title: string
  suggestedName: string
  records: RevisionFile[]
  contents: RecordContent[]
  about: RecordContent | undefined
  warnings: DocumentPlan['warnings']
  header: string
  preset: StandardPresetId
  fitting: Fitting
  page: DocumentPlan['page']
  /** On its paper; a document that must fit may change the preset further, and say where it does not. */
  lay: (preset: DocumentPreset) => { preset: DocumentPreset; parts: DocumentPart[]; warnings?: DocumentPlan['warnings'] }
}

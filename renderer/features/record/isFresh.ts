/** Whether a record is a draft that never moved on: whoever sent one on has seen what it is like. */
import { mayBeDuplicate } from '#shared/model/duplicates'
import type { RecordFile } from '#shared/model/record'
import { stagesOf } from '#shared/model/recordTypes'

export const isFresh = ({ content }: RecordFile): boolean => mayBeDuplicate(content) && content.stage === stagesOf(content.type)[0] && (content.stageHistory ?? []).length === 0

/** How a record came to its stage, as it leaves: what was judged is named by a hash of what it said, which would tell what is masked. */
import type { RecordContent } from '#shared/model/record'
import { judgedHash } from '../../life'

/** Of no text. */
const untold = '0'.repeat(64)

/** Whether it was edited since its last step can still be told. */
export const withStepsMasked = (content: RecordContent, original: RecordContent): RecordContent => {
  const steps = content.stageHistory
  if (!steps) return content
  const isUnedited = original.stageHistory?.at(-1)?.judged === judgedHash(original)
  return { ...content, stageHistory: steps.map((step, index) => ({ ...step, judged: isUnedited && index === steps.length - 1 ? judgedHash(content) : untold })) }
}

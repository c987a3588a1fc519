/** What the place of a waiting picture says about it. */
import { createState } from 'lexical'
import { z } from 'zod'

/**
 * `pictureId` names the picture among those waiting; `failure` says why it could not be taken in. A pasted one may say what it shows and how
 * wide it was shown, in CSS pixels.
 */
const PendingPicture = z.object({
  pictureId: z.string(), name: z.string(), failure: z.enum(['none', 'unreadable', 'tooLarge', 'notStored']),
  alt: z.string().optional(), width: z.number().positive().optional(),
})
export type PendingPicture = z.infer<typeof PendingPicture>

const unreadable: PendingPicture = { pictureId: '', name: '', failure: 'unreadable' }

export const pendingPictureState = createState('picture', {
  parse: (value): PendingPicture => { const parsed = PendingPicture.safeParse(value); return parsed.success ? parsed.data : unreadable },
})

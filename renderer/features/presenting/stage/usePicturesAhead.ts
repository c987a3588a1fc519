/** Reads the picture of the next slide before it is wanted. */
import { useEffect } from 'react'
import { attachmentUrl } from '#renderer/client/files'
import type { Deck } from '#shared/model/slides/deck'

/** `index` is that of the slide in sight, from 0. */
export const usePicturesAhead = (deck: Deck, index: number): void => {
  const next = deck.slides[index + 1]
  const sha256 = next && 'picture' in next ? next.picture.attachment : undefined
  useEffect(() => {
    if (sha256 === undefined) return
    const picture = new Image()
    picture.src = attachmentUrl(sha256)
    picture.decode().catch(() => undefined)
  }, [sha256])
}

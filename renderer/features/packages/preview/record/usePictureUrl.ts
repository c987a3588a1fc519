/** Where the pictures of a merge are: in this library, or still in the package alone, where a plate stands in their place. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { attachmentUrl } from '#renderer/client/files'
import type { MergeSides } from '#shared/contract/packageMerge'
import { contentAttachments } from '#shared/model/body/walk'

const escaped = (text: string): string => text.replaceAll(/[<>&]/g, (sign) => `&#${String(sign.charCodeAt(0))};`)

/** An address that needs no request; its colours are readable on light and dark ground. */
const plateOf = (text: string): string => `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" width="280" height="96"><rect width="280" height="96" rx="6" fill="#ECE9E1"/><text x="140" y="53" text-anchor="middle" font-family="sans-serif" font-size="13" fill="#47504C">${escaped(text)}</text></svg>`,
)}`

export const usePictureUrl = ({ base, mine, theirs }: MergeSides): ((sha256: string) => string) => {
  const { t } = useTranslation('packages')
  return useMemo(() => {
    const here = new Set([base, mine].flatMap((content) => (content ? contentAttachments(content) : [])))
    const toCome = new Set(contentAttachments(theirs).filter((sha256) => !here.has(sha256)))
    const plate = plateOf(t('merge.pictureToCome'))
    return (sha256) => (toCome.has(sha256) ? plate : attachmentUrl(sha256))
  }, [base, mine, theirs, t])
}

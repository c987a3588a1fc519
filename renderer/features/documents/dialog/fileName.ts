/** What the file is called that leaves: the same before it is made and after. */
import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/queries'
import type { DocumentPreview } from '#shared/contract/documents'
import type { Choice } from './choice'

/** Of the forms that are a file; a printed one is none. */
export const extensions = { word: 'docx', pdf: 'pdf', slides: 'pptx', web: 'html', excel: 'xlsx', markdown: 'zip' } as const

interface Known { preview: DocumentPreview | undefined; deck: { suggestedName: string } | undefined }

/** Without an extension; empty until it is known. */
export const useSuggestedName = ({ form, source }: Choice, { preview, deck }: Known): string => {
  const isNamedByRecord = form === 'markdown' && source.kind === 'record'
  const content = useQuery({ ...api.records.get.queryOptions({ input: { id: isNamedByRecord ? source.id : '' } }), enabled: isNamedByRecord }).data?.content
  switch (form) {
    case 'word':
    case 'pdf':
    case 'print':
    case 'web': return preview?.suggestedName ?? ''
    case 'slides': return deck?.suggestedName ?? ''
    case 'excel':
    case 'markdown': return source.kind === 'records' ? source.title : content ? `${content.number} ${content.title}` : ''
  }
}

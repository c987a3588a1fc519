/** The preview comes when it is first asked for: the reading view is heavy, and a list needs none of it. */
import { lazy, Suspense } from 'react'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { FreeType } from '#shared/model/recordTypes'
import type { TemplateContent } from '#shared/model/template'

const TemplatePreview = lazy(async () => ({ default: (await import('./TemplatePreview')).TemplatePreview }))

export const LazyPreview = ({ type, content }: { type: FreeType; content: TemplateContent }) => (
  <Suspense fallback={<SkeletonRows rows={6} />}><TemplatePreview type={type} content={content} /></Suspense>
)

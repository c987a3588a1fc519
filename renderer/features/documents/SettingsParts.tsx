/** The parts of the settings that are about documents. They come when they are asked for. */
import { lazy, Suspense } from 'react'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'

const Styles = lazy(async () => ({ default: (await import('./presets/StylesEditor')).StylesEditor }))
const Theme = lazy(async () => ({ default: (await import('./theme/ThemeEditor')).ThemeEditor }))

export const DocumentStylesPart = ({ readOnly }: { readOnly: boolean }) => <Suspense fallback={<SkeletonRows rows={8} />}><Styles readOnly={readOnly} /></Suspense>
export const SlideThemePart = ({ readOnly }: { readOnly: boolean }) => <Suspense fallback={<SkeletonRows rows={8} />}><Theme readOnly={readOnly} /></Suspense>

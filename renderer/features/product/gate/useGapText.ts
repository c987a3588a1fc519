/** What is missing for a release, and what going there is called, in words. */
import { useTranslation } from 'react-i18next'
import { useEditionName } from '#renderer/ui/useEditionName'
import { useLanguage } from '#renderer/ui/useLanguage'
import { useStageName } from '#renderer/ui/useStageName'
import type { GateGap } from '#shared/model/product/releaseGate'
import type { RecordContent } from '#shared/model/record'
import { sectionTitle } from '#shared/model/recordTypes'
import { moveTowards } from './moveTowards'

export interface GapText { text: string; go: string }

/** Of the product with this content: which move comes next depends on where it stands. */
export const useGapText = (content: RecordContent): ((gap: GateGap) => GapText) => {
  const { t } = useTranslation(['product', 'record'])
  const language = useLanguage()
  const editionName = useEditionName()
  const stageName = useStageName()
  const next = moveTowards(content, 'pilot')
  return (gap) => {
    switch (gap.kind) {
      case 'noSource': return { text: t('gap.noSource'), go: t('gap.goExcerpt') }
      case 'sourceMissing': return { text: gap.title ? t(gap.stepId === null ? 'gap.sourceMissing' : 'gap.stepSourceMissing', { title: gap.title }) : t('gap.unnamedMissing'), go: t('gap.goLook') }
      case 'circle': return { text: t('gap.circle', { way: gap.titles.join(' ← ') }), go: t('gap.goLook') }
      case 'sectionMissing': return { text: t('gap.section', { title: sectionTitle(gap.key, language) }), go: t('gap.goFill') }
      case 'sectionEmpty': return { text: t('gap.section', { title: gap.title }), go: t('gap.goFill') }
      case 'noStep': return { text: t('gap.noStep'), go: t('gap.goFill') }
      case 'stepStandard': return { text: t('gap.stepStandard', { number: gap.index + 1 }), go: t('gap.goFill') }
      case 'stepPost': return { text: t('gap.stepPost', { number: gap.index + 1 }), go: t('gap.goChoose') }
      case 'noAcceptance': return { text: t('gap.noAcceptance'), go: t('gap.goFill') }
      case 'noPilotOutcome': return gap.adoptionIds.length === 0 ? { text: t('gap.noPilot'), go: t('gap.goPlan') } : { text: t('gap.pilotsOpen', { count: gap.adoptionIds.length }), go: t('gap.goLook') }
      case 'signerMissing': return { text: t('gap.signerMissing', { signer: t(`signers.${gap.signer}`) }), go: t('gap.goFill') }
      case 'signerSame': return { text: t('gap.signerSame', { signer: t(`signers.${gap.signer}`), name: gap.name }), go: t('gap.goChange') }
      case 'notInPilot': return { text: t('gap.notInPilot', { stage: stageName(gap.stage, 'product') }), go: next === undefined ? t('gap.goLook') : t('gap.goMove', { move: t(`record:life.move.${next}`) }) }
      case 'unchanged': return { text: t('gap.unchanged', { edition: editionName(gap.edition) }), go: t('gap.goChange') }
    }
  }
}

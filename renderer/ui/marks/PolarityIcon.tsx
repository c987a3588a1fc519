/** Whether a case or experience worked (thumb) or is a lesson that hurt (triangle). */
import { ThumbsUp, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface PolarityIconProps { polarity: 'positive' | 'negative', size?: number }

export const PolarityIcon = ({ polarity, size = 13 }: PolarityIconProps) => {
  const { t } = useTranslation('common')
  const Icon = polarity === 'positive' ? ThumbsUp : TriangleAlert
  const colour = polarity === 'positive' ? 'var(--lf-jade)' : 'var(--lf-rust)'
  return <Icon size={size} color={colour} role="img" aria-label={t(`polarity.${polarity}`)} />
}

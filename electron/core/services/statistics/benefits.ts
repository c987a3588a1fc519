/** What adoptions brought, summed up by unit, year and unit of measure. An amount that no sum takes in is none, but who says it is named. */
import type { BenefitFigure } from '#shared/contract/statistics'
import { isSummed, roundedSum } from '#shared/model/product/adoption'
import type { Adoption, AdoptionPicture } from '../adoptions'

/** What is only planned has brought nothing yet, and neither does what does not apply. Pilots bring what they bring. */
const bringsBenefits = ({ facts: { row, verdict }, countedBy }: Adoption): boolean =>
  countedBy === null && verdict !== 'notApplicable' && (row.stage === 'done' || row.stage === 'underWay')

const byPlace = (a: BenefitFigure, b: BenefitFigure): number => {
  if (a.unit !== b.unit) return a.unit < b.unit ? -1 : 1
  if (a.year !== b.year) return (a.year ?? 0) - (b.year ?? 0)
  return a.measure < b.measure ? -1 : 1
}

export const benefitsByUnit = ({ adoptions }: Pick<AdoptionPicture, 'adoptions'>): BenefitFigure[] => {
  const figures = new Map<string, BenefitFigure>()
  for (const { adopter, facts } of adoptions.filter(bringsBenefits)) {
    for (const benefit of facts.benefits) {
      const { year = null, unit: measure, amount, isVerified } = benefit
      const key = JSON.stringify([adopter, year, measure])
      const figure = figures.get(key) ?? { unit: adopter, year, measure, verified: 0, unverified: 0, ids: [] }
      if (isSummed(benefit)) figure[isVerified ? 'verified' : 'unverified'] += amount
      if (!figure.ids.includes(facts.row.id)) figure.ids.push(facts.row.id)
      figures.set(key, figure)
    }
  }
  return [...figures.values()].map((figure) => ({ ...figure, verified: roundedSum(figure.verified), unverified: roundedSum(figure.unverified) })).sort(byPlace)
}

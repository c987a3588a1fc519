/**
 * How grave a hazard is: likelihood × severity, one to five each, read in the four levels of China's dual prevention mechanism (双重预防机制,
 * 安委办〔2016〕11号: 重大、较大、一般、低, in red, orange, yellow and blue). Where one level ends is left to the company by those rules; the limits
 * here are those of the common 5 × 5 matrix (LS 法): from 20, from 15, from 8.
 */
export type Grade = 1 | 2 | 3 | 4 | 5

export const riskLevels = ['low', 'general', 'larger', 'major'] as const
export type RiskLevel = (typeof riskLevels)[number]

const grades: readonly Grade[] = [1, 2, 3, 4, 5]

/** A grade as a step's row has it: its digit. */
export const gradeOf = (value: unknown): Grade | undefined => grades.find((grade) => String(grade) === value)

/** 1 to 25; undefined until both are rated. */
export const riskScore = (likelihood: Grade | undefined, severity: Grade | undefined): number | undefined =>
  (likelihood === undefined || severity === undefined ? undefined : likelihood * severity)

export const riskLevel = (score: number): RiskLevel => {
  if (score >= 20) return 'major'
  if (score >= 15) return 'larger'
  return score >= 8 ? 'general' : 'low'
}

/** The words of a line that are parted by 、 or a comma: each once, `most` of them, none longer than a field may hold. */
import { fieldLimits } from '#shared/model/fields'

export const parted = (typed: string, most: number): string[] => [...new Set(typed.split(/[,，、;；\n]/).map((word) => word.trim().slice(0, fieldLimits.text)).filter((word) => word !== ''))].slice(0, most)

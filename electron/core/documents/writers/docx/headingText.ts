/** Numbers that authors typed in front of headings. */
import type { Inline } from '#shared/model/body/inlines'
import { inlineText } from '#shared/model/body/walk'

/** 一、 （一） 1. 1.1 （1） ① 第一章, as Chinese documents count; a bare number may be part of what the heading says. */
const typedNumber = /^\s*(?:第[一二三四五六七八九十百\d]{1,4}[章节条篇]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[.．]\d{1,2})+|\d{1,2}[.．、)）]|[①-⑳])/

export const startsWithNumber = (inlines: readonly Inline[]): boolean => typedNumber.test(inlineText(inlines))

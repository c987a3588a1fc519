/** What each kind of query should reach, and in `contained` the shares that should be whole. */
export const targets: Readonly<Record<string, number>> = {
  nat: 0.96, short: 0.985, kw: 0.93, phrase: 0.99, title: 0.995, titlePrefix: 0.95, pinyinFull: 0.94, pinyinInitTitle: 0.98,
  typoShort: 0.95, typoNat: 0.93, typoLatin: 0.95, crossScript: 0.94,
  quotedIdentical: 1, unquotedSuperset: 1, contiguousFirst: 1,
}

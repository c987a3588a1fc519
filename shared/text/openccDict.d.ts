/** The dictionaries of opencc-js, pairs of a piece and what it becomes: `並 并|乾 干|…`. The package gives types for its converters only. */
declare module 'opencc-js/dict/*' {
  const pairs: string
  export default pairs
}

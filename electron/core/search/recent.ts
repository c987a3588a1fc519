/**
 * What was asked for lately: while somebody types, the same is looked at key after key. Two generations: what is asked for again goes over
 * into the newer one, the older one is dropped as a whole.
 */
export class Recent<K, V> {
  private newer = new Map<K, { value: V; size: number }>()
  private older = new Map<K, { value: V; size: number }>()
  private size = 0
  private readonly most: number

  /** What is kept is at most twice as much as `most`, in whatever sizes are given in. */
  constructor(most: number) {
    this.most = most
  }

  get(key: K): V | undefined {
    const known = this.newer.get(key)
    if (known !== undefined) return known.value
    const before = this.older.get(key)
    if (before !== undefined) this.keep(key, before.value, before.size)
    return before?.value
  }

  /** What is too large to be one of many is not kept. */
  keep(key: K, value: V, size: number): void {
    if (size > this.most / 4) return
    if (this.size + size > this.most) {
      this.older = this.newer
      this.newer = new Map()
      this.size = 0
    }
    this.newer.set(key, { value, size })
    this.size += size
  }
}

/** Texts that were read lately: while somebody types, the same documents are looked at key after key. */

/** In code units. What is kept is at most twice that. */
const renewedAfter = 1 << 18

/** By document. Two generations: what is asked for again goes over into the newer one, the older one is dropped as a whole. */
export class RecentTexts {
  private newer = new Map<number, string>()
  private older = new Map<number, string>()
  private size = 0

  get(document: number): string | undefined {
    const known = this.newer.get(document)
    if (known !== undefined) return known
    const before = this.older.get(document)
    if (before !== undefined) this.keep(document, before)
    return before
  }

  keep(document: number, text: string): void {
    if (text.length > renewedAfter / 4) return
    if (this.size + text.length > renewedAfter) {
      this.older = this.newer
      this.newer = new Map()
      this.size = 0
    }
    this.newer.set(document, text)
    this.size += text.length
  }
}

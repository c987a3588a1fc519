/** The terms of one document while it is read, each with its weight: an open-addressing table that is emptied, not made anew. */

/** Multiplies the bits of a term apart (Knuth: 2^32 / golden ratio). */
const spread = 0x9e3779b1

export class TermWeights {
  private keys = new Uint32Array(4096)
  private weights = new Float32Array(4096)
  /** The slots in use, in order of first sight. */
  private used: number[] = []

  /** `term`: above 0. */
  add(term: number, weight: number): void {
    const slot = this.slotOf(term)
    if (this.keys[slot] === 0) {
      this.keys[slot] = term
      this.used.push(slot)
      this.weights[slot] = weight
      if (this.used.length * 2 > this.keys.length) this.grow()
    } else {
      this.weights[slot] = (this.weights[slot] ?? 0) + weight
    }
  }

  /** Gives each term with its weight, and is empty afterwards. */
  drain(take: (term: number, weight: number) => void): void {
    for (const slot of this.used) {
      take(this.keys[slot] ?? 0, this.weights[slot] ?? 0)
      this.keys[slot] = 0
    }
    this.used = []
  }

  private slotOf(term: number): number {
    const mask = this.keys.length - 1
    let slot = (Math.imul(term, spread) >>> 8) & mask
    for (let key = this.keys[slot]; key !== 0 && key !== term; key = this.keys[slot]) slot = (slot + 1) & mask
    return slot
  }

  private grow(): void {
    const { keys, weights, used } = this
    this.keys = new Uint32Array(keys.length * 2)
    this.weights = new Float32Array(keys.length * 2)
    this.used = used.map((old) => {
      const slot = this.slotOf(keys[old] ?? 0)
      this.keys[slot] = keys[old] ?? 0
      this.weights[slot] = weights[old] ?? 0
      return slot
    })
  }
}

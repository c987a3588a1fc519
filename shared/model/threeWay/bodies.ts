/** Three bodies made one: their headings and blocks by their ids as one sequence; a table that all sides have in one shape by its cells. */
import type { Block, TableBlock } from '../body/blocks'
import { isKnownBlock } from '../body/blocks'
import type { Body } from '../body/body'
import { normaliseBody } from '../body/normalise'
import { withUniqueIds } from '../body/uniqueIds'
import type { BodyItem, SectionHead } from '../difference/bodies'
import { fingerprint } from '../difference/fingerprint'
import { newBlockId } from '../ids'
import { isSameJson } from '../sameJson'
import { each, either, plain, quietValue, type BodyPart, type Fork, type Sides } from './parts'
import { entryTaken, sequenceFork, type Entry, type Stretch } from './sequences'
import { keysFork } from './values'

type Placed = Entry<BodyItem> & { section: SectionHead | undefined }

/** A section is known by what it is for, where it is for something; of several the first. */
const entriesOf = (body: Body | undefined): Placed[] => {
  if (!body) return []
  const seen = new Set<string>()
  const once = (id: string): string => {
    let own = id
    for (let time = 2; seen.has(own); time += 1) own = `${id} ${time}`
    seen.add(own)
    return own
  }
  const blocksOf = (blocks: readonly Block[], section?: SectionHead, owner?: string): Placed[] =>
    blocks.map((block) => ({ id: once(`block:${block.id}`), item: { block }, whole: block, section, ...(owner === undefined ? {} : { owner }) }))
  return [...blocksOf(body.preamble), ...body.sections.flatMap((whole): Placed[] => {
    const { blocks, ...section } = whole
    const id = once(section.key === null ? `section:${section.id}` : `section:${section.key}`)
    return [{ id, item: { section }, whole, section }, ...blocksOf(blocks, section, id)]
  })]
}

const sectionOf = (sections: ReadonlyMap<BodyItem, SectionHead | undefined>, ...items: readonly (BodyItem | undefined)[]): { section?: SectionHead } => {
  const section = items.flatMap((item) => (item && sections.get(item)) ?? [])[0]
  return section ? { section } : {}
}

const tableIn = (item: BodyItem | undefined): TableBlock | undefined =>
  (item && 'block' in item && isKnownBlock(item.block) && item.block.type === 'table' ? item.block : undefined)

/** What of a table is not in its cells and must be one on all sides for them to be compared one by one. */
const shapeOf = ({ rows }: TableBlock): string => fingerprint(rows.map(({ cells, ...row }) => [row, cells.map((cell) => ({ ...cell, blocks: null }))]))

const asItems = (blocks: readonly Block[] = []): BodyItem[] => blocks.map((block) => ({ block }))

const cellFork = (tables: { base: TableBlock; mine: TableBlock; theirs: TableBlock }, key: string, section: { section?: SectionHead }): Fork<BodyItem[]> => {
  const { rows: _base, ...base } = tables.base
  const { rows: _mine, ...mine } = tables.mine
  const { rows: _theirs, ...theirs } = tables.theirs
  const looks = keysFork({ base, mine, theirs, known: true }, (name) => ({ key: `${key}.${name}`, field: 'body', kind: 'field' }))
  const cells = tables.mine.rows.map((row, y) => row.cells.map((cell, x): Fork<Block[]> => {
    const sides = { base: tables.base.rows[y]?.cells[x]?.blocks, mine: cell.blocks, theirs: tables.theirs.rows[y]?.cells[x]?.blocks, known: true }
    if (fingerprint(sides.mine) === fingerprint(sides.theirs)) return plain(quietValue(sides) ?? [])
    const part: BodyPart = {
      key: `${key}.${y}.${x}`, kind: 'block', ...section, base: asItems(sides.base), mine: asItems(sides.mine), theirs: asItems(sides.theirs),
      taken: isSameJson(sides.theirs, sides.base) ? 'mine' : isSameJson(sides.mine, sides.base) ? 'theirs' : null, choices: each,
    }
    return { parts: [part], take: (pickOf) => { const pick = pickOf(part); return pick === 'both' ? [...sides.mine, ...sides.theirs ?? []] : sides[pick] ?? [] } }
  }))
  return {
    parts: [...looks.parts, ...cells.flat().flatMap(({ parts }) => parts)],
    take: (pickOf) => [{ block: {
      ...tables.mine, ...looks.take(pickOf), type: 'table', id: tables.mine.id,
      rows: tables.mine.rows.map((row, y) => ({ ...row, cells: row.cells.map((cell, x) => ({ ...cell, blocks: cells[y]?.[x]?.take(pickOf) ?? cell.blocks })) })),
    } }],
  }
}

const itemFork = (id: string, sides: Sides<Entry<BodyItem>>, sections: ReadonlyMap<BodyItem, SectionHead | undefined>): Fork<BodyItem[]> => {
  const of: Sides<BodyItem> = { base: sides.base?.item, mine: sides.mine?.item, theirs: sides.theirs?.item, known: sides.known }
  if (fingerprint(of.mine) === fingerprint(of.theirs)) {
    const quiet = quietValue(of)
    return plain(quiet ? [quiet] : [])
  }
  const taken = entryTaken(sides)
  const section = sectionOf(sections, of.mine, of.theirs)
  const [base, mine, theirs] = [of.base, of.mine, of.theirs].map(tableIn)
  if (taken === null && sides.known && base && mine && theirs && shapeOf(base) === shapeOf(mine) && shapeOf(mine) === shapeOf(theirs)) return cellFork({ base, mine, theirs }, `body.${id}`, section)
  const list = (item: BodyItem | undefined): BodyItem[] => (item ? [item] : [])
  const isBlock = of.mine !== undefined && 'block' in of.mine
  const part: BodyPart = {
    key: `body.${id}`, kind: isBlock ? 'block' : 'section', ...section, base: list(of.base), mine: list(of.mine), theirs: list(of.theirs), taken, choices: isBlock && taken === null ? each : either,
  }
  return { parts: [part], take: (pickOf) => { const pick = pickOf(part); return pick === 'both' ? [...part.mine, ...part.theirs] : [...part[pick]] } }
}

/** What stands twice in the outcome bears another id the second time, the same wherever it is made. */
const anotherId = (id: string): string => (id.length > 60 ? newBlockId() : `${id}-2`)

const bodyOf = (items: readonly BodyItem[], rest: object): Body => {
  const body: Body = { ...rest, version: 1, preamble: [], sections: [] }
  for (const item of items) {
    if ('section' in item) body.sections.push({ ...item.section, blocks: [] })
    else (body.sections.at(-1)?.blocks ?? body.preamble).push(item.block)
  }
  return withUniqueIds(body, anotherId)
}

const restOf = (body: Body | undefined): Record<string, unknown> | undefined => {
  if (!body) return undefined
  const { version: _version, preamble: _preamble, sections: _sections, ...rest } = body
  return rest
}

export const bodyFork = (before: Body | undefined, one: Body, other: Body): Fork<Body> => {
  const [base, mine, theirs] = [before && normaliseBody(before), normaliseBody(one), normaliseBody(other)]
  const known = base !== undefined
  const entries = { base: entriesOf(base), mine: entriesOf(mine), theirs: entriesOf(theirs) }
  const sections = new Map([...entries.base, ...entries.mine, ...entries.theirs].map(({ item, section }) => [item, section]))
  const part = ({ name, taken, choices, ...sides }: Stretch<BodyItem>): BodyPart => {
    const of = { base: sides.base.map(({ item }) => item), mine: sides.mine.map(({ item }) => item), theirs: sides.theirs.map(({ item }) => item) }
    const hasHead = [...of.mine, ...of.theirs].some((item) => 'section' in item)
    return { key: `body.${name}`, kind: hasHead ? 'section' : 'block', ...(name === 'order' ? {} : sectionOf(sections, ...of.mine, ...of.theirs)), ...of, taken, choices }
  }
  const items = sequenceFork({ ...entries, known }, { part, item: (id, sides) => itemFork(id, sides, sections) })
  const rest = keysFork({ base: restOf(base), mine: restOf(mine), theirs: restOf(theirs), known }, (key) => ({ key: `body.${key}`, field: 'body', kind: 'field' }))
  return { parts: [...rest.parts, ...items.parts], take: (pickOf) => bodyOf(items.take(pickOf), rest.take(pickOf)) }
}

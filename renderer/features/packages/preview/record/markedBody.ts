/** The body that a merge by hand begins with: merged by itself, and where both sides changed the same both of them, each below a line that says whose it is. */
import type { MergePick, MergeSides } from '#shared/contract/packageMerge'
import { isKnownBlock, type Block } from '#shared/model/body/blocks'
import type { Body } from '#shared/model/body/body'
import { blockText, placedBlocks } from '#shared/model/body/walk'
import type { BodyItem } from '#shared/model/difference/bodies'
import { newBlockId } from '#shared/model/ids'
import { threeWayContent, threeWayParts } from '#shared/model/threeWay/contents'
import type { BodyPart } from '#shared/model/threeWay/parts'

/** What the lines say: of a place that both changed, and of one that only one side left standing. */
interface MarkTexts { mine: string; theirs: string; onlyMine: string; onlyTheirs: string }

/** Every such line begins with it. */
const markSign = '▼'

type Sided = MergeSides & { mine: NonNullable<MergeSides['mine']> }

const firstBlock = (items: readonly BodyItem[]): Block | undefined => items.flatMap((item) => ('block' in item ? item.block : []))[0]

const pickOf = ({ mine, choices }: BodyPart): MergePick => (choices.includes('both') ? 'both' : mine.length > 0 ? 'mine' : 'theirs')

/** The line before a block, by the block's id. The second of two that bear one id has another in what both make (`withUniqueIds`). */
const linesOf = (part: BodyPart, texts: MarkTexts): [string, string][] => {
  const [mine, theirs] = [firstBlock(part.mine), firstBlock(part.theirs)]
  if (pickOf(part) !== 'both') {
    const [left, text] = part.mine.length > 0 ? [mine, texts.onlyMine] : [theirs, texts.onlyTheirs]
    return left && (part.mine.length === 0 || part.theirs.length === 0) ? [[left.id, text]] : []
  }
  const isTwice = theirs !== undefined && part.mine.some((item) => 'block' in item && item.block.id === theirs.id)
  return [...mine ? [[mine.id, texts.mine] satisfies [string, string]] : [], ...theirs ? [[isTwice ? `${theirs.id}-2` : theirs.id, texts.theirs] satisfies [string, string]] : []]
}

const withLines = (blocks: readonly Block[], lines: ReadonlyMap<string, string>): Block[] => blocks.flatMap((block): Block[] => {
  const text = lines.get(block.id)
  const line: Block[] = text === undefined ? [] : [{ type: 'paragraph', id: newBlockId(), inlines: [{ type: 'text', text: `${markSign} ${text}`, marks: ['bold', 'highlight'] }] }]
  if (!isKnownBlock(block)) return [...line, block]
  switch (block.type) {
    case 'quote': case 'callout': return [...line, { ...block, blocks: withLines(block.blocks, lines) }]
    case 'table': return [...line, { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, blocks: withLines(cell.blocks, lines) })) })) }]
    default: return [...line, block]
  }
})

export const markedBody = ({ base, mine, theirs }: Sided, picks: Readonly<Record<string, MergePick>>, texts: MarkTexts): Body => {
  const open = threeWayParts(base, mine, theirs).filter((part): part is BodyPart => !('field' in part) && part.taken === null && picks[part.key] === undefined)
  const all = new Map([...Object.entries(picks), ...open.filter(({ key }) => key !== 'body.order').map((part): [string, MergePick] => [part.key, pickOf(part)])])
  const { body } = threeWayContent(base, mine, theirs, all)
  const lines = new Map(open.filter(({ key }) => key !== 'body.order').flatMap((part) => linesOf(part, texts)))
  return { ...body, preamble: withLines(body.preamble, lines), sections: body.sections.map((section) => ({ ...section, blocks: withLines(section.blocks, lines) })) }
}

/** The lines that are left in it. */
export const marksIn = (body: Body): number => [...placedBlocks(body)].filter(({ block }) => blockText(block).startsWith(`${markSign} `)).length

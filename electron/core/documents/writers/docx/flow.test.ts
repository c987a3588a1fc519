/** A chart and what announces it. */
import { describe, expect, it } from 'vitest'
import { flowOf, planOf, sectionPart, text } from '../../../../../tests/fixtures/docx/samplePlans'
import { partOf } from '../../../../../tests/fixtures/docx/writtenDocx'
import { standardPresets } from '#shared/model/document/standardPresets.data'
import { newBlockId } from '#shared/model/ids'
import type { DocumentPlan } from '../../plan/plan'
import { lookOf } from './look'
import { writeDocx } from './writeDocx'

const xmlOf = async (plan: DocumentPlan): Promise<string> => partOf((await writeDocx(plan)).bytes, 'word/document.xml')
const paragraphOf = (xml: string, words: string): string => xml.match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs)?.find((each) => each.includes(words)) ?? ''

const lead = '作业流程见下图，编号与作业步骤一致。'
const charted = (count: number, preset = standardPresets.official): DocumentPlan =>
  planOf([sectionPart('流程图', [text(lead)]), { kind: 'flow', chart: flowOf(count), caption: '图1 作业流程' }], { preset })

describe('a flow chart', () => {
  it('stays on the page of the line that announces it', async () => {
    const xml = await xmlOf(charted(6))
    expect(paragraphOf(xml, lead)).toContain('<w:keepNext/>')
    expect(paragraphOf(await xmlOf(planOf([sectionPart('范围', [text(lead), text('又一段')])])), lead)).not.toContain('<w:keepNext/>')
  })

  it.each(['official', 'workInstruction', 'plain'] as const)('leaves its heading, that line and its caption room on one page of %s', async (id) => {
    const preset = standardPresets[id]
    const { block } = lookOf({ preset, page: { isLandscape: false, hasPageNumbers: true } })
    for (const count of [4, 6, 8, 9, 10, 12, 30]) {
      const heights = [...(await xmlOf(charted(count, preset))).matchAll(/<wp:extent cx="\d+" cy="(\d+)"/g)].map(([, height]) => Number(height) / 12_700)
      // A heading and a line take two lines of text at least, the caption one.
      expect(heights[0]).toBeLessThan(block.height / 20 - 2 * 23 - 20)
    }
  })

  it('has the answer of a way back on the side where its line does not run', async () => {
    const xml = await xmlOf(planOf([{ kind: 'flow', chart: flowOf(8), caption: '' }]))
    const offset = (part: string): number => Number(/<a:off x="\d+" y="(\d+)"/.exec(part)?.[1])
    const shapes = xml.split('<wps:wsp>').slice(1)
    const decision = shapes.find((each) => each.includes('三相均无电压')) ?? ''
    const middle = offset(decision) + Number(/<a:ext cx="\d+" cy="(\d+)"/.exec(decision)?.[1]) / 2
    const answer = shapes.find((each) => each.includes('>否<')) ?? ''
    expect(offset(answer)).toBeGreaterThan(middle)
  })
})

describe('a picture', () => {
  it('stays with the line that announces it, and with no other', async () => {
    const picture = { type: 'image' as const, id: newBlockId(), attachment: 'a'.repeat(64), alt: '柜内', caption: '图1 柜内' }
    const xml = await xmlOf(planOf([sectionPart('现场', [text('接地线按编号挂放，见下图。'), picture, text('其余各柜相同。'), { ...picture, id: newBlockId() }])]))
    expect(paragraphOf(xml, '见下图')).toContain('<w:keepNext/>')
    expect(paragraphOf(xml, '其余各柜')).not.toContain('<w:keepNext/>')
  })
})

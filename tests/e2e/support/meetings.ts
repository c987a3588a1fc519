/** An exchange meeting with records to show, made through the core before a spec looks at its screens. */
import type { CoreClient } from '#shared/contract/contract'
import { emptyBody, newSection } from '#shared/model/body/body'
import type { Citation } from '#shared/model/body/blocks'
import { newBlockId } from '#shared/model/ids'

const paragraph = (text: string) => ({ type: 'paragraph' as const, id: newBlockId(), inlines: [{ type: 'text' as const, text }] })
const bodyOf = (sections: Readonly<Record<string, readonly [string, string]>>) =>
  ({ ...emptyBody(), sections: Object.entries(sections).map(([key, [title, text]]) => ({ ...newSection(key, title), blocks: text.split('\n').map(paragraph) })) })

/** A record to be shown, as an item cites it. */
const makeShown = async (core: CoreClient, type: 'case' | 'experience' | 'tool', title: string): Promise<Citation> => {
  const { id } = await core.records.create({
    type, content: {
      title, summary: '一根少了的地线，怎样变成全站的一枚编码。',
      body: bodyOf(type === 'case'
        ? { background: ['背景', '变电站接地线数量多，编号重复，收回时靠人工核对。'], process: ['过程', '逐根编号。\n上墙对位。\n收工清点。'], effect: ['成效', '半年内未再发生漏拆接地线。'] }
        : { content: ['内容', '先验电，后挂地线，收工清点。'] }),
    },
  })
  return core.products.pin({ recordId: id })
}

export const makeMeeting = async (core: CoreClient, product: Citation | undefined): Promise<string> => {
  const [wrong, list, staged, order, twice, fit] = [
    await makeShown(core, 'case', '地线编号错位'), await makeShown(core, 'tool', '地线清点表'), await makeShown(core, 'case', '分段试送'), await makeShown(core, 'experience', '先断后判'), await makeShown(core, 'case', '双人点检'), await makeShown(core, 'tool', '适用性判断表'),
  ]
  const row = (values: Readonly<Record<string, unknown>>) => ({ id: newBlockId(), ...values })
  const agenda = [
    row({ kind: 'talk', time: '09:00', minutes: 15, title: '开场：今年的三个问题', presenter: '运维管理部 主任', note: '三个问题，各有一个案例。' }),
    row({ kind: 'talk', minutes: 35, questions: 10, title: '接地线“一线一码”：从一次中止送电说起', presenter: '运维一班 工作负责人', note: '一根少了的地线，怎样变成全站的一枚编码；请各班带着自己的清点表来听。', records: [...product ? [product] : [], wrong, list] }),
    row({ kind: 'talk', minutes: 30, questions: 8, title: '先通后复：雷雨季分段试送', presenter: '配电抢修二班 班长', records: [staged, order] }),
    row({ kind: 'break', minutes: 15, title: '茶歇' }),
    row({ kind: 'talk', minutes: 30, questions: 8, title: '绝缘工具双人点检，九件不合格是怎样拦下的', presenter: '带电作业班 班长', records: [twice] }),
    row({ kind: 'discussion', minutes: 25, title: '分组讨论：哪一条能在本班下周就用', note: '每组写下一条，带回本班试用', records: [fit] }),
    row({ kind: 'discussion', minutes: 20, title: '认领与约定', presenter: '运维管理部 主任', note: '当场认领。' }),
  ]
  const outcomes = [
    row({ what: '一线一码：全部变电站刻码', who: '变电运维中心', due: '2026-12-25' }), row({ what: '分段试送：编为产品', who: '配电中心', due: '2027-01-15' }), row({ what: '讨论认领表汇总入库', who: '知识管理员', due: '2026-11-08' }),
  ]
  const { id } = await core.records.create({
    type: 'meeting', content: {
      title: '第四季度管理经验交流会', date: '2026-12-04', place: '培训楼二层 报告厅', fields: { agenda, outcomes },
      body: bodyOf({ notice: ['通知', '定于 12 月 4 日召开第四季度管理经验交流会。'], guide: ['参会须知', '请提前十分钟入场。'], summary: ['总结', ''] }),
    },
  })
  return id
}

/** Meetings for tests: of a day and a half, with people in groups, records on the agenda and what came of it. */
import type { Citation } from '#shared/model/body/blocks'
import { newSection } from '#shared/model/body/body'
import { newBlockId } from '#shared/model/ids'
import type { RecordFile } from '#shared/model/record'
import { paragraph } from './records'
import type { TestCore } from './testCore'

type Client = TestCore['client']

const row = (cells: Record<string, unknown>): Record<string, unknown> & { id: string } => ({ id: newBlockId(), ...cells })

const cite = ({ id, revision, content: { number, title, type } }: RecordFile): Citation => ({ recordId: id, revisionId: revision.id, number, title, type })

/** `talks` stand on the agenda one after another, `others` are cited there too: records that may not be here. */
export const meetingOf = async (client: Client, talks: readonly RecordFile[], { others = [], title = '变电运维管理经验交流会' }: { others?: readonly Citation[]; title?: string } = {}): Promise<RecordFile> => client.records.create({
  type: 'meeting',
  content: {
    title, date: '2026-12-01', place: '培训中心三楼会议室', unit: '变电运维中心',
    body: { version: 1, preamble: [], sections: [
      newSection('notice', '通知', [paragraph('各班组：为交流两票执行和设备巡视的做法，定于 2026 年 12 月 1 日召开交流会，请准时参加。')]),
      newSection('guide', '参会须知', [paragraph('会场：培训中心三楼。午餐：一楼食堂。'), paragraph('材料请勿外传。')]), newSection('summary', '总结'),
    ] },
    fields: {
      host: '变电运维中心', chair: '李静',
      agenda: [
        row({ kind: 'talk', day: '2026-12-01', time: '9:00', minutes: 10, title: '开场', presenter: '李静' }),
        ...talks.map((talk, index) => row({ kind: 'talk', minutes: 30, questions: 10, title: `交流 ${index + 1}`, presenter: '沈屹舟', host: '李静', records: [cite(talk)] })),
        row({ kind: 'break', minutes: 15, title: '茶歇' }),
        ...others.length > 0 ? [row({ kind: 'discussion', day: '2026-12-02', time: '9:00', minutes: 60, title: '分组讨论', records: others })] : [],
      ],
      participants: [
        row({ name: '沈屹舟', unit: '运维一班', post: '班长', phone: '6218', group: '第一组' }), row({ name: '陆知夏', unit: '运维二班', post: '技术员', group: '第二组' }), row({ name: '简素', unit: '培训中心', group: '' }),
      ],
      intentions: [row({ unit: '运维二班', product: talks.filter(({ content }) => content.type === 'product').map(cite), what: '先在 220 kV 站试用', who: '陆知夏', due: '2027-01-15' })],
      outcomes: [row({ what: '修订核对清单', who: '李明', due: '2026-12-20', isDone: false })],
    },
  },
})

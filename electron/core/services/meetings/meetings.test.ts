/** Meetings through the contract, with real Excel files on a real library. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rewriteRecord } from '../../../../tests/support/adopting'
import { writeExcel, type Written } from '../../../../tests/support/excel'
import { moveOn } from '../../../../tests/support/products'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { readSheets } from '../../documents/readers/xlsx/readSheets'
import { markAt } from './feedback'
import { attendanceIn, participantsIn } from './participants'

let home: TestHome
let client: TestCore['client']

const beSomebody = async (name: string, unit = '', role = ''): Promise<void> => { await client.app.updateSettings({ profile: { name, unit, role } }) }
const meeting = async (fields: Record<string, unknown>, title = '交流会'): Promise<string> => (await client.records.create({ type: 'meeting', content: { title, authors: ['陈立'], fields } })).id
const excel = async (name: string, rows: readonly (readonly Written[])[]): Promise<string> => writeExcel(join(home.home, `${name}.xlsx`), { 说明: [['请填第二页']], 名单: rows })

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open({ now: () => Date.parse('2026-12-10T06:00:00.000Z') }))
  await client.library.create({ path: join(home.home, '资料库'), name: '资料库', unit: '运维一班', unitCode: 'YW1' })
  await beSomebody('陈立')
})
afterEach(async () => home.remove())

describe('a list of names', () => {
  it('is read from the sheet that has one, its head wherever it stands, and says what it made of it', async () => {
    const path = await excel('名单', [
      [{ text: '参会人员名单', columns: 4 }, null, null, null], ['序号', '工作单位', '姓 名（必填）', '联系电话', '餐饮'],
      [1, { text: '变电运维中心', rows: 2 }, '张三', 13800138000, '清真'], [2, null, '李四', null, null], [3, '配电中心', '张三', null, null], [4, '变电运维中心', '李 四', null, null], [5, '配电中心', null, null, null], [null, null, '合计', '4 人', null],
    ])
    const read = await client.meetings.readParticipants({ path })
    expect(read).toMatchObject({ sheet: '名单', columns: { 工作单位: 'unit', '姓 名（必填）': 'name', 联系电话: 'phone' }, ignored: ['序号', '餐饮'] })
    expect(read.rows.map(({ name, unit, phone }) => [name, unit, phone])).toEqual([['张三', '变电运维中心', '13800138000'], ['李四', '变电运维中心', ''], ['张三', '配电中心', '']])
    expect(read.skipped.map(({ row, why }) => [row, why])).toEqual([[6, 'twice'], [7, 'noName'], [8, 'noName']])
  })

  it('has a head of several rows where its cells were made one over them, with the columns of the last', async () => {
    const read = await client.meetings.readParticipants({
      path: await excel('双行', [
        [{ text: '参会人员', columns: 5 }, null, null, null, null],
        [{ text: '序号', rows: 2 }, { text: '姓名', rows: 2 }, { text: '单位', columns: 1 }, { text: '联系方式', columns: 2 }, null],
        [null, null, '全称', '微信', '手机'], [1, '李四', '二班', 'lisi', '13800138000'],
      ]),
    })
    expect(read.rows).toEqual([{ name: '李四', unit: '二班', post: '', phone: '13800138000', group: '', note: '' }])
    expect(read).toMatchObject({ columns: { 姓名: 'name', 全称: 'unit', 手机: 'phone' }, ignored: ['序号', '微信'], skipped: [] })
    const under = await client.meetings.readParticipants({
      path: await excel('在下', [[{ text: '序号', rows: 2 }, { text: '参会人员', columns: 2 }, null, { text: '电话', rows: 2 }], [null, '姓名', '单位', null], [1, '李四', '二班', 138], [2, '王五', '三班', 139]]),
    })
    expect(under.rows.map(({ name, unit, phone }) => [name, unit, phone])).toEqual([['李四', '二班', '138'], ['王五', '三班', '139']])
  })

  it.each([
    [['序号', '提交答卷时间', '来源详情', '1、您的姓名：', '2、您所在的单位：', '3.请填写您的联系电话'], { '1、您的姓名：': 'name', '2、您所在的单位：': 'unit', '3.请填写您的联系电话': 'phone' }],
    [['参会人员姓名', '工作单位及职务', '部门负责人姓名', '单位电话'], { 参会人员姓名: 'name', 工作单位及职务: 'unit', 单位电话: 'phone' }],
    [['部门负责人姓名', '参会代表姓名（全名）', '单位负责人电话', '单位名称（全称）'], { '参会代表姓名（全名）': 'name', '单位名称（全称）': 'unit' }],
    [['参加人员', '所在单位', '工作单位及职务', '岗位名称'], { 参加人员: 'name', 所在单位: 'unit', 岗位名称: 'post' }],
    [['部门', '部门负责人姓名', '负责人电话'], { 部门: 'unit', 部门负责人姓名: 'name', 负责人电话: 'phone' }],
    [['单位性质', '姓名拼音', '姓名', '单位编号', '职务级别'], { 姓名: 'name' }],
    [['Your name', 'Company name', 'Mobile number', 'File name'], { 'Your name': 'name', 'Company name': 'unit', 'Mobile number': 'phone' }],
  ])('knows what a column is however it is called: %s', async (head, columns) => {
    const read = await client.meetings.readParticipants({ path: await excel('叫法', [['请如实填写参会人员姓名'], head, head.map((_, index) => `值${index}`)]) })
    expect(read.columns).toEqual(columns)
    expect(read.rows).toHaveLength(1)
  })

  it('of many is read as quickly as each of them', () => {
    const sheets = [{ name: '一', rows: [['姓名', '单位'], ...Array.from({ length: 19_000 }, (_, index) => [`人员${index}`, '一班']), ['人员 7', '一班']], merges: [] }]
    const read = participantsIn(sheets)
    expect([read?.rows.length, read?.skipped.map(({ row, why }) => [row, why])]).toEqual([19_000, [[19_002, 'twice']]])
    const expected = (read?.rows ?? []).map((person, index) => ({ ...person, id: `p${index}`, isPresent: false }))
    expect(attendanceIn(sheets, expected)?.present).toHaveLength(19_000)
  })

  it('that has no names, or is no Excel file, is refused', async () => {
    await expect(client.meetings.readParticipants({ path: await excel('无', [['单位', '人数'], ['一班', 3]]) })).rejects.toMatchObject({ code: 'file_unreadable', data: { reason: 'no column of names' } })
    await expect(client.meetings.readParticipants({ path: join(home.home, '没有.xlsx') })).rejects.toMatchObject({ code: 'file_unreadable', data: { reason: 'ENOENT' } })
  })
})

it('who came is told by marks, signatures and times, by name and unit', async () => {
  const people = [['a', '张三', '变电'], ['b', '张三', '配电'], ['c', '李四', '变电'], ['d', '王五', '变电'], ['e', '赵六', '变电'], ['f', '钱二', '变电'], ['g', '冯八', '变电']].map(([id, name, unit]) => ({ id, name, unit }))
  const id = await meeting({ participants: people })
  const path = await excel('签到', [
    ['姓名', '单位', '签到'], ['张三', '配电', '√'], ['张三', '变电', '请假'], ['李四', '', '李四'], ['王五', '变电', '09:02'], ['孙七', '检修', '到'], ['周八', '检修', null], ['赵六', '变电', '待定'], ['冯八', '变电', null],
  ])
  const read = await client.meetings.readAttendance({ id, path })
  expect(read.present).toEqual(['b', 'c', 'd'])
  expect([read.absent, read.unread, read.unmarked]).toEqual([['a'], ['e'], ['g']])
  expect(read.others).toEqual([{ name: '孙七', unit: '检修' }])
  expect(read.skipped.map(({ row, why }) => [row, why])).toEqual([[7, 'notListed'], [8, 'noMark']])
})

it('a name that two have marks neither where no unit tells which', async () => {
  const id = await meeting({ participants: [{ id: 'a', name: '张三', unit: '变电' }, { id: 'b', name: '张三', unit: '配电' }, { id: 'c', name: '李四' }] })
  const read = await client.meetings.readAttendance({ id, path: await excel('签到', [['姓名', '签到'], ['张三', '√'], ['李四', '√']]) })
  expect(read).toMatchObject({ present: ['c'], absent: [], unread: ['a', 'b'], others: [], skipped: [{ row: 2, why: 'twice', text: '张三　√' }] })
})

describe('feedback', () => {
  it('is counted from copies of our own sheet, of which one that was not filled counts for nothing', async () => {
    const id = await meeting({ agenda: [{ id: 'a', title: '一线一码' }] })
    const blank = join(home.home, '评价表.xlsx')
    await client.meetings.sheet({ id, sheet: 'feedback', to: blank })
    const [sheet] = await readSheets(blank)
    expect(sheet?.rows.map(([question]) => question)).toContain('一线一码')
    const filled = async (name: string, mark: Written, comment: string): Promise<string> =>
      excel(name, (sheet?.rows ?? []).map(([question = '', head = ''], index) => [question, index === 0 ? head : question === '意见与建议' ? comment : mark]))
    const paths = [await filled('甲', 5, '多来几次'), await filled('乙', '满意', ''), await filled('丙', 'B. 满意', '无'), blank]
    const read = await client.meetings.readFeedback({ id, paths })
    expect(read.forms).toBe(3)
    expect(read.questions).toHaveLength(6)
    expect(read.questions.every(({ marks }) => marks.join() === '1,2,0,0,0')).toBe(true)
    expect(read.comments).toEqual(['多来几次'])
    expect(read.skipped).toEqual([{ row: 0, why: 'unreadable', text: '评价表.xlsx' }])
    await expect(client.meetings.readFeedback({ id, paths: [blank] })).rejects.toMatchObject({ code: 'file_unreadable', data: { reason: 'no filled form' } })
  })

  it('is counted from a table with one form a row, and from a grid that was ticked', async () => {
    const id = await meeting({})
    const table = await writeExcel(join(home.home, '汇总.xlsx'), { 一: [['序号', '姓名', '1. 会议组织', '讲解效果', '您的建议'], [1, '张', '很满意', '5分', '好'], [2, '李', '一般', '说不好', ''], [3, '王', '不满意', '★★★★☆', '']] })
    const grid = await writeExcel(join(home.home, '勾选.xlsx'), { 一: [['评价项目', '很满意', '满意', '一般', '不满意', '很不满意'], ['1. 会议组织', '√', null, null, null, null], ['场地', null, null, null, null, '√']] })
    const read = await client.meetings.readFeedback({ id, paths: [table, grid] })
    expect(read).toMatchObject({
      forms: 4, comments: ['好'],
      questions: [{ question: '1. 会议组织', marks: [2, 0, 1, 1, 0] }, { question: '讲解效果', marks: [1, 1, 0, 0, 0] }, { question: '场地', marks: [0, 0, 0, 0, 1] }],
    })
    expect(read.skipped.map(({ row, why }) => [row, why])).toEqual([[3, 'noMark']])
  })

  it('is counted from a grid whose marks stand below one heading', async () => {
    const grid = await writeExcel(join(home.home, '双行.xlsx'), {
      一: [[{ text: '评价项目', rows: 2 }, { text: '评分', columns: 5 }, null, null, null, null], [null, '5', '4', '3', '2', '1'], ['会议组织', null, '√', null, null, null], ['场地', null, null, null, null, '√']],
    })
    expect(await client.meetings.readFeedback({ id: await meeting({}), paths: [grid] })).toMatchObject({ forms: 1, questions: [{ question: '会议组织', marks: [0, 1, 0, 0, 0] }, { question: '场地', marks: [0, 0, 0, 0, 1] }] })
  })

  it('asks nothing of who filled a form, and where the meeting has questions of its own nothing else', async () => {
    const table = await writeExcel(join(home.home, '汇总.xlsx'), {
      一: [['性别', '工龄', '年龄段', '第几组', '组别', '班', '学历', '1、会议组织', '食宿'], [1, 3, 2, 2, 1, 1, 4, 5, 4], [2, 1, 2, 4, 1, 3, 3, 4, 4]],
    })
    expect((await client.meetings.readFeedback({ id: await meeting({}), paths: [table] })).questions.map(({ question }) => question)).toEqual(['1、会议组织', '食宿'])
    const id = await meeting({ feedback: [{ id: 'a', question: '会议组织' }, { id: 'b', question: '总体评价' }] })
    expect((await client.meetings.readFeedback({ id, paths: [table] })).questions).toEqual([{ question: '会议组织', marks: [1, 1, 0, 0, 0] }])
  })

  it.each([
    [5, '5'], [5, '5.0'], [5, '5分'], [5, '５ 分'], [5, '5（满分5）'], [4, '4/5'], [1, '1/5'], [5, '5 / 5 分'], [5, '5 很满意'], [5, '5.很满意'], [2, '2、不满意'], [5, '5分 很满意'], [4, 'B. 满意'], [4, 'B满意'], [5, '五分'], [4, '★★★★☆'],
    ['none', '4.5'], ['none', '15'], ['none', '12'], ['none', '25'], ['none', '1/5分之'], ['none', '-5'], ['none', '4-5'], ['none', '51'], ['none', '5/10'], ['none', '0'], ['none', '6'], ['none', '1 5'], ['none', '45%'], ['none', '三五'], ['none', ''],
  ])('reads a mark as %s: “%s”', (mark, cell) => {
    const place = markAt(cell)
    expect(place === undefined ? 'none' : 5 - place).toBe(mark)
  })
})

it('the sheets to be filled have the names that there are; those of a restricted meeting leave when that was confirmed', async () => {
  const id = await meeting({ participants: [{ id: 'a', name: '张三', unit: '变电', group: '第一组' }] })
  const path = join(home.home, '签到表.xlsx')
  await client.meetings.sheet({ id, sheet: 'attendance', to: path })
  expect((await readSheets(path))[0]?.rows).toEqual([['序号', '分组', '姓名', '单位', '职务', '签到'], ['1', '第一组', '张三', '变电', '', '']])
  expect(await client.meetings.readAttendance({ id, path })).toMatchObject({ present: [], absent: [], unmarked: ['a'] })
  const { revision } = await client.records.get({ id })
  await client.records.save({ id, base: revision.id, changes: { confidentiality: 'restricted' } })
  await expect(client.meetings.sheet({ id, sheet: 'participants', to: join(home.home, '表.xlsx') })).rejects.toMatchObject({ code: 'restricted_content' })
  await client.meetings.sheet({ id, sheet: 'participants', to: join(home.home, '表.xlsx'), allowRestricted: true })
})

it('a rehearsal is noted on the revision that was rehearsed', async () => {
  const id = await meeting({ agenda: [{ id: 'a', title: '开场' }, { id: 'b', title: '一线一码' }] })
  const { revision } = await client.records.get({ id })
  await client.meetings.noteRehearsal({ id, base: revision.id, seconds: { b: 1830, gone: 4 } })
  expect((await client.records.get({ id })).content.fields.agenda).toEqual([{ id: 'a', title: '开场' }, { id: 'b', title: '一线一码', rehearsed: 1830 }])
  await expect(client.meetings.noteRehearsal({ id, base: revision.id, seconds: { b: 1 } })).rejects.toMatchObject({ code: 'conflict' })
})

it('rows that another program left without an id stay as they are', async () => {
  const odd = [{ title: '无编号' }, '一行字', null]
  const id = await meeting({ agenda: [{ id: 'a', title: '开场' }], outcomes: [{ id: 'o', what: '刻码' }] })
  await rewriteRecord(client, join(home.home, '资料库'), id, (record) => ({
    ...record, content: { ...record.content, fields: { ...record.content.fields, agenda: [{ id: 'a', title: '开场' }, ...odd], outcomes: [...odd, { id: 'o', what: '刻码' }] } },
  }))
  const { revision } = await client.records.get({ id })
  await client.meetings.noteRehearsal({ id, base: revision.id, seconds: { a: 5 } })
  await client.meetings.settleFollowUp({ id, rowId: 'o', isDone: true })
  const { fields } = (await client.records.get({ id })).content
  expect(fields.agenda).toEqual([{ id: 'a', title: '开场', rehearsed: 5 }, ...odd])
  expect(fields.outcomes).toEqual([...odd, { id: 'o', what: '刻码', isDone: true }])
})

describe('what was agreed', () => {
  const outcomes = [{ id: 'a', what: '刻码', who: '王工', due: '2026-12-25' }, { id: 'b', what: '编为产品', who: '配电中心', due: '2026-12-01' }, { id: 'c', what: '做完了', isDone: true }, { id: 'd', what: '汇总', who: '王工、李工' }]

  it('is followed up by who is named, by name, unit or post, the earliest first', async () => {
    await meeting({ outcomes })
    await client.records.create({ type: 'activity', content: { title: '结对子', fields: { outcomes: [{ id: 'e', what: '回访', who: '王工', due: '2026-11' }] } } })
    expect((await client.meetings.followUps({ mine: false })).map(({ rowId, isLate }) => [rowId, isLate])).toEqual([['e', true], ['b', true], ['a', false], ['d', false]])
    await beSomebody('王工', '配电中心')
    expect((await client.meetings.followUps({ mine: true })).map(({ rowId }) => rowId)).toEqual(['e', 'b', 'a', 'd'])
    await beSomebody('李工')
    expect((await client.meetings.followUps({ mine: true })).map(({ rowId }) => rowId)).toEqual(['d'])
  })

  it('is ticked, whatever else is ticked or saved meanwhile', async () => {
    const rows = Array.from({ length: 6 }, (_, index) => ({ id: `r${index}`, what: `事项${index}` }))
    const id = await meeting({ outcomes: rows })
    const saveTitle = async (title: string): Promise<void> => {
      const { revision } = await client.records.get({ id })
      await client.records.save({ id, base: revision.id, changes: { title } }).catch(() => undefined)
    }
    await Promise.all(rows.flatMap(({ id: rowId }) => [client.meetings.settleFollowUp({ id, rowId, isDone: true }), saveTitle(`改名 ${rowId}`)]))
    expect((await client.records.get({ id })).content.fields.outcomes).toEqual(rows.map((row) => ({ ...row, isDone: true })))
  })

  it('is told as it is, also after it was changed, and no more once its meeting is closed', async () => {
    const id = await meeting({ outcomes: [{ id: 'a', what: '刻码' }] })
    const told = async (): Promise<string[]> => (await client.meetings.followUps({ mine: false })).map(({ what }) => what)
    expect(await told()).toEqual(['刻码'])
    const { revision } = await client.records.get({ id })
    await client.records.save({ id, base: revision.id, changes: { fields: { outcomes: [{ id: 'a', what: '刻两码' }] } } })
    expect(await told()).toEqual(['刻两码'])
    await moveOn(client, id, 'hold')
    expect(await told()).toEqual(['刻两码'])
    await moveOn(client, id, 'close')
    expect(await told()).toEqual([])
  })

  it('waits on the start page of who is named, then of who prepared the meeting, until it is ticked', async () => {
    const id = await meeting({ outcomes })
    const waiting = async (): Promise<unknown[]> => (await client.workbench.tasks()).tasks.filter(({ kind }) => kind === 'followUp').map(({ rowId, note, isLate }) => [rowId, note, isLate])
    await beSomebody('王工')
    expect(await waiting()).toEqual([['a', '刻码', false], ['d', '汇总', false]])
    await client.meetings.settleFollowUp({ id, rowId: 'a', isDone: true })
    expect(await waiting()).toEqual([['d', '汇总', false]])
    await client.meetings.settleFollowUp({ id, rowId: 'a', isDone: false })
    await beSomebody('陈立', '配电中心')
    expect(await waiting()).toEqual([['b', '编为产品', true], ['a', '刻码', false], ['d', '汇总', false]])
    expect((await client.workbench.tasks()).total.followUp).toBe(3)
    await expect(client.meetings.settleFollowUp({ id, rowId: 'zz', isDone: true })).rejects.toMatchObject({ code: 'not_found' })
  })
})

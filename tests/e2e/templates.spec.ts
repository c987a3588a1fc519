/** A library's own molds: a record as a template and records from it, and a field of the library's own from the settings to the Word file. */
import { newId } from '#shared/model/ids'
import { withCore } from './support/coreOf'
import { expectSaved } from './support/editing'
import { exportWord } from './support/exporting'
import { makeLibrary } from './support/makeLibrary'
import { readEntries } from './support/readZip'
import { expect, look, skipWithoutBrowser, test } from './support/test'
import { toast } from './support/toast'

skipWithoutBrowser()

test('a record becomes a template and templates become records; fields of the library are defined, filled in and in the Word file', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '运维资料库', '运维中心')
  const id = await withCore(page, async (core) => {
    await core.vocabularies.add({ kind: 'units', names: ['运维中心'] })
    await core.vocabularies.add({ kind: 'units', names: ['运维一班', '运维二班'], parent: '运维中心' })
    await core.app.updateSettings({ profile: { name: '李静', unit: '运维一班', role: '' } })
    const record = await core.records.create({ type: 'case', content: { title: '接地线编号错位的发现与纠正', tags: ['接地线'], field: '变电运维', authors: ['李明'], summary: '三者一致，报号确认。' } })
    const { content: { body } } = record
    const sections = body.sections.map((section) => ({ ...section, blocks: [{ type: 'paragraph' as const, id: section.id.slice(0, 6), inlines: [{ type: 'text' as const, text: `${section.title}怎么写：先说事实，再说数据。` }] }] }))
    const results = [{ id: 'r1', indicator: '错挂次数', unit: '次', before: '4', after: '0', evidence: [] }]
    await core.records.save({ id: record.id, base: record.revision.id, changes: { body: { ...body, sections }, fields: { polarity: 'negative', results } } })
    return record.id
  })
  const settings = async (part: string): Promise<void> => {
    await page.getByRole('link', { name: '设置' }).click()
    await page.getByRole('navigation', { name: '设置' }).getByRole('button', { name: part, exact: true }).click()
  }
  const more = async (item: string): Promise<void> => {
    await page.getByRole('button', { name: '更多', exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const openRecord = async (): Promise<void> => {
    await page.goto(`${page.url().split('#')[0] ?? ''}#/record/${id}`)
    await expect(page.getByRole('heading', { level: 1, name: '接地线编号错位的发现与纠正' })).toBeVisible()
  }

  await test.step('fields are defined, ordered by keys, changed with a word on what would not fit, and taken back', async () => {
    await settings('自定义字段')
    await expect(page.getByRole('heading', { name: '这里放本库自己的字段' })).toBeVisible()
    await look(page, 'custom-fields-empty')
    await page.getByRole('button', { name: '添加字段' }).click()
    const dialog = page.getByRole('dialog', { name: '添加字段' })
    await dialog.getByRole('textbox', { name: '名称' }).fill('电压等级')
    await dialog.getByRole('combobox', { name: '填什么' }).click()
    await page.getByTitle('单选：几个值里选一个').click()
    await expect(dialog.getByRole('button', { name: '添加字段' })).toBeDisabled()
    await dialog.getByRole('combobox', { name: '可选的值' }).fill('110 kV、220 kV、')
    await look(page, 'custom-fields-dialog')
    await dialog.getByRole('button', { name: '添加字段' }).click()
    await expect(page.getByRole('row', { name: /电压等级/ })).toContainText('110 kV、220 kV')
    await withCore(page, async (core) => {
      const { fields, base } = await core.library.customFields()
      await core.library.setCustomFields({ base, fields: [
        ...fields, { key: 'outage', title: '停电时长', kind: 'number', unit: '小时', types: ['case'] },
        { key: 'parts', title: '涉及设备', kind: 'rows', types: ['case', 'experience'], columns: [{ key: 'name', title: '设备', kind: 'text' }, { key: 'count', title: '数量', kind: 'number' }] },
      ] })
      const { revision } = await core.records.get({ id })
      const [voltage] = fields
      await core.records.save({ id, base: revision.id, changes: { custom: { [voltage?.key ?? '']: '220 kV', outage: 7.8, parts: [{ id: 'p1', name: '接地线', count: 3 }] } } })
    })
    const rows = page.getByRole('table', { name: '自定义字段' }).getByRole('row')
    await expect(rows).toHaveCount(4)
    await page.getByRole('button', { name: '上移“停电时长”' }).click()
    await expect(rows.nth(1)).toContainText('停电时长')
    await expect(page.getByRole('button', { name: '下移“停电时长”' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(rows.nth(2)).toContainText('停电时长')
    await look(page, 'custom-fields')
    await page.getByRole('button', { name: '修改字段“电压等级”' }).click()
    const change = page.getByRole('dialog', { name: '修改字段“电压等级”' })
    await expect(change).toContainText('有 1 条条目填了它')
    await change.getByRole('combobox', { name: '填什么' }).click()
    await page.getByTitle('数字（可带单位）').click()
    await expect(change).toContainText('1 条的值不符合现在的设定')
    await look(page, 'custom-fields-misfits')
    await change.getByRole('button', { name: '取消' }).click()
    await page.getByRole('button', { name: '删除字段“涉及设备”' }).click()
    const removal = page.getByRole('dialog', { name: '删除字段“涉及设备”？' })
    await expect(removal).toContainText('有 1 条条目填了它')
    await removal.getByRole('button', { name: '删除字段' }).click()
    await expect(rows).toHaveCount(3)
    await toast(page, '已删除字段“涉及设备”').getByRole('button', { name: '撤销' }).click()
    await expect(rows).toHaveCount(4)
  })

  await test.step('a record is saved as a template, without what belongs to it alone', async () => {
    await settings('模板')
    await expect(page.getByRole('heading', { name: '这里放模板：新建条目时的起点' })).toBeVisible()
    await look(page, 'templates-empty')
    await openRecord()
    await more('存为模板…')
    const dialog = page.getByRole('dialog', { name: /存为模板/ })
    await dialog.getByRole('textbox', { name: '名称' }).fill('事故分析案例')
    await dialog.getByRole('combobox', { name: '给哪个单位用' }).click()
    await page.getByRole('treeitem', { name: '运维中心' }).locator('[title="运维中心"]').click()
    const preview = dialog.getByRole('region', { name: '模板里会有' })
    await expect(preview).toContainText('错挂次数')
    await expect(preview).not.toContainText('李明')
    await dialog.getByRole('checkbox', { name: '摘要' }).uncheck()
    await expect(preview).not.toContainText('三者一致，报号确认。')
    await look(page, 'templates-save')
    await dialog.getByRole('button', { name: '保存模板' }).click()
    await expect(toast(page, '已存为模板“事故分析案例”')).toBeVisible()
    await withCore(page, async (core) => {
      const { content } = await core.templates.get({ id: (await core.templates.list())[0]?.id ?? '' })
      expect(content.fields.results).toMatchObject([{ indicator: '错挂次数', before: '', after: '' }])
      for (const [name, unit] of [['二班的模板', '运维二班'], ['通用模板', '']] as const) await core.templates.save({ id: newId(), name, unit, type: 'case', content })
    })
  })

  await test.step('a new case begins with it; those of the own unit come first', async () => {
    await page.getByRole('link', { name: '案例库' }).click()
    await page.getByRole('button', { name: '从模板新建' }).click()
    const menu = page.getByRole('menu')
    await expect(menu.getByRole('menuitem')).toHaveText([/空白/, /事故分析案例运维中心/, /通用模板所有单位/, /二班的模板运维二班/, /管理模板/])
    await look(page, 'templates-menu')
    await menu.getByRole('menuitem', { name: /事故分析案例/ }).click()
    await expect(page.getByRole('textbox', { name: '标题' })).toHaveValue('未命名案例')
    await expect(page.getByRole('textbox', { name: '正文' })).toContainText('背景怎么写：先说事实，再说数据。')
    const side = page.getByRole('complementary', { name: '条目信息' })
    await expect(side).toContainText('接地线')
    await look(page, 'templates-new')
  })

  await test.step('the page of templates shows, renames, removes and puts back', async () => {
    await settings('模板')
    await expect(page.getByRole('button', { name: '查看模板“二班的模板”' })).toBeVisible()
    await look(page, 'templates-list')
    await page.getByRole('button', { name: '查看模板“事故分析案例”' }).click()
    await expect(page.getByRole('dialog', { name: '事故分析案例（运维中心）' })).toContainText('背景怎么写')
    await look(page, 'templates-preview')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '把“通用模板”设为默认模板' }).click()
    await expect(page.getByRole('row', { name: /通用模板/ })).toContainText('默认')
    await page.getByRole('button', { name: '把“事故分析案例”设为默认模板' }).click()
    await expect(toast(page, '“事故分析案例”现在是运维中心的默认模板')).toBeVisible()
    await expect(page.getByRole('button', { name: /不再把“.+”作默认模板/ })).toHaveCount(2)
    await look(page, 'templates-default')
    await page.getByRole('button', { name: '改“二班的模板”的名称和单位' }).click()
    const dialog = page.getByRole('dialog', { name: '改“二班的模板”的名称和单位' })
    await dialog.getByRole('textbox', { name: '名称' }).fill('班组模板')
    await dialog.getByRole('button', { name: '保存名称和单位' }).click()
    const renamed = page.getByRole('button', { name: '查看模板“班组模板”' })
    await expect(renamed).toBeVisible()
    await page.getByRole('button', { name: '删除模板“班组模板”' }).click()
    await expect(renamed).toHaveCount(0)
    await toast(page, '已删除模板“班组模板”').getByRole('button', { name: '放回' }).click()
    await expect(renamed).toBeVisible()
  })

  await test.step('a new case begins with the default of the nearest unit, and with that of every unit where there is none', async () => {
    await page.getByRole('link', { name: '案例库' }).click()
    const create = page.getByRole('button', { name: /^新建案例/ })
    await expect(create).toHaveText('新建案例（事故分析案例）')
    await page.getByRole('button', { name: '从模板新建' }).click()
    await expect(page.getByRole('menu').getByRole('menuitem', { name: /事故分析案例/ })).toContainText('默认')
    await look(page, 'templates-default-menu')
    await page.keyboard.press('Escape')
    await create.click()
    await expect(page.getByRole('textbox', { name: '正文' })).toContainText('背景怎么写：先说事实，再说数据。')
    await settings('模板')
    await page.getByRole('button', { name: '不再把“事故分析案例”作默认模板' }).click()
    await expect(page.getByRole('button', { name: '把“事故分析案例”设为默认模板' })).toBeVisible()
    await page.getByRole('link', { name: '案例库' }).click()
    await expect(create).toHaveText('新建案例（通用模板）')
  })

  await test.step('a record begins another one, which says what it derives from; its Word file shows the fields', async () => {
    await openRecord()
    await more('以此新建')
    await expect(page.getByRole('textbox', { name: '标题' })).toHaveValue('接地线编号错位的发现与纠正（新稿）')
    const side = page.getByRole('complementary', { name: '条目信息' })
    await expect(side).toContainText('提炼自')
    await side.getByRole('textbox', { name: '停电时长' }).fill('12')
    await expectSaved(page)
    const download = await exportWord(page)
    const text = (await readEntries(await download.path())).get('word/document.xml')?.toString('utf8') ?? ''
    for (const word of ['性质', '反面', '电压等级', '220 kV', '停电时长', '12 小时', '涉及设备']) expect(text).toContain(word)
  })
})

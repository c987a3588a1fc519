/** Keys and trust on screen: a restricted record leaves signed and encrypted, and another library compares, trusts, takes and revokes. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { withCore } from './support/coreOf'
import { makeLibrary } from './support/makeLibrary'
import { expect, look, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const title = '接地线编号错位的发现与纠正'
const passphrase = '三号塔 接地线 双确认'

const openSettings = async (page: Page): Promise<void> => {
  await page.goto(`${new URL(page.url()).origin}/#/settings/keys`)
  await expect(page.getByRole('heading', { name: '本库的密钥' })).toBeVisible()
}

const openPackage = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('link', { name: '资料包' }).click()
  await page.getByRole('button', { name: '打开资料包…' }).first().click()
  const picker = page.getByRole('dialog', { name: '选择文件' })
  await picker.getByRole('option', { name }).click()
  await picker.getByRole('button', { name: /^选择/ }).last().click()
}

const unlock = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('textbox', { name: '口令' }).fill(words)
  await page.getByRole('button', { name: '打开', exact: true }).click()
}

test('a restricted record leaves signed and encrypted, and is taken once its key was compared', async ({ openApp, page, home }) => {
  await openApp()
  await makeLibrary(page, '云汀班组资料库', '云汀供电公司')
  const id = await withCore(page, async (core) => (await core.records.create({ type: 'case', content: { title, confidentiality: 'restricted' } })).id)

  await test.step('make keys, and copy them under a passphrase', async () => {
    await openSettings(page)
    await expect(page.getByText('名单还是空的')).toBeVisible()
    await look(page, 'keys-none')
    await page.getByRole('button', { name: '生成密钥' }).click()
    await expect(page.getByRole('group', { name: '本库公钥的指纹' })).toHaveText(/^\d{40}$/)
    await look(page, 'keys-own')
    await page.getByRole('button', { name: '备份密钥…' }).click()
    const dialog = page.getByRole('dialog', { name: '备份密钥' })
    await dialog.getByRole('textbox', { name: '口令', exact: true }).fill('12345678')
    await expect(dialog.getByText('容易被猜出')).toBeVisible()
    await dialog.getByRole('textbox', { name: '再输一遍' }).fill('1234567')
    await expect(dialog.getByText('两次输入不一样')).toBeVisible()
    await expect(dialog.getByRole('button', { name: '备份密钥' })).toBeDisabled()
    await look(page, 'keys-copy')
    await dialog.getByRole('textbox', { name: '口令', exact: true }).fill(passphrase)
    await dialog.getByRole('textbox', { name: '再输一遍' }).fill(passphrase)
    const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '备份密钥' }).click()])
    expect(download.suggestedFilename()).toBe('云汀班组资料库.lfkeys')
    await expect(dialog).toHaveCount(0)
  })

  const file = join(home, '受控案例.lfpkg')
  await test.step('pack it: signed by default, and not without a passphrase', async () => {
    await page.goto(`${new URL(page.url()).origin}/#/record/${id}`)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('menuitem', { name: '打成资料包…' }).click()
    const dialog = page.getByRole('dialog', { name: '打成资料包' })
    await expect(dialog.getByRole('checkbox', { name: '用本库的密钥签名' })).toBeChecked()
    await expect(dialog.getByText('必须签名，并且加密')).toBeVisible()
    await dialog.getByRole('radio', { name: '加密给单位' }).check()
    await expect(dialog.getByText('信任名单里还没有单位')).toBeVisible()
    await dialog.getByRole('radio', { name: '用口令加密' }).check()
    await expect(dialog.getByRole('button', { name: '生成资料包' })).toBeDisabled()
    await dialog.getByRole('textbox', { name: '口令', exact: true }).fill(passphrase)
    await dialog.getByRole('textbox', { name: '再输一遍' }).fill(passphrase)
    await look(page, 'keys-pack')
    await dialog.getByRole('button', { name: '生成资料包' }).click()
    await expect(dialog.getByText('资料包已生成')).toBeVisible()
    const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '下载' }).click()])
    await download.saveAs(file)
    await dialog.getByRole('button', { name: '关闭' }).last().click()
  })

  await test.step('another library asks for the passphrase, and shows who signed', async () => {
    await page.getByRole('button', { name: /云汀班组资料库/ }).click()
    await page.getByRole('menuitem', { name: '切换资料库…' }).click()
    await makeLibrary(page, '城东班组资料库', '城东供电公司')
    await openPackage(page, '受控案例.lfpkg')
    await expect(page.getByRole('heading', { name: '这个资料包用口令加密' })).toBeVisible()
    await look(page, 'keys-locked')
    await unlock(page, '三号塔')
    await expect(page.getByText('口令不对，请核对大小写和空格')).toBeVisible()
    await unlock(page, passphrase)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByText('有签名，但密钥不在信任名单里：自称是云汀供电公司')).toBeVisible()
    await expect(page.getByRole('button', { name: '收入 1 条' })).toBeDisabled()
    await look(page, 'keys-unknown')
  })

  await test.step('trust it after comparing the fingerprint, and take it in', async () => {
    await page.getByRole('button', { name: '查看签名' }).click()
    const drawer = page.getByRole('dialog', { name: '签名' })
    await expect(drawer.getByRole('group', { name: '密钥指纹' })).toHaveText(/^\d{40}$/)
    await look(page, 'keys-signature')
    await drawer.getByRole('button', { name: '信任此单位…' }).click()
    const dialog = page.getByRole('dialog', { name: '信任“云汀班组资料库”的密钥？' })
    await expect(dialog.getByRole('button', { name: '信任此单位' })).toBeDisabled()
    await dialog.getByRole('checkbox', { name: /八组数字全部一致/ }).check()
    await look(page, 'keys-trust')
    await dialog.getByRole('button', { name: '信任此单位' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(drawer.getByText('已经核对过指纹')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(drawer).toHaveCount(0)
    await expect(page.getByText('签名有效，来自信任的单位：云汀供电公司')).toBeVisible()
    await page.getByRole('button', { name: '收入 1 条' }).click()
    await expect(page.getByRole('heading', { name: /^已收入/ })).toBeVisible()
  })

  await test.step('revoke it: nothing that it signed is taken any more', async () => {
    await openSettings(page)
    await look(page, 'keys-trusted')
    await page.getByRole('button', { name: '撤销对云汀供电公司的信任' }).click()
    const dialog = page.getByRole('dialog', { name: '撤销对“云汀供电公司”的信任？' })
    await dialog.getByRole('textbox', { name: '原因' }).fill('对方通知密钥遗失')
    await dialog.getByRole('button', { name: '撤销信任' }).click()
    await expect(page.getByText('撤销：对方通知密钥遗失')).toBeVisible()
    await openPackage(page, '受控案例.lfpkg')
    await unlock(page, passphrase)
    await expect(page.getByText('签名的密钥已被撤销信任（云汀供电公司），不能收入')).toBeVisible()
    await look(page, 'keys-revoked')
  })
})

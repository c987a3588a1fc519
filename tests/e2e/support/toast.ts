/** What says that something was done: the text in it tells it from one that is just leaving. */
import type { Locator, Page } from '@playwright/test'

export const toast = (page: Page, text: string): Locator => page.getByRole('alert').filter({ hasText: text })

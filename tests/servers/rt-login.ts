import { expect, type Page } from '@playwright/test';
import { type Login, rt, rtLoginForm } from './servers';

/** Logs an agent in to Request Tracker, in this page's browser. */
export async function logIn(page: Page, login: Login): Promise<void> {
  // RT leads from its start page to the login and back; the bare login page would only show itself again.
  await page.goto(rt.url);
  await page.fill(rtLoginForm.user, login.name);
  await page.fill(rtLoginForm.password, login.password);
  await page.click(rtLoginForm.submit);
  await expect(page.locator(rtLoginForm.password)).toHaveCount(0);
}

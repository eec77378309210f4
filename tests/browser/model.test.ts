import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveStorefront } from '../../cli/serve-storefront.ts';
import { deskRoutes } from '../../contract/index.ts';
import { findChromium, launch } from '../support/chromium.ts';
import { password, signIn, visit } from '../support/desk.ts';
import { question, startDeskWithModel } from '../support/desk-with-model.ts';

const chromium = findChromium();
let test: Awaited<ReturnType<typeof startDeskWithModel>>;
let browser: Browser;

beforeAll(async () => {
  if (!chromium) return;
  test = await startDeskWithModel({
    extend: (app, desk) => serveStorefront(app, desk),
    modelTimes: { firstTokenMs: 6000, turnMs: 8500 },
  });
  browser = await launch(chromium);
});
afterAll(async () => {
  await browser?.close();
  await test?.stop();
});

describe.skipIf(!chromium)('a model in the browser', () => {
  it('the owner sets it up, tests it, and sees what it cost; the key is never shown', async () => {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${test.desk.url}/console/`);
    await page.getByLabel('E-mail').fill('owner@yucha.example');
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('.rail').waitFor();
    await page.goto(`${test.desk.url}/console/settings`);
    await page.getByRole('link', { name: 'Set up the model' }).click();
    await page.getByLabel('Address').first().fill(test.first.url);
    await page.getByLabel('Model name').first().fill('scripted');
    await page.getByLabel('Key', { exact: true }).first().fill('sk-typed-once');
    await page.getByLabel('Input price / million tokens').first().fill('10');
    await page.locator('label', { hasText: 'Let the model take part' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Stored (empty: unchanged').waitFor();
    test.first.script(() => ({ say: 'The data does not say.' }));
    await page.getByRole('button', { name: 'Test this model' }).click();
    await page.getByText(/Connected, \d+ ms/).waitFor({ timeout: 60_000 });
    expect(test.first.asked[0]?.headers.authorization).toBe('Bearer sk-typed-once');
    await page.reload();
    await page.getByText('Use and cost').waitFor();
    await page.getByRole('cell', { name: /CNY/ }).first().waitFor();
    expect(await page.content()).not.toContain('sk-typed-once');
    await context.close();
  }, 90_000);

  it('the customer sees the checked beginning, not read out, and then the whole; less motion waits for the whole', async () => {
    await test.setModel();
    const { text } = await test.retrieved('zh');
    const sentence = text.split(/(?<=。)/)[0] as string;
    for (const reducedMotion of ['no-preference', 'reduce'] as const) {
      test.first.script(() => ({ hang: 'middle', say: `${sentence}未完` }));
      const context = await browser.newContext({
        locale: 'zh-CN',
        reducedMotion,
        viewport: { width: 390, height: 844 },
      });
      const page = await context.newPage();
      await page.goto(`${test.desk.url}/shop`);
      await page.locator('#tandem-widget button.launch').click();
      const box = page.getByPlaceholder('输入消息…');
      await box.fill(question.zh);
      await box.press('Enter');
      const draft = page.locator('#tandem-widget .draft');
      if (reducedMotion === 'reduce')
        await page.locator('#tandem-widget .typing', { hasText: /\S/ }).waitFor();
      else await draft.getByText(sentence.slice(0, 5)).waitFor();
      expect(await draft.getAttribute('aria-hidden')).toBe('true');
      expect((await draft.textContent()) !== '').toBe(reducedMotion === 'no-preference');
      expect(await page.locator('#tandem-widget .log').textContent()).not.toContain('未完');
      await page.locator('#tandem-widget .source').first().waitFor({ timeout: 20_000 });
      expect(await draft.textContent()).toBe('');
      await context.close();
    }
  }, 90_000);

  it('an agent is helped to write; without a model only what needs none is there', async () => {
    await test.setModel();
    const customer = await visit(test.desk, { language: 'en' });
    test.first.script(() => ({ status: 500 }));
    await customer.ask(question.en);
    const emma = await signIn(test.desk, 'emma@yucha.example');
    await emma.call(deskRoutes.takeOver, { params: { conversationId: customer.conversationId } });
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
    const [name, value] = emma.cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, url: test.desk.url }]);
    const page = await context.newPage();
    await page.goto(`${test.desk.url}/console/inbox/mine/${customer.conversationId}`);
    await test.setModel();
    test.first.script(() => ({ say: 'The customer’s teapot arrived broken.\nOpen: how it is replaced.' }));
    await page.getByRole('button', { name: 'Summary' }).click();
    await page.getByText('Open: how it is replaced.').waitFor();
    const box = page.getByRole('textbox', { name: 'Reply' });
    await box.fill('we send new one in 3 days');
    test.first.script(({ before }) => ({
      say: before === 0 ? 'We will send it in 2 days.' : 'We shall gladly send a new one in 3 days.',
    }));
    await page.getByRole('button', { name: 'Rewrite' }).click();
    await page.getByRole('menuitem', { name: 'Friendlier' }).click();
    await expect.poll(() => box.inputValue()).toBe('We shall gladly send a new one in 3 days.');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await box.inputValue()).toBe('we send new one in 3 days');
    await page.getByText(/Model cost/).waitFor();
    await test.setModel({ on: false });
    await page.reload();
    await page.getByRole('button', { name: 'Suggest replies' }).click();
    await page
      .getByText(/Article|Macro/)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: 'Rewrite' }).count()).toBe(0);
    await context.close();
  }, 90_000);
});

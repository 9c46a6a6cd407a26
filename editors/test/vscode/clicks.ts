// Goes through the extension by keyboard, as a user would, and takes the pictures of the extension's page.

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { Workbench, environment, written } from './workbench.ts';

const WORKPLACE = environment('WORKPLACE');
const PICTURES = process.env.PICTURES ?? path.join(WORKPLACE, 'pictures');
fs.mkdirSync(PICTURES, { recursive: true });

const workbench = await Workbench.start({
  name: 'clicks',
  extensions: [path.join(WORKPLACE, 'twosource.vsix')],
  settings: {
    'breadcrumbs.enabled': false,
    'editor.fontSize': 14,
    'editor.lineHeight': 1.6,
    'editor.wordWrap': 'on',
    'twosource.by': 'jk',
    'twosource.path': environment('TWOSOURCE'),
    'window.autoDetectColorScheme': true,
    'workbench.layoutControl.enabled': false,
  },
});

/** How long something may take before it is tried again, in milliseconds. */
const PATIENCE = 5000;

/** A window, by keyboard. */
class Window {
  readonly page: Page;
  readonly problems: Locator;
  readonly card: Locator;
  readonly input: Locator;

  constructor(page: Page) {
    this.page = page;
    this.problems = page.locator('.markers-panel');
    this.card = page.locator('.monaco-hover:visible');
    this.input = page.locator('.quick-input-widget:visible input.input');
  }

  /** Takes steps, which wait in vain while the workbench is busy with something else, from the start again. */
  private async again(steps: () => Promise<void>): Promise<void> {
    for (let attempts = 1; ; attempts++) {
      try {
        await steps();
        return;
      } catch (error) {
        if (attempts === 5) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Presses keys, after which something is to be seen. */
  async press(keys: string, wanted: Locator): Promise<void> {
    await this.again(async () => {
      for (const key of keys.split(' ')) {
        await this.page.keyboard.press(key);
      }
      await wanted.first().waitFor({ timeout: PATIENCE });
    });
  }

  /** Answers the box for quick input, where it asks. */
  async enter(text: string, row?: string): Promise<void> {
    await this.input.fill(text);
    if (row !== undefined) {
      await this.page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first().waitFor({ timeout: PATIENCE });
    }
    await this.page.keyboard.press('Enter');
    await this.input.waitFor({ state: 'hidden', timeout: PATIENCE });
  }

  /** Opens a file of the Explorer; a double click takes the cursor along. */
  async open(file: string): Promise<void> {
    await this.page.getByRole('treeitem', { name: file }).dblclick({ timeout: 90_000 });
    await this.page.locator('.tab.active', { hasText: file }).first().waitFor();
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
  }

  async go(line: number, column: number): Promise<void> {
    await this.again(async () => {
      await this.press('Control+G', this.input);
      await this.enter(`:${String(line)}:${String(column)}`);
      await this.at(line);
    });
  }

  /** Waits until the cursor is on a line of the active editor. */
  async at(line: number): Promise<void> {
    await this.page.locator('#status\\.editor\\.selection', { hasText: `Ln ${String(line)}, ` }).waitFor({ timeout: PATIENCE });
  }

  /** Waits until names have their colours in the active editor, in plain text. */
  async coloured(): Promise<void> {
    const classes = `Array.from(document.querySelectorAll('.editor-group-container.active .view-line > span > span'), (span) => span.className)`;
    await this.page.waitForFunction(`new Set(${classes}.join(' ').match(/mtk\\d+/g)).size > 1`);
  }

  /** A picture, when everything has come to rest. */
  async picture(name: string): Promise<void> {
    await this.page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
    await this.page.screenshot({ path: path.join(PICTURES, `${name}.png`), animations: 'disabled', caret: 'initial' });
  }
}

let failed = false;
async function test(window: Window, name: string, steps: () => Promise<void>): Promise<void> {
  try {
    await steps();
    console.log(`ok clicks: ${name}`);
  } catch (error) {
    failed = true;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.log(`not ok clicks: ${name}\n${text.replace(/^/gm, '  ')}`);
    await window.picture(`failed-${name.replace(/\W+/g, '-')}`);
    await window.page.keyboard.press('Escape');
  }
}

/** The tour through the example in one theme; decides something, so that each has a copy of its own. */
async function tour(theme: 'light' | 'dark'): Promise<void> {
  const folder = path.join(WORKPLACE, theme, 'bridge-draft');
  fs.cpSync(path.join(environment('REPOSITORY'), 'examples', 'bridge-draft'), folder, { recursive: true });
  const window = new Window(await workbench.open(folder, theme));
  const { page } = window;
  const check = (name: string, steps: () => Promise<void>): Promise<void> => test(window, `${name}, ${theme}`, steps);
  const status = page.locator('.statusbar-item[id^="twosource"]');
  let marked = '';

  await check('an opened draft is marked, and the status bar counts', async () => {
    await window.open('draft.md');
    await page.locator('.squiggly-warning').first().waitFor();
    await status.filter({ hasText: /[2-9] differ/ }).waitFor();
    marked = await status.innerText();
    await page.locator('.view-line', { hasText: '2 sources' }).first().waitFor();
  });

  await check('a key shows who is meant', async () => {
    await window.go(16, 134);
    await window.press('Control+K Control+I', window.card.filter({ hasText: 'he: Dov Haldane' }).filter({ hasText: 'Fire Chief' }));
    await window.picture(`hover-${theme}`);
    await page.keyboard.press('Escape');
  });

  await check('the Problems panel shows both passages', async () => {
    await window.press('Control+Shift+M', window.problems);
    await window.problems.getByText('Accounts differ (quantity)').first().waitFor();
    await window.picture(`problems-${theme}`);
    await page.keyboard.press('Control+J');
    await window.problems.waitFor({ state: 'hidden' });
  });

  await check('keys go through the differences and open the other passage beside', async () => {
    await window.open('draft.md');
    await window.go(8, 1);
    await page.keyboard.press('Control+B');
    await window.press('Control+F8', page.locator('#status\\.editor\\.selection', { hasText: 'Ln 10, Col 1' }));
    await window.card.filter({ hasText: '14 people' }).first().waitFor();
    await page.keyboard.press('Escape');
    await window.press('Control+K F8', page.locator('.tab.active', { hasText: 'herald.txt' }));
    await window.at(4);
    assert.equal(await page.locator('.editor-group-container').count(), 2);
    await window.coloured();
    await window.picture(`difference-${theme}`);
    await page.keyboard.press('Control+W');
    await page.keyboard.press('Control+B');
  });

  await check('a verdict is recorded with its reason, and its mark goes', async () => {
    await window.open('draft.md');
    await window.go(10, 2);
    // The status bar comes to the draft from the article before.
    await status.filter({ hasText: marked.trim() }).waitFor();
    const before = Number.parseInt(marked);
    const choices = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Let it stand' });
    await window.press('Control+K Shift+F8', choices);
    await window.input.fill('Let it stand');
    await choices.first().waitFor();
    await page.keyboard.press('Enter');
    const box = page.locator('.quick-input-widget:visible', { hasText: 'Let It Stand' });
    await box.waitFor();
    await window.input.fill('Counted by the hospital, and checked against its list.');
    await window.picture(`verdict-${theme}`);
    await page.keyboard.press('Enter');
    const text = await written(path.join(folder, 'story.toml'), 'checked against its list', 10_000);
    assert.match(text, /by = "jk"/);
    await status.filter({ hasText: new RegExp(`\\b${String(before - 1)} differs?`) }).waitFor();
  });

  await check('the light bulb asks for the reason too, and nothing is written when it is dismissed', async () => {
    const before = fs.readFileSync(path.join(folder, 'story.toml'), 'utf8');
    await window.go(14, 58);
    const menu = page.locator('.action-widget', { hasText: 'Mark as checked' });
    await window.press('Control+.', menu);
    await page.locator('.action-widget .monaco-list-row', { hasText: 'Mark as checked' }).first().click();
    await page.locator('.quick-input-widget:visible', { hasText: 'Mark as Checked' }).waitFor();
    await page.keyboard.press('Escape');
    await window.input.waitFor({ state: 'hidden' });
    assert.equal(fs.readFileSync(path.join(folder, 'story.toml'), 'utf8'), before);
  });

  await check('the status item opens the log', async () => {
    await status.click();
    await page.locator('.part.panel .view-line', { hasText: 'starting' }).first().waitFor();
  });

  await check('the walkthrough shows its pictures', async () => {
    // Beside the side bar there is no room for pictures.
    await page.keyboard.press('Control+B');
    await window.press('F1', window.input);
    await window.input.fill('>Welcome: Open Walkthrough');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Open Walkthrough' }).first().click();
    await page.locator('.quick-input-widget:visible input[placeholder*="walkthrough"]').waitFor();
    await window.enter('twosource', 'Compare articles with twosource');
    const steps = page.locator('.getting-started-step');
    await steps.filter({ hasText: 'Record what you decide' }).first().click();
    await page.locator('.getting-started-media img').waitFor();
    await page.waitForFunction('document.querySelector(".getting-started-media img")?.naturalWidth > 0');
    await window.picture(`walkthrough-${theme}`);
  });
  await workbench.leave(page);
}

try {
  await tour('dark');
  await tour('light');
} catch (error) {
  failed = true;
  console.log(`not ok clicks: the window opens\n  ${String(error)}`);
} finally {
  await workbench.close();
}
process.exit(failed ? 1 : 0);

// VS Code, as code-server in a browser without a window, with the extension and its driver installed.

import { execFileSync, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as net from 'node:net';
import * as path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

/** A variable of the environment that editors/test/vscode/run sets. */
export function environment(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set: start this by editors/test/vscode/run`);
  }
  return value;
}

const WORKPLACE = environment('WORKPLACE');

/** What makes a workbench quiet, and the same every time. */
const SETTINGS = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

export interface Options {
  /** Tells its data from those of other workbenches. */
  name: string;
  settings?: Record<string, unknown>;
  environment?: Record<string, string>;
  extensions: readonly string[];
  /** Whether every folder is trusted. */
  trusted?: boolean;
}

export class Workbench {
  readonly address: string;
  private readonly data: string;
  private readonly end: () => Promise<void>;
  private readonly browser: Browser;
  private windows = 0;

  private constructor(address: string, data: string, browser: Browser, end: () => Promise<void>) {
    this.address = address;
    this.data = data;
    this.browser = browser;
    this.end = end;
  }

  static async start(options: Options): Promise<Workbench> {
    const data = path.join(WORKPLACE, `code-${options.name}`);
    const folders = ['--user-data-dir', path.join(data, 'user'), '--extensions-dir', path.join(data, 'extensions')];
    const settings = { ...SETTINGS, ...options.settings };
    // Those of the machine are read from a file of their own.
    for (const scope of ['User', 'Machine']) {
      fs.mkdirSync(path.join(data, 'user', scope), { recursive: true });
      fs.writeFileSync(path.join(data, 'user', scope, 'settings.json'), JSON.stringify(settings));
    }
    const env = { ...process.env, ...options.environment };
    const server = environment('CODE_SERVER');
    for (const extension of options.extensions) {
      execFileSync(process.execPath, [server, '--install-extension', extension, ...folders], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    }
    const browser = await chromium.launch({
      executablePath: environment('CHROMIUM'),
      timeout: 120_000,
      // Nothing leaves this machine.
      args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    const port = await freePort();
    const quiet = ['--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-getting-started-override', '--disable-proxy'];
    const more = ['--reconnection-grace-time', '1', ...((options.trusted ?? true) ? ['--disable-workspace-trust'] : [])];
    const log = fs.openSync(path.join(data, 'log'), 'w');
    const child = spawn(process.execPath, [server, '--bind-addr', `127.0.0.1:${String(port)}`, ...quiet, ...more, ...folders], {
      env,
      // A group of its own, which ends as a whole.
      detached: true,
      stdio: ['ignore', 'pipe', log],
    });
    const ended = new Promise<void>((resolve) => child.once('exit', () => { resolve(); }));
    await new Promise<void>((resolve, reject) => {
      child.stdout?.on('data', (text: Buffer) => { if (text.includes('HTTP server listening')) resolve(); });
      child.once('exit', () => { reject(new Error(`code-server ended: ${fs.readFileSync(path.join(data, 'log'), 'utf8')}`)); });
    });
    return new Workbench(`http://127.0.0.1:${String(port)}`, data, browser, async () => {
      await browser.close();
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
      await ended;
    });
  }

  /** Opens a folder in a window, 1280 by 800. */
  async open(folder: string, theme: 'light' | 'dark' = 'dark'): Promise<Page> {
    this.windows++;
    const page = await this.browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: theme });
    await page.goto(`${this.address}/?folder=${encodeURIComponent(folder)}`, { waitUntil: 'commit', timeout: 60_000 });
    await page.locator('.monaco-workbench').waitFor({ timeout: 120_000 });
    return page;
  }

  /** Leaves the window for another page, as users do, and waits until its extensions have ended. One window is open at a time. */
  async leave(page: Page): Promise<void> {
    await page.goto('about:blank');
    await page.close();
    const logs = path.join(this.data, 'user', 'logs');
    const host = path.join(`exthost${String(this.windows)}`, 'remoteexthost.log');
    const log = fs.readdirSync(logs).map((start) => path.join(logs, start, host)).find((file) => fs.existsSync(file));
    await written(log ?? path.join(logs, host), 'exiting with code', 30_000);
  }

  async close(): Promise<void> {
    await this.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => { resolve(typeof address === 'object' && address !== null ? address.port : 0); });
    });
  });
}

/** Waits until a file holds a text; looks whenever something in its folder changes. */
export function written(file: string, text: string | RegExp, milliseconds: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const content = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
      if (typeof text === 'string' ? content.includes(text) : text.test(content)) {
        done(() => { resolve(content); });
      }
    };
    const watcher = fs.watch(path.dirname(file), look);
    const timer = setTimeout(() => { done(() => { reject(new Error(`${path.basename(file)} never held ${String(text)}`)); }); }, milliseconds);
    const done = (finish: () => void): void => {
      watcher.close();
      clearTimeout(timer);
      finish();
    };
    look();
  });
}

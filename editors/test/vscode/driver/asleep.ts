// A folder without a story: nothing is started until somebody asks.

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { ask, at, go, until } from './asking';
import type { Test } from './suites';

const started = (): number => (fs.existsSync(process.env.LIFE ?? '') ? fs.readFileSync(process.env.LIFE ?? '', 'utf8').match(/^start/gm)?.length ?? 0 : 0);
const hovers = async (folder: vscode.Uri): Promise<number> =>
  (await ask<vscode.Hover[]>('vscode.executeHoverProvider', ...(await at(folder, 'README.md', 'Nora Lindqvist')))).length;

export const asleep: Record<string, Test> = {
  'a README and a change log are no story': async (folder) => {
    const before = started();
    await go(folder, 'README.md', 'Nora Lindqvist');
    await go(folder, 'CHANGELOG.md', 'First');
    await vscode.extensions.getExtension('twosource.twosource')?.activate();
    assert.equal(await hovers(folder), 0);
    assert.equal(started(), before);
  },

  'a second article makes a story, and wakes the server; the README is still left alone': async (folder) => {
    const before = started();
    const watcher = new vscode.EventEmitter<void>();
    const watch = fs.watch(process.env.LIFE_FOLDER ?? '', () => { watcher.fire(); });
    fs.mkdirSync(vscode.Uri.joinPath(folder, 'news').fsPath);
    for (const article of ['one', 'two']) {
      fs.writeFileSync(vscode.Uri.joinPath(folder, 'news', `${article}.txt`).fsPath, 'Nora Lindqvist opened the mill.\n');
    }
    await go(folder, 'news/one.txt', 'Nora');
    await until('a server is started', watcher.event, () => (started() > before ? true : undefined));
    watch.close();
    watcher.dispose();
    assert.equal(await hovers(folder), 0);
  },

  'whoever asks for it gets it in any article': async (folder) => {
    await ask('twosource.start');
    await go(folder, 'README.md', 'Nora Lindqvist');
    assert.equal(await hovers(folder), 1);
  },
};

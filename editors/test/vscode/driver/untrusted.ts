// A folder that nobody trusts, and that brings a program and a setting that names it.

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { ask, at, go, marked } from './asking';
import type { Test } from './suites';

export const untrusted: Record<string, Test> = {
  'the installed server reads the articles': async (folder) => {
    assert.equal(vscode.workspace.isTrusted, false);
    const { document } = await go(folder, 'one.txt', 'Nora');
    await marked(document.uri, 'the hours differ', (found) => found.length > 0);
    const found = await ask<vscode.Hover[]>('vscode.executeHoverProvider', ...(await at(folder, 'one.txt', 'Nora')));
    assert.equal(found.length, 1);
  },

  'the program that the folder brings has not been run': (folder) => {
    const brought = vscode.Uri.joinPath(folder, 'bin', 'twosource').fsPath;
    assert.ok(fs.existsSync(brought));
    assert.notEqual(vscode.workspace.getConfiguration('twosource').get('path'), brought);
    assert.ok(!fs.existsSync(vscode.Uri.joinPath(folder, 'it-was-run').fsPath));
    return Promise.resolve();
  },
};

// A story without a story file, one article of which is a single line of damaged text: positions have to be right in it.

import assert from 'node:assert/strict';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { ask, at, code, firstMarks, go, marked } from './asking';
import type { Test } from './suites';

export const dismissal: Record<string, Test> = {
  'the server wakes when an article is opened': async (folder) => {
    const { document } = await go(folder, 'wire.txt', 'Preet Bharara');
    await marked(document.uri, 'the resignations are marked', (found) => found.some((mark) => code(mark) === 'quantity'));
    return firstMarks.time();
  },

  'what is marked stands on its words': async (folder) => {
    const { document } = await go(folder, 'wire.txt', 'Preet Bharara');
    const found = await marked(document.uri, 'there are marks', (found) => found.length > 2);
    const words = found.map(({ range }) => document.getText(range));
    assert.ok(words.some((text) => text.startsWith('1:15 p.m.')), words.join('; '));
  },

  'a hover tells what both articles call somebody': async (folder) => {
    const found = await ask<vscode.Hover[]>('vscode.executeHoverProvider', ...(await at(folder, 'wire.txt', 'Schumer')));
    const card = found.flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value))).join('\n');
    assert.match(card, /Schumer/);
    assert.match(card, /feature\.md/);
  },

  'the definition of a name leads into the other article': async (folder) => {
    const found = await ask<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', ...(await at(folder, 'wire.txt', 'Boente called')));
    const files = found.map((place) => path.posix.basename(('targetUri' in place ? place.targetUri : place.uri).path));
    assert.deepEqual(files.sort(), ['feature.md', 'wire.txt']);
  },
};

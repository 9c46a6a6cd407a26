// The draft with its sources: everything that an editor can ask.

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { ask, at, code, firstMarks, go, marked, marks, settled, until } from './asking';
import type { Test } from './suites';

const file = (folder: vscode.Uri, name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
const name = (uri: vscode.Uri): string => path.posix.basename(uri.path);

async function hover(folder: vscode.Uri, article: string, words: string, nth = 0): Promise<string> {
  const found = await ask<vscode.Hover[]>('vscode.executeHoverProvider', ...(await at(folder, article, words, nth)));
  return found.flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value))).join('\n');
}

async function definition(folder: vscode.Uri, article: string, words: string): Promise<string[]> {
  const found = await ask<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', ...(await at(folder, article, words)));
  const places = found.map((place) => ('targetUri' in place ? { uri: place.targetUri, range: place.targetSelectionRange ?? place.targetRange } : place));
  const texts = places.map(async ({ uri, range }) => `${name(uri)}: ${(await vscode.workspace.openTextDocument(uri)).getText(range)}`);
  return Promise.all(texts);
}

/** What the extension says that it brings. */
interface Manifest {
  contributes: { semanticTokenTypes: { id: string }[]; semanticTokenModifiers: { id: string }[] };
}

/** How many lines of the server's life there are that begin like this. */
function life(event: string): number {
  return fs.readFileSync(process.env.LIFE ?? '', 'utf8').split('\n').filter((line) => line.startsWith(event)).length;
}

/** How soon the window is of use. */
export const opened: Record<string, Test> = {
  'the first marks come without a file being opened': async (folder) => {
    await marked(file(folder, 'herald.txt'), 'the toll is marked', (found) => found.length > 0);
    return firstMarks.time();
  },
};

export const bridge: Record<string, Test> = {
  'differences are marked in both articles, each with the other passage': async (folder) => {
    for (const [article, words, other] of [['draft.md', 'Twelve people', 'herald.txt'], ['herald.txt', '14 people', 'draft.md']] as const) {
      const document = await vscode.workspace.openTextDocument(file(folder, article));
      const found = await marked(document.uri, 'the toll is marked', (found) => found.some((mark) => code(mark) === 'quantity'));
      const mark = found.find(({ range }) => document.getText(range) === words);
      assert.ok(mark !== undefined, JSON.stringify(found));
      assert.equal(mark.severity, vscode.DiagnosticSeverity.Warning);
      const related = mark.relatedInformation?.map(({ location }) => name(location.uri));
      assert.ok(related?.includes(other), JSON.stringify(related));
      assert.match(mark.message, /^Accounts differ \(quantity\): here/);
    }
  },

  'a hover on a name says who that is in every article': async (folder) => {
    const card = await hover(folder, 'draft.md', 'Mara Ellison');
    assert.match(card, /Mara Ellison/);
    assert.match(card, /mayor of Calder/);
    for (const article of ['courier.md', 'draft.md', 'herald.txt']) {
      assert.ok(card.includes(article), `${article} is not in ${card}`);
    }
  },

  'a hover on a pronoun says who is meant': async (folder) => {
    assert.match(await hover(folder, 'draft.md', 'She has run'), /Mara Ellison/);
  },

  'a hover on a marked claim quotes both passages': async (folder) => {
    const card = await hover(folder, 'herald.txt', '8:25 a.m.');
    assert.match(card, /8:25 a\.m\./);
    assert.match(card, /7:52 a\.m\./);
  },

  'the definition of a name is its introduction, here and in the other articles': async (folder) => {
    const places = await definition(folder, 'herald.txt', 'Ellison said');
    // The editor puts them in the order of their files.
    for (const article of ['courier.md', 'draft.md', 'herald.txt']) {
      assert.ok(places.includes(`${article}: Mayor Mara Ellison`), places.join('\n'));
    }
  },

  'the declaration is the entry in the story file': async (folder) => {
    const found = await ask<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDeclarationProvider', ...(await at(folder, 'herald.txt', 'Ellison said')));
    assert.deepEqual(found.map((place) => name('targetUri' in place ? place.targetUri : place.uri)), ['story.toml']);
  },

  'references are the mentions in all articles, and not the street': async (folder) => {
    const found = await ask<vscode.Location[]>('vscode.executeReferenceProvider', ...(await at(folder, 'draft.md', 'Mara Ellison')));
    const articles = new Set(found.map(({ uri }) => name(uri)));
    assert.ok(articles.has('courier.md') && articles.has('herald.txt') && articles.has('draft.md'), [...articles].join());
    const [uri, street] = await at(folder, 'herald.txt', 'Ellison Street');
    assert.ok(!found.some((place) => place.uri.toString() === uri.toString() && place.range.contains(street)));
  },

  'symbols are listed': async (folder) => {
    const symbols = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', file(folder, 'herald.txt'));
    const names = (symbols: vscode.DocumentSymbol[]): string[] => symbols.flatMap(({ name, children }) => [name, ...names(children)]);
    assert.ok(names(symbols).some((name) => name.includes('Ellison')), names(symbols).join('; '));
  },

  'names are completed in a draft': async (folder) => {
    const editor = await go(folder, 'draft.md', '[^toll]');
    const end = editor.document.positionAt(editor.document.getText().indexOf('town since 2022.') + 'town since 2022.'.length);
    await editor.edit((edit) => { edit.insert(end, ' [['); });
    try {
      const found = await ask<vscode.CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, end.translate(0, 3), '[');
      const labels = found.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert.ok(labels.includes('Mara Ellison'), labels.slice(0, 20).join());
    } finally {
      await ask('workbench.action.files.revert');
    }
  },

  'a claim is renamed where it stands and where it is spoken of': async (folder) => {
    const edit = await ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', ...(await at(folder, 'draft.md', 'toll]')), 'injured');
    const [[uri, edits] = []] = edit.entries();
    assert.ok(uri !== undefined && edits !== undefined);
    assert.equal(name(uri), 'draft.md');
    assert.deepEqual(edits.map(({ newText }) => newText), ['injured', 'injured']);
  },

  'somebody is renamed in the draft and in the story file, and not in the sources': async (folder) => {
    const edit = await ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', ...(await at(folder, 'draft.md', 'Mara Ellison')), 'Mara Allison');
    const files = edit.entries().map(([uri]) => name(uri)).sort();
    assert.deepEqual(files, ['draft.md', 'story.toml']);
    const texts = edit.entries().flatMap(([, edits]) => edits.map(({ newText }) => newText));
    assert.ok(texts.some((text) => text.includes('Allison')), texts.join('; '));
  },

  'hints within the text say who is meant and how the accounts stand': async (folder) => {
    const settings = vscode.workspace.getConfiguration('twosource');
    const { document } = await go(folder, 'draft.md', 'She has run');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = async (): Promise<string[]> => {
      const found = await ask<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
      return found.map(({ label, position }) => {
        const text = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
        return `${document.getText(new vscode.Range(position.with({ character: 0 }), position)).slice(-12)}|${text}`;
      });
    };
    assert.ok((await hints()).some((hint) => /differs?/.test(hint)), (await hints()).join('; '));
    await settings.update('inlayHints.who', 'all', vscode.ConfigurationTarget.Global);
    try {
      const event = vscode.workspace.onDidChangeConfiguration;
      await until('the setting is in force', event, () => (vscode.workspace.getConfiguration('twosource').get('inlayHints.who') === 'all' ? true : undefined));
      await settled(async () => (await hints()).some((hint) => /She\|.*Ellison/.test(hint)));
    } finally {
      await settings.update('inlayHints.who', undefined, vscode.ConfigurationTarget.Global);
    }
  },

  'names have colours of their own by kind': async (folder) => {
    const [uri, mayor] = await at(folder, 'draft.md', 'Mara Ellison');
    const legend = await ask<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', uri);
    const { data } = await ask<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', uri);
    const { contributes } = vscode.extensions.getExtension('twosource.twosource')?.packageJSON as Manifest;
    const ids = (known: { id: string }[]): string[] => known.map(({ id }) => id);
    assert.deepEqual(legend.tokenTypes, ids(contributes.semanticTokenTypes));
    assert.deepEqual(legend.tokenModifiers, ids(contributes.semanticTokenModifiers));
    const kinds = new Map<string, string>();
    const document = await vscode.workspace.openTextDocument(uri);
    for (let i = 0, line = 0, character = 0; i < data.length; i += 5) {
      const [lines = 0, characters = 0, length = 0, type = 0] = data.subarray(i, i + 4);
      line += lines;
      character = lines === 0 ? character + characters : characters;
      const range = new vscode.Range(line, character, line, character + length);
      kinds.set(range.contains(mayor) ? 'the mayor' : document.getText(range), legend.tokenTypes[type] ?? '');
    }
    assert.equal(kinds.get('the mayor'), 'person', JSON.stringify([...kinds]));
    assert.equal(kinds.get('Lantern Street Bridge') ?? kinds.get('the Lantern Street Bridge'), 'place', JSON.stringify([...kinds]));
  },

  'the commands go from difference to difference, on into the next article': async (folder) => {
    await go(folder, 'courier.md', 'Bridge gives way');
    const seen: string[] = [];
    for (let i = 0; i < 40 && seen.at(-1)?.startsWith('herald') !== true; i++) {
      await ask('twosource.nextDifference');
      const { document, selection } = vscode.window.activeTextEditor ?? assert.fail('no editor');
      const mark = marks(document.uri).find(({ range }) => range.start.isEqual(selection.active));
      seen.push(`${name(document.uri)}: ${mark === undefined ? '?' : document.getText(mark.range)}`);
    }
    assert.equal(seen[0], 'courier.md: Twelve people');
    assert.ok(seen.includes('draft.md: Twelve people') && seen.at(-1)?.startsWith('herald.txt') === true, seen.join('; '));
    assert.ok(!seen.some((place) => place.endsWith('?')), seen.join('; '));
    await ask('twosource.previousDifference');
    assert.equal(name((vscode.window.activeTextEditor ?? assert.fail('no editor')).document.uri), 'draft.md');
  },

  'the other passage opens beside': async (folder) => {
    const before = await go(folder, 'draft.md', 'Twelve people');
    await ask('twosource.openOtherPassage');
    const after = vscode.window.activeTextEditor ?? assert.fail('no editor');
    assert.equal(name(after.document.uri), 'herald.txt');
    assert.equal(after.document.getText(after.selection), '14 people');
    assert.equal(before.viewColumn, vscode.ViewColumn.One);
    assert.equal(after.viewColumn, vscode.ViewColumn.Two);
    await ask('workbench.action.closeActiveEditor');
  },

  'settings come into force as they change': async (folder) => {
    const settings = vscode.workspace.getConfiguration('twosource');
    await settings.update('diagnostics.differs', 'error', vscode.ConfigurationTarget.Global);
    const loud = (found: vscode.Diagnostic[]): boolean => found.some(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    await marked(file(folder, 'draft.md'), 'differences are errors', loud);
    await settings.update('diagnostics.differs', undefined, vscode.ConfigurationTarget.Global);
    await marked(file(folder, 'draft.md'), 'differences are warnings again', (found) => !loud(found));
  },

  'a code action writes a verdict': async (folder) => {
    const { document, selection } = await go(folder, 'draft.md', 'Twelve people');
    const toml = fs.readFileSync(file(folder, 'story.toml').fsPath, 'utf8');
    const actions = await ask<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, selection, vscode.CodeActionKind.QuickFix.value);
    const action = actions.find(({ title }) => title.startsWith('Let it stand'));
    assert.ok(action?.command !== undefined, actions.map(({ title }) => title).join('; '));
    const deed = action.command.arguments?.[0] as Record<string, unknown>;
    await ask(action.command.command, { ...deed, reason: 'The toll was “taken twice”.' });
    const after = fs.readFileSync(file(folder, 'story.toml').fsPath, 'utf8');
    assert.ok(after.startsWith(toml.trimEnd()), 'the rest of the file stays');
    assert.match(after, /stet = .*The toll was “taken twice”\./);
    await marked(file(folder, 'draft.md'), 'the toll is settled', (found) => !found.some(({ message }) => message.includes('14 people')));
  },

  'after a restart the old server has ended in order, and the new one knows everything': async (folder) => {
    const ended = life('exit 0');
    await ask('twosource.restart');
    await marked(file(folder, 'herald.txt'), 'the toll is marked', (found) => found.some((mark) => code(mark) === 'quantity'));
    assert.match(await hover(folder, 'herald.txt', 'Ellison said'), /Mara Ellison/);
    const watcher = new vscode.EventEmitter<void>();
    const watch = fs.watch(path.dirname(process.env.LIFE ?? ''), () => { watcher.fire(); });
    try {
      await until('the first server ends', watcher.event, () => (life('exit 0') === ended + 1 ? true : undefined));
      assert.equal(life('exit'), life('exit 0'));
    } finally {
      watch.close();
      watcher.dispose();
    }
  },
};

// What a test asks of the editor, and how it waits for what comes unasked.

import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

/** Words of a document: the place where they begin. The nth occurrence counts from 0. */
export async function at(folder: vscode.Uri, file: string, words: string, nth = 0): Promise<[vscode.Uri, vscode.Position]> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, file));
  let offset = -1;
  for (let i = 0; i <= nth; i++) {
    offset = document.getText().indexOf(words, offset + 1);
  }
  if (offset < 0) {
    throw new Error(`there is no “${words}” in ${file}`);
  }
  return [document.uri, document.positionAt(offset + 1)];
}

export function ask<T>(command: string, ...args: unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(command, ...args);
}

/** Puts the cursor at words. */
export async function go(folder: vscode.Uri, file: string, words: string): Promise<vscode.TextEditor> {
  const [uri, position] = await at(folder, file, words);
  return vscode.window.showTextDocument(uri, { selection: new vscode.Range(position, position), viewColumn: vscode.ViewColumn.One });
}

/** Waits for an event after which something holds that does not yet; 20 seconds at most. */
export async function until<T>(what: string, event: vscode.Event<unknown>, look: () => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const check = (): void => {
      const found = look();
      if (found !== undefined) {
        done();
        resolve(found);
      }
    };
    const listener = event(check);
    const timer = setTimeout(() => {
      done();
      reject(new Error(`waited in vain: ${what}`));
    }, 20_000);
    const done = (): void => {
      listener.dispose();
      clearTimeout(timer);
    };
    check();
  });
}

/** Asks again until the answer is yes: a setting is on its way. Each question waits for its answer; 100 are asked at most. */
export async function settled(question: () => Promise<boolean>): Promise<void> {
  for (let asked = 0; asked < 100; asked++) {
    if (await question()) {
      return;
    }
  }
  throw new Error('the answer was no a hundred times');
}

/** Ours among what is marked in a document. */
export function marks(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'twosource');
}

/** What kind of mark it is; where the kind is described comes with it. */
export function code(mark: vscode.Diagnostic): string {
  return String(typeof mark.code === 'object' ? mark.code.value : mark.code);
}

/** Waits until what is marked in a document is as it should be. */
export function marked(uri: vscode.Uri, what: string, right: (marks: vscode.Diagnostic[]) => boolean): Promise<vscode.Diagnostic[]> {
  return until(`${what}; marked: ${JSON.stringify(marks(uri))}`, vscode.languages.onDidChangeDiagnostics, () => {
    const found = marks(uri);
    return right(found) ? found : undefined;
  });
}

/** When something was first marked. */
export const firstMarks = {
  log: '',
  at: undefined as number | undefined,
  watch(log: vscode.Uri): void {
    this.log = path.join(log.fsPath, '..', 'remoteexthost.log');
    const look = (): boolean => {
      const seen = vscode.languages.getDiagnostics().some(([uri]) => marks(uri).length > 0);
      if (seen) this.at ??= Date.now();
      return seen;
    };
    // The driver may be woken after the extension.
    if (!look()) {
      const listener = vscode.languages.onDidChangeDiagnostics(() => { if (look()) listener.dispose(); });
    }
  },

  /** How long it took, in milliseconds: since the extension was woken, and since the window had its extensions started. */
  time(): string {
    const log = fs.readFileSync(this.log, 'utf8');
    const since = (line: RegExp): string => String((this.at ?? Infinity) - Date.parse(line.exec(log)?.[1] ?? ''));
    return `${since(/^(\S+ \S+) .*_doActivateExtension twosource\.twosource/m)} ms, ${since(/^(\S+ \S+) /)} ms after the start of all extensions`;
  },
};
